// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// What a young person sees: guide G17 to G19, contract 2018-12 §6.7, each condition by itself.
@Suite struct FeedTests {
    /// Whether the main screen of a new young person shows an offer.
    private func shows(_ shop: Shop, _ offer: String, department: String? = nil) async -> Bool {
        let id = await shop.service.young("jeune\(shop.service.state.users.count)@example.com")
        if let department, var user = shop.service.state.users[id] {
            user.departementCode = department
            shop.service.happen(.userUpdated(user))
        }
        return await feed(shop, .user(id)).contains(offer)
    }

    private func feed(_ shop: Shop, _ person: Actor, _ query: String = "", _ body: JSONValue = [:]) async -> [String] {
        let answer = await shop.service.send("PUT", "/recommendations" + query, by: person, json: body)
        return answer.json.arrayValue?.compactMap { $0["offerId"]?.stringValue } ?? [answer.line]
    }

    private func sold(_ shop: Shop, price: JSONValue = 10, _ more: JSONObject = ["available": 50]) async -> String {
        let offer = await shop.thing()
        _ = await shop.stock(offer, price: price, more)
        _ = await shop.teaser(offer)
        return offer
    }

    @Test(arguments: Profile.allCases) func `a price, seats, a teaser and a limit to come show an offer`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let shown = await [
            sold(shop), sold(shop, price: 0), sold(shop, ["available": nil]), sold(shop, ["available": 1]),
            sold(shop, ["bookingLimitDatetime": "2018-12-05T10:00:00Z"]),
        ]
        for offer in shown { #expect(await shows(shop, offer), "\(offer)") }
    }

    @Test(arguments: Profile.allCases) func `without a stock or a teaser it is hidden`(profile: Profile) async {
        let shop = await Shop(profile)
        let unpriced = await shop.thing()
        _ = await shop.teaser(unpriced)
        #expect(await !shows(shop, unpriced))
        let plain = await shop.thing()
        let stock = await shop.stock(plain)
        #expect(await !shows(shop, plain))
        _ = await shop.teaser(plain)
        #expect(await shows(shop, plain))
        _ = await shop.send("DELETE", "/stocks/\(stock)")
        #expect(await !shows(shop, plain))
    }

    @Test(arguments: Profile.allCases) func `past its limit it is hidden`(profile: Profile) async {
        let shop = await Shop(profile)
        let late = await sold(shop, ["bookingLimitDatetime": "2018-12-03T09:59:59Z"])
        let timely = await sold(shop, ["bookingLimitDatetime": "2018-12-03T12:00:00Z"])
        #expect(await !shows(shop, late))
        #expect(await shows(shop, timely))
        shop.service.advance(by: .hours(3))
        #expect(await !shows(shop, timely))
    }

    @Test(arguments: Profile.allCases) func `sold out it is hidden, and the service forgot no cancelled booking`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.thing()
        let stock = await shop.stock(offer, ["available": 1])
        _ = await shop.teaser(offer)
        let booked = await shop.book(young, stock)
        #expect(await !shows(shop, offer))
        _ = await shop.service.send("PATCH", "/bookings/\(booked.id)", by: young, json: ["isCancelled": true])
        #expect(await shows(shop, offer) == (profile == .documented))
    }

    @Test(arguments: Profile.allCases) func `an event needs a date to come`(profile: Profile) async {
        let shop = await Shop(profile)
        let offer = await shop.event()
        _ = await shop.teaser(offer)
        #expect(await !shows(shop, offer))
        let date = await shop.date(offer, in: .days(2))
        _ = await shop.seats(date, ["bookingLimitDatetime": .string((shop.service.now() + .days(2)).iso8601)])
        #expect(await shows(shop, offer))
        shop.service.advance(by: .days(2))
        #expect(await !shows(shop, offer))
    }

    @Test(arguments: Profile.allCases) func `a teaser that is switched off hides it in the guide alone`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let offer = await shop.thing()
        _ = await shop.stock(offer)
        let teaser = await shop.teaser(offer)
        _ = await shop.send("PATCH", "/mediations/\(teaser)", json: ["isActive": false])
        #expect(await shows(shop, offer) == (profile == .observed))
    }

    @Test func `what was recommended with a teaser that is switched off is shown with the other one`() async throws {
        let shop = await Shop(.documented)
        let offer = await shop.thing()
        _ = await shop.stock(offer)
        let first = await shop.teaser(offer), second = await shop.teaser(offer)
        let person = await shop.service.young("jeune@example.com")
        func teaser() async -> String? {
            await shop.service.send("PUT", "/recommendations", by: .user(person), json: [:]).json[0]?["mediationId"]?
                .stringValue
        }
        let before = try #require(await teaser())
        #expect([first, second].contains(before))
        _ = await shop.send("PATCH", "/mediations/\(before)", json: ["isActive": false])
        #expect(await teaser() == (before == first ? second : first))
        _ = await shop.send("PATCH", "/mediations/\(before)", json: ["isActive": true])
        #expect(await teaser() == before, "the one that it was recommended with counts again")
    }

    @Test(arguments: Profile.allCases)
    func `deactivated, or of a venue or structure that is not validated, it is hidden`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let offer = await sold(shop)
        let young = Actor.user(await shop.service.young())
        #expect(await feed(shop, young) == [offer])
        _ = await shop.send("PATCH", "/offers/\(offer)", json: ["isActive": false])
        #expect(await !shows(shop, offer))
        #expect(await feed(shop, young) == [])
        _ = await shop.send("PATCH", "/offers/\(offer)", json: ["isActive": true])
        #expect(await shows(shop, offer))
        let offererID = shop.service.offererID()
        for change in [true, false] {
            guard var offerer = shop.service.state.offerers[offererID] else { return }
            if change { offerer.validationToken = "jeton" } else { offerer.isActive = false }
            shop.service.happen(.offererUpdated(offerer))
            #expect(await !shows(shop, offer))
            if change {
                offerer.validationToken = nil
                shop.service.happen(.offererUpdated(offerer))
            }
        }
        let other = await Shop(profile)
        let loose = await other.make(
            "/venues",
            [
                "name": "Chapiteau", "comment": "Itinérant", "managingOffererId": .string(other.offererID),
                "address": "1 place Y", "postalCode": "93100", "city": "Montreuil",
            ])
        let tent = await other.thing("Sous la tente", venue: loose)
        _ = await other.stock(tent)
        _ = await other.teaser(tent)
        #expect(await !shows(other, tent))
        let venue = other.service.state.venues.records.first { $0.name == "Chapiteau" }
        _ = await other.service.send("GET", "/validate/venue?token=\(venue?.validationToken ?? "")")
        #expect(await shows(other, tent))
    }

    @Test(arguments: Profile.allCases) func `offers of other departments are hidden unless national`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let offer = await sold(shop)
        for (department, isShown) in [("00", true), ("93", true), ("75", false), ("97", false)] {
            #expect(await shows(shop, offer, department: department) == isShown, "\(department)")
        }
        let digital = await shop.digital()
        _ = await shop.stock(digital)
        _ = await shop.teaser(digital)
        #expect(await shows(shop, digital, department: "97"))
    }

    @Test(arguments: Profile.allCases) func `what was seen does not come again while it stands`(profile: Profile) async
    {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let offer = await sold(shop)
        let first = await shop.service.send("PUT", "/recommendations", by: young, json: [:])
        let id = first.json[0]?["id"] ?? .null
        #expect(
            first.json[0]?.objectValue?.keys.sorted() == [
                "bookings", "dateCreated", "dateRead", "dateUpdated", "id", "inviteforEventOccurrenceId", "isClicked",
                "isFavorite", "isFirst", "mediation", "mediationId", "modelName", "offer", "offerId", "search",
                "shareMedium", "userId", "validUntilDate",
            ])
        #expect(first.json[0]?["offer"]?["eventOrThing"]?["type"] == "ThingType.LIVRE_EDITION")
        #expect(first.json[0]?["offer"]?["dateRange"] == [])
        #expect(first.json[0]?["validUntilDate"] == "2018-12-06T10:00:00.123456Z")
        #expect(await feed(shop, young) == [offer])
        #expect(await feed(shop, young, "", ["seenRecommendationIds": [id]]) == [])
        shop.service.advance(by: .days(4))
        #expect(await feed(shop, young, "", ["seenRecommendationIds": [id]]) == [offer])
    }

    @Test func `an offer can be asked for by itself or by its teaser`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let (first, second) = (await sold(shop), await shop.thing("Sans accroche"))
        _ = await shop.stock(second)
        #expect(await feed(shop, young, "?offerId=\(second)") == [second, first])
        #expect(await feed(shop, young, "?offerId=\(second)") == [second, first])
        #expect(await feed(shop, young) == [first])
        #expect(await feed(shop, young, "?mediationId=AE") == [first])
        for query in ["?offerId=GWS8SA9", "?mediationId=GWS8SA9"] {
            #expect(await feed(shop, young, query) == ["404 Offer or mediation not found"])
        }
        #expect(await feed(shop, young, "?offerId=1") == [Said.badID])
        #expect(await feed(shop, young, "", ["seenRecommendationIds": ["1"]]) == [Said.badID])
        #expect(await feed(shop, .anonymous) == [Said.notSignedIn])
    }

    @Test func `the stocks of an event come with their dates`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event()
        _ = await shop.teaser(offer)
        let date = await shop.date(offer)
        let seats = await shop.seats(date, ["bookingLimitDatetime": "2018-12-20T00:00:00Z"])
        let answer = await shop.service.send("PUT", "/recommendations", by: young, json: [:])
        let shown = answer.json[0]?["offer"]
        #expect(shown?["stocks"]?[0]?["id"] == .string(seats))
        #expect(shown?["stocks"]?[0]?["eventOccurrence"]?["id"] == .string(date))
        #expect(shown?["dateRange"]?.arrayValue?.count == 2)
    }

    @Test func `a favourite is marked by the person whom it was shown to`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let other = Actor.user(await shop.service.young("jeune2@example.com"))
        let offer = await sold(shop)
        _ = await feed(shop, young)
        let route = "/recommendations/AE"
        #expect(await shop.service.send("GET", "/recommendations/favorites", by: young).line == "200 []")
        let marked = await shop.service.send("PATCH", route, by: young, json: ["isFavorite": true])
        #expect(marked.json["isFavorite"] == true && marked.json["isClicked"] == false)
        #expect(
            await shop.service.send("PATCH", route, by: young, json: ["isClicked": true]).json["isFavorite"] == true)
        let favorites = await shop.service.send("GET", "/recommendations/favorites", by: young)
        #expect(favorites.json.arrayValue?.map { $0["offerId"] } == [.string(offer)])
        expect(await shop.service.send("PATCH", route, by: other, json: ["isFavorite": false]), Said.page)
        expect(await shop.service.send("PATCH", "/recommendations/GWS8SA9", by: young, json: [:]), Said.page)
        expect(
            await shop.service.send("PATCH", route, by: young, json: ["isFavorite": 1]),
            Said.field("isFavorite", "doit être un booléen"))
    }
}
