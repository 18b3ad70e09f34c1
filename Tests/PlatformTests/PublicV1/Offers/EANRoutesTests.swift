// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Products by EAN: today §3.7.
@Suite struct EANRoutesTests {
    private static let path = TodayPlatform.products + "/ean"
    private static let book = "9782070360024"

    private func order(_ platform: TodayPlatform, _ products: [JSONValue]) async -> RawExchange {
        await platform.send(
            "POST", Self.path,
            [
                "location": ["type": "physical", "venueId": .number(JSONNumber(platform.venueID))],
                "products": .array(products),
            ])
    }

    private func found(_ platform: TodayPlatform, _ eans: String) async -> [JSONValue] {
        let answer = await platform.send("GET", Self.path + "?eans=\(eans)&venueId=\(platform.venueID)")
        return answer.json?["products"]?.arrayValue ?? []
    }

    private func pass(_ platform: TodayPlatform) async {
        await platform.control("POST", "/clock/advance", #"{"by": 5}"#)
    }

    private func article(_ ean: String, _ stock: JSONObject) -> JSONValue {
        ["ean": .string(ean), "stock": .object(stock)]
    }

    @Test("what is asked for is there seconds later, and what nobody knows is left out")
    func upsert() async throws {
        try await TodayPlatform.run { platform in
            let answer = await order(
                platform,
                [
                    article(Self.book, ["price": 810, "quantity": 3]), article("9999999999999", ["price": 1]),
                    article("9782378761585", ["price": 1]),
                ])
            #expect(line(answer) == "204")
            #expect(await found(platform, Self.book) == [], "not yet")
            await pass(platform)
            let offers = await found(platform, "\(Self.book),9999999999999,9782378761585")
            #expect(offers.count == 1)
            #expect(offers[0]["categoryRelatedFields"] == ["category": "LIVRE_PAPIER", "ean": .string(Self.book)])
            #expect(offers[0]["stock"]?["quantity"] == 3)
            #expect(offers[0]["status"] == "ACTIVE")
            #expect(offers[0]["publicationDatetime"] == "2026-01-12T12:00:00Z")
        }
    }

    @Test("the quantity sent is what is left; none leaves what is booked, and takes out what is not")
    func quantities() async throws {
        try await TodayPlatform.run { platform in
            _ = await order(platform, [article(Self.book, ["price": 810, "quantity": "unlimited"])])
            await pass(platform)
            #expect(await found(platform, Self.book)[0]["stock"]?["quantity"] == "unlimited")
            let stock = JSONValue.number(JSONNumber(platform.server.service.read { state, _ in state.stocks.count }))
            let bookings = [try await platform.book(stock), try await platform.book(stock)]
            _ = await order(platform, [article(Self.book, ["price": 900, "quantity": 3])])
            await pass(platform)
            #expect(
                await found(platform, Self.book)[0]["stock"]
                    == ["price": 900, "quantity": 5, "bookedQuantity": 2, "bookingLimitDatetime": .null])
            _ = await order(platform, [article(Self.book, ["price": 900, "quantity": 0])])
            await pass(platform)
            #expect(await found(platform, Self.book)[0]["status"] == "SOLD_OUT")
            #expect(await platform.status(of: bookings[0]) == "CONFIRMED")
            for booking in bookings {
                let token = booking["token"]?.stringValue ?? ""
                #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 204)
            }
            _ = await order(platform, [article(Self.book, ["price": 900, "quantity": 0])])
            await pass(platform)
            #expect(await found(platform, Self.book)[0]["stock"] == .null)
            _ = await order(platform, [article(Self.book, ["price": 700, "quantity": 1])])
            await pass(platform)
            #expect(await found(platform, Self.book).map { $0["stock"]?["price"] } == [700])
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("500 articles at once are carried out in their order, the last word on one of them winning")
    func many() async throws {
        try await TodayPlatform.run { platform in
            let eans = (0..<499).map { number in
                let digits = String(number)
                return "200" + String(repeating: "0", count: 10 - digits.count) + digits
            }
            let products = eans.map { article($0, ["price": 100, "quantity": 1]) }
            let last = article(eans[0], ["price": 200, "quantity": 2])
            #expect(line(await order(platform, products + [last])) == "204")
            #expect(refusal(await order(platform, products + [last, last])) == "400 products")
            await pass(platform)
            #expect(platform.server.service.read { state, _ in state.offers.count } == 499)
            #expect(await found(platform, eans[0])[0]["stock"]?["price"] == 200)
            #expect(await found(platform, eans[..<100].joined(separator: ",")).count == 100)
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("a link that is cut before it is carried out leaves nothing to do, of what is there already too")
    func cut() async throws {
        try await TodayPlatform.run { platform in
            _ = await order(platform, [article(Self.book, ["price": 810, "quantity": 3])])
            await pass(platform)
            _ = await order(platform, [article(Self.book, ["price": 777, "quantity": 9])])
            await platform.link(false)
            await pass(platform)
            await platform.link(true)
            await pass(platform)
            #expect(await found(platform, Self.book)[0]["stock"]?["price"] == 810)
            #expect(await found(platform, Self.book)[0]["stock"]?["quantity"] == 3)
            _ = await order(platform, [article(Self.book, ["price": 900, "quantity": 9])])
            await pass(platform)
            #expect(await found(platform, Self.book)[0]["stock"]?["price"] == 900, "the next one is carried out")
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("what was asked for outlives a snapshot")
    func snapshot() async throws {
        try await TodayPlatform.run { platform in
            _ = await order(platform, [article(Self.book, ["price": 810, "quantity": 3])])
            let service = platform.server.service
            let state = service.read { state, _ in state }
            #expect(state.eanOrders.count == 1)
            let snapshot = await platform.control("POST", "/snapshots")
            let id = snapshot.json?["id"]?.stringValue ?? ""
            await pass(platform)
            #expect(await found(platform, Self.book).count == 1)
            #expect(await platform.control("POST", "/snapshots/\(id)/restore").status < 300)
            #expect(await found(platform, Self.book) == [])
            await pass(platform)
            #expect(await found(platform, Self.book).count == 1)
        }
    }

    static let refusals: [(product: JSONValue, key: String)] = [
        (["ean": "9782070360024", "stock": [:]], "products.0.stock.price"),
        (["ean": "9782070360024", "stock": ["price": .null]], "products.0.stock.price"),
        (["ean": "9782070360024", "stock": ["price": 300_000]], "products.0.stock.price"),
        (["ean": "978207036002", "stock": ["price": 1]], "products.0.ean"),
        (["ean": "9782070360024"], "products.0.stock"),
        (["ean": "9782070360024", "stock": ["price": 1, "quantity": -1]], "products.0.stock.quantity"),
        (["ean": "9782070360024", "stock": ["price": 1], "name": "x"], "products.0.name"),
        (
            ["ean": "9782070360024", "stock": ["price": 1], "publicationDatetime": "2026-01-01T00:00:00Z"],
            "products.0.publicationDatetime"
        ),
    ]

    @Test("what cannot be is refused at once by its place", arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            let (product, key) = Self.refusals[row]
            #expect(refusal(await order(platform, [product])) == "400 \(key)")
            #expect(refusal(await platform.send("POST", Self.path, json: "{")) == "400 global")
            #expect(
                refusal(
                    await platform.send(
                        "POST", Self.path, ["location": ["type": "physical", "venueId": 999], "products": []]))
                    == "404 global")
            #expect(platform.server.service.read { state, _ in state.eanOrders.count } == 0)
        }
    }

    @Test("availability tells known articles from the others, each number once")
    func availability() async throws {
        try await TodayPlatform.run { platform in
            let path = Self.path + "/check_availability"
            let eans = [Self.book, Self.book, "0889854690519", "9782378761585", "2040000000000", "9999999999999"]
            let answer = await platform.send("GET", path + "?eans=" + eans.joined(separator: ","))
            #expect(answer.json?["available"]?.arrayValue == [.string(Self.book), "0889854690519"])
            #expect(
                answer.json?["rejected"]
                    == [
                        "notFound": ["9999999999999"], "subcategoryNotAllowed": ["9782378761585"],
                        "notCompliantWithCgu": ["2040000000000"],
                    ])
            let many = (0...100).map { "\(2_000_000_000_000 + $0)" }.joined(separator: ",")
            let rows = [
                ("", "EAN list must not be empty"), (many, "Too many EANs"),
                ("97820703600AB", "EAN must be an integer"),
                ("978207036002", "Only 13 characters EAN are accepted"),
            ]
            for (eans, sentence) in rows {
                #expect(line(await platform.send("GET", path + "?eans=" + eans)) == #"400 {"eans":["\#(sentence)"]}"#)
            }
            #expect(refusal(await platform.send("GET", Self.path + "?eans=\(Self.book)")) == "400 venueId")
            #expect(
                refusal(await platform.send("GET", Self.path + "?eans=\(Self.book)&venueId=999")) == "404 global")
        }
    }
}
