// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// `PATCH /bookings/token/{token}`: contract 2018-12 §2.2.
@Suite struct CountermarkValidationTests {
    static let unknown = Said.field("global", "Cette contremarque n'a pas été trouvée", status: 404)
    static let emailSentence =
        "L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>]"
    static let offerSentence = "L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>]"

    static func missing(_ profile: Profile, email: Bool, offer: Bool) -> String {
        switch profile {
        case .documented: Said.field("global", email ? emailSentence : offerSentence)
        case .observed where email && offer: #"400 {"email":["\#(emailSentence)"],"offer_id":["\#(offerSentence)"]}"#
        case .observed: email ? Said.field("email", emailSentence) : Said.field("offer_id", offerSentence)
        }
    }

    @Test(arguments: Profile.allCases) func `an anonymous caller is answered in the contract's order`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let (email, offer) = ("email=jeune%40example.com", "offer_id=\(stage.offer)")
        let rows: [(query: String, line: String)] = [
            ("", Self.missing(profile, email: true, offer: true)),
            (email, Self.missing(profile, email: false, offer: true)),
            (offer, Self.missing(profile, email: true, offer: false)),
            ("email=&offer_id=", Self.missing(profile, email: true, offer: true)),
            ("\(email)&offer_id=AA", Self.missing(profile, email: false, offer: true)),
            ("email=autre%40example.com&\(offer)", Self.unknown), ("email=autre%40example.com", Self.unknown),
            ("email=JEUNE%40EXAMPLE.COM&\(offer)", Self.unknown),
            ("\(email)&offer_id=\(stage.otherOffer)", Self.unknown), ("\(email)&offer_id=1", Said.badID),
            ("offer_id=1", Said.badID),
        ]
        for (query, line) in rows { expect(await stage.validate(query), line, query) }
        #expect(!stage.isUsed)
        expect(await stage.validate("\(email)&\(offer)"), "204")
        #expect(stage.isUsed)
        expect(await stage.validate("\(email)&\(offer)"), CountermarkCheckTests.used)
    }

    @Test(arguments: Profile.allCases) func `an unknown countermark comes before everything but a malformed offer`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let actors = [Actor.anonymous, stage.young, stage.shop.pro, .refused(.wrongPassword)]
        for actor in actors {
            for token in ["ZZZZZZ", stage.token.lowercased()] {
                expect(await stage.validate("", token: token, by: actor), Self.unknown)
            }
            expect(await stage.validate("offer_id=1", token: "ZZZZZZ", by: actor), Said.badID)
        }
        let password = Said.field("password", "Mot de passe incorrect", status: 401)
        expect(await stage.validate("", by: .refused(.wrongPassword)), password)
        #expect(!stage.isUsed)
    }

    @Test(arguments: Profile.allCases)
    func `the structure needs neither address nor offer, but those it gives must match`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        expect(await stage.validate("email=autre%40example.com", by: stage.shop.pro), Self.unknown)
        expect(await stage.validate("offer_id=\(stage.otherOffer)", by: stage.shop.pro), Self.unknown)
        #expect(!stage.isUsed)
        expect(await stage.validate("", by: stage.shop.pro), "204")
        #expect(stage.isUsed)
        expect(await stage.validate("", by: stage.shop.pro), CountermarkCheckTests.used)
    }

    @Test(arguments: Profile.allCases) func `nobody else who is signed in can validate`(profile: Profile) async {
        let stage = await Booked(profile)
        let stranger = await Shop(profile, stage.shop.service, email: "autre@example.com", siren: "552081317")
        for actor in [stage.young, stranger.pro] {
            let query = "email=jeune%40example.com&offer_id=\(stage.offer)"
            expect(await stage.validate(query, by: actor), Said.noRights)
            expect(await stage.validate("email=autre%40example.com", by: actor), Self.unknown)
        }
        #expect(!stage.isUsed)
        expect(await stage.validate("", by: stage.shop.pro), "204")
        expect(await stage.validate("", by: stranger.pro), Said.noRights)
        expect(await stage.validate(""), Self.missing(profile, email: true, offer: true))
    }

    @Test(arguments: Profile.allCases) func `a cancelled countermark cannot be validated`(profile: Profile) async {
        let stage = await Booked(profile)
        _ = await stage.shop.service.send(
            "PATCH", "/bookings/\(stage.id)", by: stage.young, json: ["isCancelled": true])
        expect(await stage.validate("", by: stage.shop.pro), CountermarkCheckTests.cancelled)
        let query = "email=jeune%40example.com&offer_id=\(stage.offer)"
        expect(await stage.validate(query), CountermarkCheckTests.cancelled)
        expect(await stage.validate(""), Self.missing(profile, email: true, offer: true))
    }

    @Test func `of a countermark used and then cancelled, the service told that it was used`() async {
        let stage = await Booked(.observed)
        _ = await stage.validate("", by: stage.shop.pro)
        _ = await stage.shop.send("DELETE", "/stocks/\(stage.stock)")
        let booking = stage.shop.service.state.booking(token: stage.token)
        #expect(booking?.isUsed == true && booking?.isCancelled == true)
        expect(await stage.validate("", by: stage.shop.pro), CountermarkCheckTests.used)
        expect(await stage.check("", by: stage.shop.pro), CountermarkCheckTests.used)
    }

    @Test func `the body is never looked at, and parameters in it do not count`() async {
        let stage = await Booked(.observed)
        let service = stage.shop.service
        let inBody = await service.send(
            "PATCH", "/bookings/token/\(stage.token)",
            json: ["email": "jeune@example.com", "offer_id": .string(stage.offer)])
        expect(inBody, Self.missing(.observed, email: true, offer: true))
        let garbage = await service.send(
            "PATCH", "/bookings/token/\(stage.token)?email=jeune%40example.com&offer_id=AF", raw: Array("{".utf8),
            headers: [("Content-Type", "application/json")])
        expect(garbage, "204")
    }

    @Test func `neither route asks for an origin`() {
        let routes = Prototype2018.routes().filter { $0.template == "/bookings/token/{token}" }
        #expect(routes.map(\.method).sorted() == ["GET", "PATCH"])
        #expect(routes.allSatisfy { !$0.needsOrigin })
    }
}
