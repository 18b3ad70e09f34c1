// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// `GET /recommendations`: contract 2018-12 §6.7.
@Suite struct OfferSearchTests {
    private func found(_ shop: Shop, _ person: Actor, _ query: String) async -> [String] {
        let answer = await shop.service.send("GET", "/recommendations?" + query, by: person)
        return answer.json.arrayValue?.compactMap { $0["offer"]?["eventOrThing"]?["name"]?.stringValue } ?? [
            answer.line
        ]
    }

    @Test(arguments: Profile.allCases) func `a search needs neither teaser nor seats, but a stock`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        _ = await shop.thing("Zinzolin sans prix")
        let offer = await shop.thing("Tout zinzolin")
        _ = await shop.stock(offer, ["available": 0, "bookingLimitDatetime": "2018-01-01T00:00:00Z"])
        #expect(await found(shop, young, "keywords=ZINZO") == ["Tout zinzolin"])
        #expect(await found(shop, young, "keywords=zinzolin+tout") == ["Tout zinzolin"])
        #expect(await found(shop, young, "keywords=ailleurs") == [])
        #expect(await found(shop, young, "") == ["Tout zinzolin"])
        #expect(await found(shop, young, "page=2") == [])
        #expect(await found(shop, .anonymous, "") == [Said.notSignedIn])
        // What was found is not shown on the main screen for that.
        #expect(await shop.service.send("PUT", "/recommendations", by: young, json: [:]).line == "200 []")
        _ = await shop.send("PATCH", "/offers/\(offer)", json: ["isActive": false])
        #expect(await found(shop, young, "") == [])
    }

    @Test func `categories, days and distance narrow it down`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        _ = await shop.stock(await shop.thing("Livre"))
        let limit: JSONObject = ["available": 1, "bookingLimitDatetime": "2018-12-03T12:00:00Z"]
        for (name, span) in [("Ce soir", Span.hours(9)), ("Dans trois jours", .days(3))] {
            _ = await shop.seats(await shop.date(await shop.event(name), in: span), limit)
        }
        #expect(await found(shop, young, "categories=Lire") == ["Livre"])
        #expect(await found(shop, young, "categories=%C3%89couter,Lire").count == 3)
        #expect(await found(shop, young, "categories=Jouer") == [])
        #expect(await found(shop, young, "days=0-1") == ["Livre", "Ce soir"])
        #expect(await found(shop, young, "days=1-5&date=2018-12-03T10:00:00Z") == ["Livre", "Dans trois jours"])
        #expect(await found(shop, young, "days=0-1,1-5").count == 3)
        #expect(await found(shop, young, "latitude=48.86&longitude=2.44&distance=1").count == 3)
        #expect(await found(shop, young, "latitude=43.3&longitude=5.4&distance=100") == [])
        #expect(await found(shop, young, "latitude=43.3&longitude=5.4&distance=700").count == 3)
        #expect(await found(shop, young, "latitude=43.3&longitude=5.4&distance=20001").count == 3)
        for query in ["days=x", "days=5-1", "days=0-1&date=demain", "latitude=a&longitude=1&distance=1"] {
            let lines = await found(shop, young, query)
            #expect(lines.count == 1 && lines[0].hasPrefix("400 "), "\(query)")
        }
    }
}
