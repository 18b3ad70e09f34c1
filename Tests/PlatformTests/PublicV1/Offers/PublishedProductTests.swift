// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Products by their full data: today §3.7.
@Suite struct PublishedProductTests {
    private static let left = TodayPlatform.left

    @Test("a product is answered whole, shown and listed; its stock counts what is booked")
    func creation() async throws {
        try await TodayPlatform.run { platform in
            let product = try await platform.made(TodayPlatform.products, platform.productBody(["idAtProvider": "p"]))
            let id = try #require(product["id"]?.intValue)
            #expect(
                product["stock"]
                    == ["price": 1299, "quantity": 3, "bookedQuantity": 0, "bookingLimitDatetime": .null])
            #expect(
                product["categoryRelatedFields"] == ["category": "SUPPORT_PHYSIQUE_FILM", "ean": "3259190370418"])
            #expect(product["enableDoubleBookings"] == false)
            #expect(product["status"] == "ACTIVE")
            #expect(await platform.send("GET", "\(TodayPlatform.products)/\(id)").json == product)
            let list = await platform.send("GET", TodayPlatform.products + "?idsAtProvider=p")
            #expect(list.json?["products"]?.arrayValue == [product])
            #expect(line(await platform.send("GET", TodayPlatform.events)) == #"200 {"events":[]}"#)
            #expect(refusal(await platform.send("GET", "\(TodayPlatform.events)/\(id)")) == "404 event_id")
            #expect(refusal(await platform.send("GET", TodayPlatform.products + "/999")) == "404 product_id")
        }
    }

    static let refusals: [(changes: JSONObject, answer: String)] = [
        (
            ["categoryRelatedFields": ["category": "LIVRE_PAPIER", "ean": "9782070360024"]],
            "400 categoryRelatedFields.category"
        ),
        (["categoryRelatedFields": ["category": "CONCERT"]], "400 categoryRelatedFields.category"),
        (["categoryRelatedFields": ["category": "PARTITION"]], "400 categoryRelatedFields.ean"),
        (["categoryRelatedFields": ["category": "PARTITION", "ean": "123"]], "400 categoryRelatedFields.ean"),
        (["stock": ["quantity": 1]], "400 stock.price"), (["stock": ["price": .null]], "400 stock.price"),
        (["stock": ["price": 1, "quantity": 0]], "400 stock.quantity"),
        (["stock": ["price": 300_000]], "400 stock.price"), (["stock": ["price": -1]], "400 stock.price"),
        (["stock": ["price": 1, "bookingLimitDatetime": "2026-01-12T11:00:00Z"]], "400 stock.bookingLimitDatetime"),
        (["hasTicket": false], "400 hasTicket"), (["eventDuration": 10], "400 eventDuration"),
        (["enableDoubleBookings": true], "400 enableDoubleBookings"),
        (
            [
                "publicationDatetime": "2026-02-01T00:00:00Z",
                "stock": ["price": 1, "bookingLimitDatetime": "2026-01-20T00:00:00Z"],
            ], "400 __root__"
        ),
        (
            [
                "publicationDatetime": "2026-02-01T00:00:00Z",
                "stock": ["price": 1, "bookingLimitDatetime": "2026-02-01T00:00:00Z"],
            ], "400 __root__"
        ),
        (
            [
                "bookingAllowedDatetime": "2026-02-01T00:00:00Z",
                "stock": ["price": 1, "bookingLimitDatetime": "2026-02-01T00:00:00Z"],
            ], "400 __root__"
        ),
    ]

    @Test("what cannot be is refused by its path", arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            let (changes, answer) = Self.refusals[row]
            let body = platform.productBody(changes)
            #expect(refusal(await platform.send("POST", TodayPlatform.products, body)) == answer, "\(body.text)")
            #expect(platform.server.service.read { state, _ in state.offers.count } == 0)
        }
    }

    @Test(
        "a product's EAN changes when it is sent, is taken away as null where it need not be, and is refused where it is wrong"
    )
    func changedArticle() async throws {
        try await TodayPlatform.run { platform in
            func patched(_ id: JSONValue?, _ fields: JSONObject) async throws -> RawExchange {
                await platform.send(
                    "PATCH", TodayPlatform.products,
                    ["offerId": try #require(id), "categoryRelatedFields": .object(fields)])
            }
            let film = try await platform.made(TodayPlatform.products, platform.productBody())
            let key = "categoryRelatedFields"
            let other: JSONObject = ["category": "SUPPORT_PHYSIQUE_FILM", "ean": "3333290000000"]
            #expect(try await patched(film["id"], other).json?[key]?["ean"] == "3333290000000")
            let id = try #require(film["id"]?.intValue)
            #expect(await platform.send("GET", "\(TodayPlatform.products)/\(id)").json?[key] == .object(other))
            let same = try await patched(film["id"], ["category": "SUPPORT_PHYSIQUE_FILM"])
            #expect(same.json?[key]?["ean"] == "3333290000000", "what is left out stays")
            for wrong: JSONValue in ["123", .null, 5] {
                let answer = try await patched(film["id"], ["category": "SUPPORT_PHYSIQUE_FILM", "ean": wrong])
                #expect(refusal(answer) == "400 categoryRelatedFields.ean")
            }
            let music: JSONObject = [
                "category": "TELECHARGEMENT_MUSIQUE", "ean": "3259190370418",
                "musicType": .string(MusicType.all.first ?? ""),
            ]
            let location: JSONValue = [
                "type": "digital", "venueId": .number(JSONNumber(platform.venueID)), "url": "https://a.example/b",
            ]
            let file = try await platform.made(
                TodayPlatform.products, platform.productBody([key: .object(music), "location": location]))
            let without = try await patched(file["id"], ["category": "TELECHARGEMENT_MUSIQUE", "ean": .null])
            #expect(without.json?[key]?["ean"] == .null && without.status == 200)
        }
    }

    @Test(
        "what one change refuses is refused in two: the sale cannot come to begin after its end",
        arguments: ["publicationDatetime", "bookingAllowedDatetime"])
    func inTwoSteps(field: String) async throws {
        try await TodayPlatform.run { platform in
            let limit: JSONValue = "2026-01-20T00:00:00Z"
            let product = try await platform.made(
                TodayPlatform.products, platform.productBody(["stock": ["price": 1, "bookingLimitDatetime": limit]]))
            let id = try #require(product["id"])
            func patch(_ date: JSONValue, _ more: JSONObject = [:]) async -> RawExchange {
                var body = more
                body["offerId"] = id
                body[field] = date
                return await platform.send("PATCH", TodayPlatform.products, .object(body))
            }
            for date: JSONValue in [limit, "2026-02-01T00:00:00Z"] {
                let refused = await patch(date)
                #expect(
                    line(refused)
                        == #"400 {"__root__":["`stock.bookingLimitDatetime` must be after `\#(field)`"]}"#)
            }
            #expect(await platform.send("GET", "\(TodayPlatform.products)/\(id.intValue ?? 0)").json == product)
            #expect(await patch("2026-01-19T00:00:00Z").status == 200)
            #expect(await patch("2026-02-01T00:00:00Z", ["stock": .null]).status == 200, "nothing is sold any more")
        }
    }

    @Test("a product is changed by the number in the body; without a stock its bookings are cancelled")
    func changes() async throws {
        try await TodayPlatform.run { platform in
            let product = try await platform.made(TodayPlatform.products, platform.productBody())
            let id = try #require(product["id"])
            let stockID = platform.server.service.read { state, _ in state.stocks.count }
            let booking = try await platform.book(.number(JSONNumber(stockID)))
            func patch(_ change: JSONObject) async -> RawExchange {
                var body = change
                body["offerId"] = id
                return await platform.send("PATCH", TodayPlatform.products, .object(body))
            }
            let more = await patch(["stock": ["quantity": 5, "price": 1399]])
            #expect(
                more.json?["stock"]
                    == ["price": 1399, "quantity": 6, "bookedQuantity": 1, "bookingLimitDatetime": .null])
            #expect(await patch(["stock": ["quantity": "unlimited"]]).json?["stock"]?["quantity"] == "unlimited")
            #expect(await patch(["name": "Autre titre"]).json?["stock"]?["bookedQuantity"] == 1)
            #expect(await patch(["stock": .null]).json?["stock"] == .null)
            #expect(await platform.status(of: booking) == "CANCELLED")
            #expect(refusal(await patch(["stock": ["quantity": 2]])) == "400 stock.price")
            #expect(await patch(["stock": ["quantity": 2, "price": 100]]).json?["stock"]?["quantity"] == 2)
            #expect(refusal(await platform.send("PATCH", TodayPlatform.products, ["name": "x"])) == "400 offerId")
            #expect(refusal(await platform.send("PATCH", TodayPlatform.products, ["offerId": 999])) == "404 offerId")
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }
}
