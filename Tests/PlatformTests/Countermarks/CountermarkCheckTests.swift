// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// `GET /bookings/token/{token}`: contract 2018-12 §2.1.
@Suite struct CountermarkCheckTests {
    static let missingEmail = Said.field(
        "email", "Vous devez préciser l'email de l'utilisateur quand vous n'êtes pas connecté(e)")
    static let used = Said.field("booking", "Cette réservation a déjà été validée", status: 410)
    static let cancelled = Said.field("booking", "Cette réservation a été annulée", status: 410)

    static func unknown(_ profile: Profile) -> String {
        let sentence =
            switch profile {
            case .documented: "Ce coupon n'a pas été trouvé"
            case .observed: "Cette contremarque n'a pas été trouvée"
            }
        return Said.field("global", sentence, status: 404)
    }

    @Test(arguments: Profile.allCases) func `an anonymous caller is answered in the contract's order`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let (email, unknown) = ("email=jeune%40example.com", Self.unknown(profile))
        let rows: [(query: String, line: String)] = [
            ("", Self.missingEmail), ("email=", Self.missingEmail), ("offer_id=\(stage.offer)", Self.missingEmail),
            (email, "204"), ("email=jeune@example.com", "204"), ("email=autre%40example.com", unknown),
            ("email=JEUNE%40EXAMPLE.COM", unknown), ("email=%20jeune%40example.com", unknown),
            ("\(email)&offer_id=\(stage.offer)", "204"), ("\(email)&offer_id=\(stage.otherOffer)", unknown),
            ("\(email)&offer_id=GWS8SA9", unknown), ("\(email)&offer_id=1", Said.badID), ("offer_id=1", Said.badID),
            ("\(email)&offer_id=%21", Said.badID), ("\(email)&offer_id=%C3%A9", Said.badID),
            ("\(email)&offer_id=ae", Said.badID), ("\(email)&offer_id=", "204"), ("\(email)&offer_id=AA", "204"),
            ("\(email)&offerId=\(stage.otherOffer)", "204"), ("\(email)&email=autre%40example.com", "204"),
        ]
        for (query, line) in rows { expect(await stage.check(query), line, query) }
    }

    @Test(arguments: Profile.allCases) func `the countermark is compared exactly`(profile: Profile) async {
        let stage = await Booked(profile)
        for token in [stage.token.lowercased(), "ZZZZZZ", stage.token + "A", stage.token + "%20"] {
            expect(await stage.check("email=jeune%40example.com", token: token), Self.unknown(profile), token)
        }
        expect(await stage.check("", token: "ZZZZZZ"), Self.missingEmail)
        expect(await stage.check("email=jeune%40example.com", token: stage.token + "/"), "204")
    }

    @Test(arguments: Profile.allCases) func `a plus sign in the address must be encoded`(profile: Profile) async {
        let stage = await Booked(profile, email: "jeune+tag@example.com")
        expect(await stage.check("email=jeune+tag@example.com"), Self.unknown(profile))
        expect(await stage.check("email=jeune%2Btag%40example.com&offer_id=\(stage.offer)"), "204")
    }

    @Test func `another spelling of the offer is the same offer`() async {
        let stage = await Booked(.observed)
        #expect(HumanizedID.encode(1) == "AE" && stage.offer == "AE")
        for spelling in ["AF", "AG", "AH", "AAAQ", "AE%3D"] {
            expect(await stage.check("email=jeune%40example.com&offer_id=\(spelling)"), "204", spelling)
        }
    }

    @Test(arguments: Profile.allCases) func `a refused log-in is told before a missing address`(profile: Profile) async
    {
        let stage = await Booked(profile)
        let rows: [(refusal: SignInRefusal, line: String)] = [
            (.unknownIdentifier, Said.field("identifier", "Identifiant incorrect", status: 401)),
            (.notValidated, Said.field("identifier", "Ce compte n'est pas validé.", status: 401)),
            (.wrongPassword, Said.field("password", "Mot de passe incorrect", status: 401)),
        ]
        for (refusal, line) in rows {
            expect(await stage.check("", by: .refused(refusal)), line)
            expect(await stage.check("email=jeune%40example.com", by: .refused(refusal)), line)
            expect(await stage.check("offer_id=1", by: .refused(refusal)), Said.badID)
        }
    }

    @Test(arguments: Profile.allCases) func `the structure sees who comes and for what`(profile: Profile) async {
        let stage = await Booked(profile)
        expect(
            await stage.check("", by: stage.shop.pro),
            #"200 {"bookingId":"AE","date":null,"email":"jeune@example.com","isUsed":false,"#
                + #""offerName":"Le Petit Prince","userName":"Jeune","venueDepartementCode":"93"}"#)
        for (query, line) in [
            ("email=autre%40example.com", Self.unknown(profile)),
            ("offer_id=\(stage.otherOffer)", Self.unknown(profile)),
            ("offer_id=1", Said.badID),
        ] {
            expect(await stage.check(query, by: stage.shop.pro), line, query)
        }
    }

    @Test func `the begin of an event is its date, and a digital offer has no department`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let date = await shop.date(await shop.event())
        let seat = await shop.book(young, await shop.seats(date, ["bookingLimitDatetime": "2018-12-20T00:00:00Z"]))
        let begin = shop.service.now() + .days(20)
        let event = await shop.send("GET", "/bookings/token/\(seat.token)")
        #expect(event.json["date"] == .string(begin.iso8601) && event.json["offerName"] == "Grand concert")
        let access = await shop.book(young, await shop.stock(await shop.digital(), price: 5))
        let digital = await shop.send("GET", "/bookings/token/\(access.token)")
        #expect(digital.json["venueDepartementCode"] == .null && digital.json["date"] == .null)
    }

    @Test(arguments: Profile.allCases) func `others who are signed in learn only that it is valid`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let stranger = await Shop(profile, stage.shop.service, email: "autre@example.com", siren: "552081317")
        for actor in [stage.young, stranger.pro] { expect(await stage.check("", by: actor), "204") }
    }

    @Test(arguments: Profile.allCases) func `used and cancelled countermarks are gone for everybody`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let second = await stage.shop.book(stage.young, stage.stock)
        _ = await stage.shop.service.send(
            "PATCH", "/bookings/\(second.id)", by: stage.young, json: ["isCancelled": true])
        _ = await stage.shop.send("PATCH", "/bookings/token/\(stage.token)")
        for actor in [Actor.anonymous, stage.young, stage.shop.pro] {
            expect(await stage.check("email=jeune%40example.com", by: actor), Self.used)
            expect(await stage.check("email=jeune%40example.com", token: second.token, by: actor), Self.cancelled)
        }
        expect(await stage.check("email=autre%40example.com"), Self.unknown(profile))
        expect(await stage.check(""), Self.missingEmail)
    }

    @Test(arguments: Profile.allCases) func `an empty answer has the profile's content type`(profile: Profile) async {
        let stage = await Booked(profile)
        let answer = await stage.check("email=jeune%40example.com")
        #expect(answer.contentType == (profile == .documented ? "application/json" : "text/html; charset=utf-8"))
        #expect(answer.body.isEmpty)
    }

    @Test func `an activation shows how to reach the person`() async {
        let shop = await Shop(.observed)
        let team = Actor.user(await shop.service.teamMember())
        let made = await shop.service.send(
            "POST", "/events", by: team,
            json: [
                "name": "Activation", "type": "EventType.ACTIVATION", "venueId": .string(shop.venue),
                "durationMinutes": 10,
            ])
        let offer = made.json["offers"]?[0]?["id"]?.stringValue ?? ""
        let stock = await shop.stock(offer, price: 0)
        let booked = await shop.book(.user(await shop.service.young()), stock)
        let answer = await shop.send("GET", "/bookings/token/\(booked.token)")
        #expect(
            answer.keys == [
                "bookingId", "date", "dateOfBirth", "email", "isUsed", "offerName", "phoneNumber", "userName",
                "venueDepartementCode",
            ])
    }
}
