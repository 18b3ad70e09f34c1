// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Prices and dates: today §3.5 and §3.6.
@Suite struct PublishedDateTests {
    @Test("prices are added, listed, filtered and changed; a change reaches the dates that have it")
    func prices() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let added = await platform.send(
                "POST", path + "/price_categories",
                ["priceCategories": [["label": "Réduit", "price": 900, "idAtProvider": "r"]]])
            let reduced = try #require(added.json?["priceCategories"]?[0]?["id"]?.intValue)
            #expect(
                line(added)
                    == #"200 {"priceCategories":[{"id":\#(reduced),"idAtProvider":"r","label":"Réduit","price":900}]}"#)
            let list = await platform.send("GET", path + "/price_categories")
            #expect(list.json?["priceCategories"]?.arrayValue?.compactMap { $0["id"]?.intValue } == [price, reduced])
            let named = await platform.send("GET", path + "/price_categories?idsAtProvider=r,x")
            #expect(named.json == added.json)
            _ = try await platform.made(path + "/dates", ["dates": [platform.date(reduced)]])
            let changed = await platform.send("PATCH", path + "/price_categories/\(reduced)", ["price": 1000])
            #expect(changed.json?["price"] == 1000)
            let dates = await platform.send("GET", path + "/dates")
            #expect(dates.json?["dates"]?[0]?["priceCategory"] == changed.json)
            let booking = try await platform.book(dates.json?["dates"]?[0]?["id"])
            let bookings = await platform.send(
                "GET", "/public/bookings/v1/bookings?offerId=\(path.split(separator: "/").last ?? "")")
            #expect(bookings.json?["bookings"]?[0]?["id"] == booking["id"])
            #expect(bookings.json?["bookings"]?[0]?["price"] == 1000)
        }
    }

    @Test("prices that the event, or the call, has already are refused, and so are too many")
    func priceRefusals() async throws {
        try await TodayPlatform.run { platform in
            let (path, _) = try await platform.event()
            func add(_ prices: [JSONValue]) async -> String {
                line(await platform.send("POST", path + "/price_categories", ["priceCategories": .array(prices)]))
            }
            func price(_ index: Int, _ id: String? = nil) -> JSONValue {
                var price: JSONObject = ["label": "T\(index)", "price": 500]
                if let id { price["idAtProvider"] = .string(id) }
                return .object(price)
            }
            #expect(
                await add([["label": "Plein tarif", "price": 1500]])
                    == #"400 {"priceCategories":["The price category Plein tarif already exists"]}"#)
            #expect(await add([price(1), price(1)]) == #"400 {"priceCategories":["Price categories must be unique"]}"#)
            #expect(
                await add([price(1, "a"), price(2, "a")])
                    == #"400 {"priceCategories":["Price category `idAtProvider` must be unique. Duplicated value : a"]}"#
            )
            #expect(await add([price(1, "a")]).hasPrefix("200"))
            #expect(
                await add([price(2, "a")])
                    == #"400 {"idAtProvider":["`a` is already taken by another offer price category"]}"#)
            #expect(await add((10..<61).map { price($0) }).hasPrefix(#"400 {"priceCategories":["ensure"#))
            #expect(
                await add((10..<59).map { price($0) })
                    == #"400 {"priceCategories":["An offer cannot have more than 50 price categories"]}"#)
            #expect(await add((10..<58).map { price($0) }).hasPrefix("200"))
            let rows: [(change: JSONObject, key: String)] = [
                (["label": ""], "label"), (["price": 30_001], "price"), (["price": "12"], "price"), (["x": 1], "x"),
            ]
            for (change, key) in rows {
                #expect(
                    refusal(await platform.send("PATCH", path + "/price_categories/1", .object(change))) == "400 \(key)"
                )
            }
            #expect(
                refusal(await platform.send("PATCH", path + "/price_categories/999", ["price": 1]))
                    == "404 price_category_id")
        }
    }

    @Test("dates are added and listed a page at a time; what is sent is what is left, what is answered is the total")
    func dates() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let sent: [JSONValue] = [
                platform.date(price, ["idAtProvider": "a"]),
                platform.date(price, begin: "2026-01-20T20:00:00.5+01:00", quantity: "unlimited"),
            ]
            let made = try await platform.made(path + "/dates", ["dates": .array(sent)])
            let ids = made["dates"]?.arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            #expect(ids.count == 2)
            #expect(made["dates"]?[1]?["quantity"] == "unlimited")
            #expect(made["dates"]?[1]?["beginningDatetime"] == "2026-01-20T19:00:00.500000Z")
            #expect(await platform.send("GET", path + "/dates").json == made)
            let page = await platform.send("GET", path + "/dates?limit=1&firstIndex=\(ids[0] + 1)")
            #expect(page.json?["dates"]?.arrayValue == [made["dates"]?[1]].compactMap(\.self))
            let named = await platform.send("GET", path + "/dates?idsAtProvider=a")
            #expect(named.json?["dates"]?.arrayValue == [made["dates"]?[0]].compactMap(\.self))
            for _ in 0..<2 { _ = try await platform.book(made["dates"]?[0]?["id"]) }
            let date = path + "/dates/\(ids[0])"
            let changed = await platform.send("PATCH", date, ["quantity": 3])
            #expect(changed.json?["quantity"] == 5)
            #expect(changed.json?["bookedQuantity"] == 2)
            let none = await platform.send("PATCH", date, ["quantity": 0])
            #expect(none.json?["quantity"] == 2)
            let late = await platform.control("POST", "/bookings", #"{"stockId": \#(ids[0])}"#)
            #expect(late.status >= 400, "nothing is left")
        }
    }

    @Test("dates as C# and Java write them are read in bodies and in queries")
    func forms() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let made = try await platform.made(
                path + "/dates", ["dates": [platform.date(price, begin: "2026-01-19T19:00:00.0000000Z")]])
            #expect(made["dates"]?[0]?["beginningDatetime"] == "2026-01-19T19:00:00Z")
            let booking = try await platform.book(made["dates"]?[0]?["id"])
            let query = "venueId=\(platform.venueID)&beginningDatetime=2026-01-19T20:00%2B01:00"
            let list = await platform.send("GET", "/public/bookings/v1/bookings?" + query)
            #expect(list.json?["bookings"]?[0]?["id"] == booking["id"], "\(list.text)")
        }
    }

    @Test("a stock of the portal is none of the dates, and takes no place on a page")
    func portalStock() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let (path, price) = try await platform.event()
            func add() async throws -> Int? {
                let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
                return made["dates"]?[0]?["id"]?.intValue
            }
            let first = try #require(try await add())
            let occurrence = platform.server.service.read { state, _ in
                state.occurrence(of: Identifier(Int64(first)))?.id
            }
            let draft = StockDraft(
                owner: .occurrence(try #require(occurrence)), price: Euros(cents: 500), available: nil,
                limit: .unspecified)
            try platform.server.service.perform(.createStock(by: .team, draft)) { _, _ in }
            let last = try #require(try await add())
            let page = await platform.send("GET", path + "/dates?limit=2")
            #expect(page.json?["dates"]?.arrayValue?.compactMap { $0["id"]?.intValue } == [first, last])
        }
    }

    @Test("a date that the portal put a stock on is taken out with that stock alone")
    func sharedDate() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let (path, price) = try await platform.event()
            let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let own = Identifier<Stock>(Int64(try #require(made["dates"]?[0]?["id"]?.intValue)))
            let occurrence = try #require(platform.server.service.read { state, _ in state.occurrence(of: own)?.id })
            let draft = StockDraft(
                owner: .occurrence(occurrence), price: Euros(cents: 500), available: nil, limit: .unspecified)
            try platform.server.service.perform(.createStock(by: .team, draft)) { _, _ in }
            let portals = try #require(
                platform.server.service.read { state, _ in state.stocks(of: occurrence).last?.id })
            let mine = try await platform.book(made["dates"]?[0]?["id"])
            let other = try await platform.book(.number(JSONNumber(portals.number)))
            #expect(await platform.send("DELETE", path + "/dates/\(own.number)").status == 204)
            func isCancelled(_ booking: JSONValue) -> Bool? {
                platform.server.service.read { state, _ in
                    booking["id"]?.intValue.flatMap { state.bookings[Identifier(Int64($0))]?.isCancelled }
                }
            }
            #expect(isCancelled(mine) == true && isCancelled(other) == false)
            #expect(platform.server.service.read { state, _ in state.occurrence(of: portals)?.isDeleted } == false)
            #expect(await platform.send("GET", path + "/dates").json?["dates"] == [])
        }
    }

    @Test("a date that the portal moved before its limit is judged by that only once one of the two is sent")
    func movedBeforeItsLimit() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let (path, price) = try await platform.event()
            let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let id = try #require(made["dates"]?[0]?["id"]?.intValue)
            let before = try #require(
                platform.server.service.read { state, _ in state.occurrence(of: Identifier(Int64(id))) })
            let begin = before.begin - .hours(48)
            try platform.server.service.perform(
                .updateOccurrence(by: .team, before.id, begin: begin, end: begin + .hours(2))
            ) { _, _ in }
            let date = path + "/dates/\(id)"
            let changed = await platform.send("PATCH", date, ["quantity": 5])
            #expect(changed.status == 200 && changed.json?["quantity"] == 5, "\(changed.text)")
            let later = JSONValue.string((begin + .hours(1)).iso8601)
            #expect(
                refusal(await platform.send("PATCH", date, ["bookingLimitDatetime": later]))
                    == "400 bookingLimitDatetime")
            #expect(
                refusal(await platform.send("PATCH", date, ["beginningDatetime": later])) == "400 bookingLimitDatetime")
        }
    }

    /// A change of one good date, and the key that is refused.
    static let refusals: [(change: JSONObject, key: String)] = [
        (["beginningDatetime": "2026-01-12T11:00:00Z"], "dates.1.beginningDatetime"),
        (["beginningDatetime": "2026-01-19T19:00:00"], "dates.1.beginningDatetime"),
        (["bookingLimitDatetime": "2026-01-01T19:00:00Z"], "dates.1.bookingLimitDatetime"),
        (["bookingLimitDatetime": "2026-01-19T20:00:00Z"], "dates.1.bookingLimitDatetime"),
        (["bookingLimitDatetime": "2026-01-12T13:00:00Z"], "dates.1.bookingLimitDatetime"),
        (["priceCategoryId": 999], "dates.1.priceCategoryId"), (["quantity": 0], "dates.1.quantity"),
        (["quantity": .null], "dates.1.quantity"), (["quantity": "infinity"], "dates.1.quantity"),
        (["idAtProvider": "a"], "dates.1.idAtProvider"),
        (["idAtProvider": .string(String(repeating: "i", count: 71))], "dates.1.idAtProvider"),
        (["price": 5], "dates.1.price"),
    ]

    @Test(
        "a date that cannot be is refused by its place and field, and none of the call is made",
        arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            let (change, key) = Self.refusals[row]
            let (path, price) = try await platform.event(["publicationDatetime": "2026-01-13T12:00:00Z"])
            let dates: JSONValue = [
                platform.date(price, ["idAtProvider": "a"]), platform.date(price, change),
            ]
            #expect(refusal(await platform.send("POST", path + "/dates", ["dates": dates])) == "400 \(key)")
            #expect(line(await platform.send("GET", path + "/dates")) == #"200 {"dates":[]}"#)
        }
    }

    @Test("an event has 2500 dates at most")
    func mostDates() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            func add(_ count: Int) async -> String {
                let date = platform.date(price)
                return refusal(
                    await platform.send(
                        "POST", path + "/dates", ["dates": .array(Array(repeating: date, count: count))]))
            }
            #expect(await add(2_501) == "400 dates")
            #expect(await add(2_499) == "200 dates")
            #expect(await add(2) == "400 dates")
            #expect(await add(1) == "200 dates")
        }
    }

    @Test("a date that is taken out takes its unused bookings with it, once")
    func deletion() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let stock = try #require(made["dates"]?[0]?["id"])
            let used = try await platform.book(stock)
            let unused = try await platform.book(stock)
            await platform.advance(hours: 49)
            let token = used["token"]?.stringValue ?? ""
            #expect(await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)").status == 204)
            let date = "\(path)/dates/\(stock.intValue ?? 0)"
            #expect(line(await platform.send("DELETE", date)) == "204")
            #expect(await platform.status(of: unused) == "CANCELLED")
            #expect(await platform.status(of: used) == "USED")
            let gone = #"404 {"stock_id":["No stock could be found"]}"#
            #expect(line(await platform.send("DELETE", date)) == gone)
            #expect(line(await platform.send("PATCH", date, ["quantity": 1])) == gone)
            #expect(line(await platform.send("GET", path + "/dates")) == #"200 {"dates":[]}"#)
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("a date is taken out until two days after its end")
    func lateDeletion() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let sent = [platform.date(price), platform.date(price)]
            let made = try await platform.made(path + "/dates", ["dates": .array(sent)])
            let ids = made["dates"]?.arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            await platform.advance(hours: 7 * 24 + 7 + 2 + 48)
            #expect(line(await platform.send("DELETE", "\(path)/dates/\(ids[0])")) == "204")
            await platform.advance(hours: 1)
            #expect(
                line(await platform.send("DELETE", "\(path)/dates/\(ids[1])"))
                    == #"400 {"global":["L'évènement s'est terminé il y a plus de deux jours, la suppression est impossible."]}"#
            )
        }
    }

    @Test("a start that is moved moves the cancellation limit; the same start sent again does not")
    func moving() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event()
            let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let stock = try #require(made["dates"]?[0]?["id"])
            _ = try await platform.book(stock)
            let date = "\(path)/dates/\(stock.intValue ?? 0)"
            func limit() async -> JSONValue? {
                let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
                return list.json?["bookings"]?[0]?["confirmationDate"]
            }
            #expect(await limit() == "2026-01-14T12:00:00Z")
            await platform.advance(hours: 24)
            #expect(await platform.send("PATCH", date, ["beginningDatetime": "2026-01-19T19:00:00Z"]).status == 200)
            #expect(await limit() == "2026-01-14T12:00:00Z")
            let moved = await platform.send("PATCH", date, ["beginningDatetime": "2026-01-25T19:00:00Z"])
            #expect(moved.json?["beginningDatetime"] == "2026-01-25T19:00:00Z")
            #expect(await limit() == "2026-01-15T12:00:00Z")
            let rows: [(change: JSONObject, key: String)] = [
                (["beginningDatetime": "2026-01-19T18:00:00Z"], "400 bookingLimitDatetime"),
                (["priceCategoryId": 999], "400 priceCategoryId"), (["quantity": -1], "400 quantity"),
                (["beginningDatetime": .null], "400 beginningDatetime"),
            ]
            for (change, key) in rows { #expect(refusal(await platform.send("PATCH", date, .object(change))) == key) }
        }
    }
}
