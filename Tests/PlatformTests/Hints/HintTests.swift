// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Hints")
struct HintTests {
    private func hint(_ answer: Answer) -> String? { answer.headers.first { $0.name == "Hint" }?.value }

    /// Expects an answer's hint; a refusal that has none has nothing to add.
    private func expect(_ answer: Answer, _ hint: Hint?, at location: SourceLocation = #_sourceLocation) {
        #expect(answer.status >= 400, "\(answer.line)", sourceLocation: location)
        #expect(self.hint(answer) == hint?.text, "\(answer.line)", sourceLocation: location)
    }

    @Test("each is one English sentence that fits into a header, and stands once")
    func form() {
        #expect(Set(Hint.all).count == Hint.all.count)
        for text in Hint.all.map(\.text) {
            #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(text)")
            #expect(text.hasSuffix("."), "\(text)")
            #expect(text.utf8.count <= 160, "\(text)")
        }
    }

    @Test("the wire: Origin, path, method; a page may read the header")
    func wire() async throws {
        try await withServer { server in
            func hint(_ method: String, _ target: String, origin: String? = nil) async -> RawExchange {
                await RawExchange.send(
                    method, target, to: server.baseURL, headers: origin.map { [("Origin", $0)] } ?? [])
            }
            let missing = await hint("GET", "/users/current")
            #expect(missing.header("hint") == Hint.noOrigin.text)
            #expect(missing.header("access-control-expose-headers") == nil)
            let foreign = await hint("GET", "/users/current", origin: "https://example.org")
            #expect(foreign.header("hint") == Hint.foreignOrigin.text)
            #expect(foreign.header("access-control-expose-headers") == "Hint")
            #expect(await hint("GET", "/user", origin: portal.1).header("hint") == Hint.noSuchRoute.text)
            #expect(await hint("PUT", "/offers", origin: portal.1).header("hint") == Hint.otherMethod.text)
            #expect(await hint("GET", "/users/current", origin: portal.1).header("hint") == Hint.nobody.text)
            #expect(await hint("GET", "/health", origin: portal.1).header("hint") == nil)
        }
    }

    @Test(
        "a path of the edition that is not served says which one has it, with an Origin or without",
        arguments: Edition.allCases)
    func editions(edition: Edition) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: edition))
        func hint(_ method: String, _ target: String, isPortal: Bool = false) async -> String? {
            let answer = await RawExchange.send(
                method, target, to: server.baseURL, headers: isPortal ? [portal] : [])
            return answer.header("hint")
        }
        let today = edition.hasPublicV1 ? nil : Hint.ofToday.text
        for path in ["GET /public/bookings/v1/token/MAGEVA", "PATCH /public/bookings/v1/use/token/MAGEVA"] {
            let words = path.split(separator: " ").map(String.init)
            #expect(await hint(words[0], words[1]) == today)
            #expect(await hint(words[0], words[1], isPortal: true) == today)
        }
        let portalHint = edition.hasPrototype ? Hint.nobody.text : Hint.of2018.text
        #expect(await hint("GET", "/users/current", isPortal: true) == portalHint)
        #expect(await hint("GET", "/user", isPortal: true) == (edition.hasPrototype ? Hint.noSuchRoute.text : nil))
        await server.stop()
    }

    @Test("what goes well has none")
    func success() async {
        let booked = await Booked(.documented)
        for answer in [
            await booked.check("email=jeune@example.com"), await booked.check("", by: booked.shop.pro),
            await booked.validate("", by: booked.shop.pro), await booked.shop.send("GET", "/offerers"),
        ] {
            #expect(answer.status < 300)
            #expect(hint(answer) == nil)
        }
    }

    @Test("bodies and identifiers")
    func bodies() async {
        let shop = await Shop(.documented)
        let json = [(name: "Content-Type", value: "application/json")]
        expect(await shop.service.send("POST", "/things", by: shop.pro, raw: Array("{}".utf8)), .noContentType)
        expect(await shop.service.send("POST", "/things", by: shop.pro, raw: [0x5B], headers: json), .noObject)
        expect(await shop.send("GET", "/offers/ae"), .noIdentifier)
        expect(await shop.send("GET", "/offers/GWS8SA9"), .unknownRecord)
        let offer = await shop.thing()
        expect(
            await shop.send(
                "POST", "/stocks", json: ["offerId": .string(offer), "price": 1, "bookingLimitDatetime": "2018-12-24"]),
            .noDate)
        expect(await shop.service.send("GET", "/stocks"), .nobody)
    }

    @Test("accounts and links")
    func accounts() async throws {
        let service = DomainService()
        let body: JSONValue = ["identifier": "Jeune@example.com", "password": "x"]
        expect(await service.send("POST", "/users/signin", json: body), .unknownEmail)
        let signUp: JSONValue = [
            "email": "jeune@example.com", "publicName": "Jeune", "password": .string(DomainService.password),
            "contact_ok": true,
        ]
        _ = await service.send("POST", "/users/signup/webapp", json: signUp)
        expect(
            await service.send("POST", "/users/signin", json: ["identifier": "jeune@example.com", "password": "x"]),
            .awaitsValidation)
        expect(await service.send("GET", "/validate/user/x"), .usedLink)
        expect(await service.send("GET", "/validate?modelNames=Offerer&token=x"), .usedLink)
        expect(await service.send("GET", "/validate/venue?token=x"), .usedLink)
    }

    @Test("structures: rights, and what a technical error does not name")
    func structures() async {
        let shop = await Shop(.documented)
        let bank: JSONValue = ["iban": "FR7630006000011234567890189", "bic": "BDFEFRPP"]
        expect(await shop.send("PATCH", "/offerers/\(shop.offererID)", json: bank), .administratorOnly)
        expect(await shop.send("PATCH", "/venues/\(shop.venue)", json: bank), .administratorOnly)
        let stranger = Actor.user(await shop.service.young())
        expect(await shop.service.send("GET", "/venues/\(shop.venue)", by: stranger), .noRights)
        expect(
            await shop.send("POST", "/venues", json: ["name": "X", "managingOffererId": .string(shop.offererID)]),
            .incompleteVenue)
        expect(
            await shop.send(
                "POST", "/userOfferers",
                json: ["userId": "AE", "offererId": .string(shop.offererID), "rights": "owner"]), .unknownRights)
    }

    @Test("offers: venues, both kinds at once, dates, amounts")
    func offers() async {
        let shop = await Shop(.documented)
        let thing: JSONObject = ["name": "X", "type": "ThingType.AUDIOVISUEL"]
        expect(
            await shop.send("POST", "/things", json: .object(thing.adding(["venueId": .string(shop.virtual)]))),
            .physicalAtVirtualVenue)
        let digital = thing.adding(["venueId": .string(shop.venue), "url": "https://a.example"])
        expect(await shop.send("POST", "/things", json: .object(digital)), .digitalAtPhysicalVenue)
        expect(await shop.send("POST", "/offers", json: ["venueId": .string(shop.venue)]), .eventOrThing)
        let event = await shop.send("POST", "/events", json: ["name": "E", "venueId": .string(shop.venue)])
        let begin: JSONValue = "2018-12-24T19:30:00Z"
        expect(
            await shop.send(
                "POST", "/eventOccurrences",
                json: [
                    "offerId": event.json["offers"]?[0]?["id"] ?? nil, "venueId": .string(shop.venue),
                    "beginningDatetime": begin, "endDatetime": begin,
                ]), .endIsBegin)
        let offer = await shop.thing()
        expect(
            await shop.send("POST", "/stocks", json: ["offerId": .string(offer), "price": -1]), .amountOutOfRange)
    }

    @Test("bookings: why this person cannot book this now")
    func bookings() async {
        let booked = await Booked(.documented)
        let (shop, service) = (booked.shop, booked.shop.service)
        func book(_ stock: String, by actor: Actor? = nil) async -> Answer {
            await service.send(
                "POST", "/bookings", by: actor ?? booked.young, json: ["stockId": .string(stock), "quantity": 1])
        }
        expect(await book("GWS8SA9"), .unknownStock)
        expect(
            await service.send(
                "POST", "/bookings", by: booked.young, json: ["stockId": .string(booked.stock), "quantity": "1"]),
            .noQuantity)
        expect(await book(booked.stock, by: shop.pro), .noCredit)
        expect(await book(await shop.stock(booked.offer, price: 0), by: shop.pro), .freeForYoungOnly)
        let late = await shop.make(
            "/stocks",
            ["offerId": .string(booked.offer), "price": 1, "bookingLimitDatetime": "2018-12-01T00:00:00Z"])
        expect(await book(late), .limitPast)
        let venue = await shop.make(
            "/venues",
            [
                "name": "Sans SIRET", "comment": "pas de SIRET", "managingOffererId": .string(shop.offererID),
                "address": "1 place Y", "postalCode": "93100", "city": "Montreuil",
            ])
        expect(await book(await shop.stock(await shop.thing("Au lieu", venue: venue))), .venueNotValidated)
        _ = await shop.send("PATCH", "/offers/\(booked.offer)", json: ["isActive": false])
        expect(await book(booked.stock), .withdrawn)
        expect(await service.send("GET", "/bookings/\(booked.id)", by: shop.pro), .notYourBooking)
    }

    @Test("countermarks: what the query or the path shows")
    func countermarks() async {
        let booked = await Booked(.documented, email: "jeune+1@example.com")
        expect(await booked.check(""), .anonymousNeeds)
        expect(await booked.validate("email=jeune%2B1@example.com"), .anonymousNeeds)
        expect(await booked.validate("email=jeune%2B1@example.com&offerId=\(booked.offer)"), .offerID)
        expect(await booked.check("email=jeune+1@example.com"), .rawPlus)
        let email = "email=jeune%2B1@example.com"
        expect(await booked.check(email, token: booked.token.lowercased()), .smallLetters)
        expect(await booked.check(email, token: "CXD11"), .noCountermark)
        expect(await booked.check(email, token: "O0I1O0"), .noCountermark)
        expect(await booked.check(email + "&offer_id=\(booked.otherOffer)"), .otherCountermark)
        expect(await booked.check(email + "&offer_id=1"), .noIdentifier)
        _ = await booked.validate("", by: booked.shop.pro)
        expect(await booked.check(email), nil)
    }
}
