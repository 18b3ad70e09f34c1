// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// Bodies and queries that nobody should send: every one gets an answer in the contract's form, and nothing breaks.
@Suite struct HostileBodyTests {
    private static let values: [JSONValue] = [
        nil, true, false, 0, -1, 3, 2_147_483_648, 9_223_372_036_854_775_807,
        JSONNumber(text: "1e400").map { .number($0) } ?? 0, JSONNumber(text: "-0.004999").map { .number($0) } ?? 0, "",
        " ", "AE", "AE======", "é", "\u{0}", "1e9", "NaN", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
        .string(String(repeating: "x", count: 2_000)), [], [1, [2]], [:], ["a": ["b": nil]],
    ]

    private struct Target {
        let method: String
        let path: String
        let body: JSONObject
    }

    private func targets(_ shop: Shop, event: String, thing: String) async -> [Target] {
        let date = await shop.date(event)
        let stock = await shop.stock(thing)
        _ = await shop.teaser(thing)
        _ = await shop.service.send("PUT", "/recommendations", by: shop.pro, json: [:])
        let booked = await shop.book(.user(await shop.service.young()), stock)
        let product: JSONObject = [
            "name": "Un disque", "type": "ThingType.MUSIQUE", "venueId": .string(shop.venue), "description": "vinyle",
            "url": nil, "isNational": false, "mediaUrls": [], "extraData": nil, "idAtProviders": nil,
        ]
        var happening = product.adding("type", "EventType.MUSIQUE").adding("durationMinutes", 90)
        for key in ["ageMin", "ageMax", "conditions"] { happening[key] = .null }
        let occurrence: JSONObject = [
            "offerId": .string(event), "venueId": .string(shop.venue), "beginningDatetime": "2018-12-24T20:00:00Z",
            "endDatetime": "2018-12-24T22:00:00Z",
        ]
        let sale: JSONObject = [
            "offerId": .string(thing), "price": 10, "available": 5, "bookingLimitDatetime": "2018-12-24T20:00:00Z",
            "groupSize": 1, "resellUnfetched": true,
        ]
        let seats = sale.adding("eventOccurrenceId", .string(date))
        let mark: JSONObject = ["isFavorite": true, "isClicked": true]
        return [
            Target(method: "POST", path: "/things", body: product),
            Target(method: "POST", path: "/events", body: happening),
            Target(method: "PATCH", path: "/events/AE", body: happening),
            Target(method: "PATCH", path: "/things/A9", body: product),
            Target(
                method: "POST", path: "/offers",
                body: ["venueId": .string(shop.venue), "thingId": "A9", "eventId": nil, "bookingEmail": "a@b.fr"]),
            Target(method: "PATCH", path: "/offers/AE", body: ["isActive": true]),
            Target(method: "POST", path: "/eventOccurrences", body: occurrence),
            Target(method: "PATCH", path: "/eventOccurrences/\(date)", body: occurrence),
            Target(method: "POST", path: "/stocks", body: sale), Target(method: "POST", path: "/stocks", body: seats),
            Target(method: "PATCH", path: "/stocks/\(stock)", body: sale),
            Target(method: "PATCH", path: "/mediations/AE", body: ["isActive": true, "credit": "X"]),
            Target(method: "PUT", path: "/recommendations", body: ["seenRecommendationIds": []]),
            Target(method: "PATCH", path: "/recommendations/AE", body: mark),
            Target(
                method: "POST", path: "/bookings",
                body: ["stockId": .string(stock), "quantity": 1, "recommendationId": nil]),
            Target(method: "PATCH", path: "/bookings/\(booked.id)", body: ["isCancelled": false]),
        ]
    }

    @Test(arguments: Profile.allCases) func `any value of any field is answered`(profile: Profile) async {
        let shop = await Shop(profile)
        let (event, thing) = (await shop.event(), await shop.thing())
        for target in await targets(shop, event: event, thing: thing) {
            for key in target.body.keys {
                for value in Self.values {
                    let body = JSONValue.object(target.body.adding(key, value))
                    let answer = await shop.send(target.method, target.path, json: body)
                    let isInForm = (200..<500).contains(answer.status) && answer.status != 204
                    #expect(isInForm, "\(target.method) \(target.path) \(key): \(value) -> \(answer.line)")
                }
            }
            for body in [[], [1], "x", nil] as [JSONValue] {
                expect(await shop.send(target.method, target.path, json: body), Said.badPage, target.path)
            }
        }
    }

    @Test func `any query is answered`() async {
        let shop = await Shop(.observed)
        _ = await shop.stock(await shop.thing())
        let names = [
            "page", "offererId", "venueId", "keywords", "offerId", "mediationId", "categories", "date", "days",
            "latitude",
            "longitude", "distance", "order", "order_by_column", "search", "email", "offer_id",
        ]
        let values = [
            "", "1", "AE", "-1", "9223372036854775807", "99999999999999999999", "%00", "%FF", "é", "0-1", "a,b",
            "1e999",
            "nan", "inf",
        ]
        let paths = [
            "/offers", "/stocks", "/recommendations", "/recommendations/favorites", "/bookings", "/offers/activation",
            "/offerers/\(shop.offererID)/bookings", "/bookings/token/ZZZZZZ", "/types",
        ]
        for path in paths {
            for name in names {
                for value in values {
                    let more = "&latitude=1&longitude=1&distance=1&days=0-1"
                    let answer = await shop.send("GET", "\(path)?\(name)=\(value)\(more)")
                    #expect((200..<500).contains(answer.status), "\(path)?\(name)=\(value): \(answer.line)")
                }
            }
        }
    }

    @Test func `any form is answered`() async {
        let shop = await Shop(.observed)
        _ = await shop.thing()
        let values = ["", "1", "AE", "GWS8SA9", "é", String(repeating: "x", count: 300), "\r\n--limite\r\n"]
        for name in ["offererId", "offerId", "credit", "thumbUrl", "croppingRect[x]"] {
            for value in values {
                var form = ["offererId": shop.offererID, "offerId": "AE"]
                form[name] = value
                for image in [nil, Pictures.png, []] as [[UInt8]?] {
                    let answer = await shop.service.post(form: form, image: image, by: shop.pro)
                    #expect((200..<500).contains(answer.status), "\(name)=\(value): \(answer.line)")
                }
            }
        }
    }
}
