// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// What the portal of 2018 does to what publishers of today's edition made: they are told what is true, and touch what is theirs.
@Suite struct PortalEditsTests {
    private static let book = "9782070360024"

    /// Orders so many copies of a book, and lets it come about.
    private func order(_ quantity: Int, _ platform: TodayPlatform) async {
        let product: JSONValue = [
            "ean": .string(Self.book), "stock": ["price": 810, "quantity": .number(JSONNumber(quantity))],
        ]
        let place: JSONValue = ["type": "physical", "venueId": .number(JSONNumber(platform.venueID))]
        let answer = await platform.send(
            "POST", TodayPlatform.products + "/ean", ["location": place, "products": [product]])
        #expect(answer.status == 204)
        await platform.control("POST", "/clock/advance", #"{"by": 5}"#)
    }

    /// The stock of the first offer, as its publisher is told it.
    private func stock(_ platform: TodayPlatform) async -> JSONValue? {
        await platform.send("GET", TodayPlatform.products + "/1").json?["stock"]
    }

    /// Puts copies on sale beside the publisher's.
    private func addStock(of offer: Identifier<Offer>, _ platform: TodayPlatform) throws -> Stock {
        let draft = StockDraft(owner: .offer(offer), price: Euros(cents: 500), available: 7, limit: .unspecified)
        try platform.server.service.perform(.createStock(by: .team, draft)) { _, _ in }
        return try #require(platform.server.service.read { state, _ in state.stocks(of: offer).last })
    }

    @Test(
        "copies that the portal keeps from sale are told to nobody, and what is sent is left all the same",
        arguments: [true, false])
    func keptFromSale(byEAN: Bool) async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            let id = Identifier<Stock>(1)
            await order(5, platform)
            var changes = StockChanges()
            changes.resellsUnfetched = false
            try service.perform(.updateStock(by: .team, id, changes)) { _, _ in }
            for _ in 0..<2 { _ = try await platform.booking(of: ["stockId": 1]) }
            await platform.advance(hours: 10 * 24)
            #expect(platform.remaining(of: 1) == 3, "two were not fetched, and do not go back on sale")
            #expect(
                await stock(platform)
                    == ["price": 810, "quantity": 3, "bookedQuantity": 0, "bookingLimitDatetime": .null])
            if byEAN {
                await order(4, platform)
            } else {
                let patched = await platform.send(
                    "PATCH", TodayPlatform.products, ["offerId": 1, "stock": ["quantity": 4]])
                #expect(patched.status == 200)
            }
            #expect(await stock(platform)?["quantity"] == 4)
            #expect(platform.remaining(of: 1) == 4)
            changes.resellsUnfetched = true
            try service.perform(.updateStock(by: .team, id, changes)) { _, _ in }
            #expect(platform.remaining(of: 1) == 4, "who sent how many are left has counted them")
            #expect(service.read { state, _ in state.violations } == [])
        }
    }

    @Test("beside a stock of the portal's, a publisher reads, changes and takes out its own alone")
    func twoStocks() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            let product = try await platform.made(TodayPlatform.products, platform.productBody())
            let id = try #require(product["id"])
            let offer = Identifier<Offer>(Int64(try #require(id.intValue)))
            let portals = try addStock(of: offer, platform)
            func patch(_ stock: JSONValue) async -> JSONValue? {
                await platform.send("PATCH", TodayPlatform.products, ["offerId": id, "stock": stock]).json?["stock"]
            }
            #expect(await platform.send("GET", "\(TodayPlatform.products)/\(offer.number)").json == product)
            #expect(
                await patch(["quantity": 5])
                    == ["price": 1299, "quantity": 5, "bookedQuantity": 0, "bookingLimitDatetime": .null])
            let booked = await platform.control("POST", "/bookings", #"{"offerId": \#(offer.number)}"#)
            #expect(booked.json?["stockId"]?.intValue == Int(portals.id.number) - 1, "\(booked.text)")
            #expect(await patch(.null) == .null)
            #expect(await patch(["price": 100, "quantity": 2])?["quantity"] == 2)
            #expect(service.read { state, _ in state.stocks[portals.id] } == portals)
            #expect(service.read { state, _ in state.violations } == [])
        }
    }

    @Test("an order by EAN reaches its publisher's stock alone, and makes one where there is only the portal's")
    func orderBeside() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            await order(3, platform)
            let portals = try addStock(of: Identifier(1), platform)
            await order(2, platform)
            #expect(await stock(platform)?["quantity"] == 2)
            await order(0, platform)
            #expect(await stock(platform) == .null)
            await order(4, platform)
            #expect(await stock(platform)?["quantity"] == 4)
            #expect(service.read { state, _ in state.stocks.count } == 3)
            #expect(service.read { state, _ in state.stocks[portals.id] } == portals)
        }
    }

    @Test("a length below nothing, which the portal takes, is told as none, and a date lasts two hours then")
    func length() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            let (path, price) = try await platform.event(["eventDuration": 60])
            let product = try #require(service.read { state, _ in state.products[Identifier(1)] })
            var details = ProductDetails(product)
            details.durationMinutes = -5
            try service.perform(.updateProduct(by: .team, product.id, details)) { _, _ in }
            let shown = await platform.send("GET", path)
            #expect(shown.status == 200 && shown.json?["eventDuration"] == .null, "\(shown.text)")
            _ = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let date = try #require(service.read { state, _ in state.occurrences[Identifier(1)] })
            #expect(date.end - date.begin == .hours(2))
        }
    }

    @Test("a price that the portal gives a date is what is booked, until its publisher sends the price category again")
    func price() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            let (path, price) = try await platform.event()
            let made = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let id = try #require(made["dates"]?[0]?["id"]?.intValue)
            var changes = StockChanges()
            changes.price = Euros(cents: 900)
            try service.perform(.updateStock(by: .team, Identifier(Int64(id)), changes)) { _, _ in }
            #expect(await platform.send("GET", path + "/dates").json == made, "the category's price is what it was")
            _ = try await platform.book(made["dates"]?[0]?["id"])
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
            #expect(list.json?["bookings"]?[0]?["price"] == 900)
            #expect(list.json?["bookings"]?[0]?["priceCategoryId"]?.intValue == price)
            let again = await platform.send(
                "PATCH", path + "/dates/\(id)", ["priceCategoryId": .number(JSONNumber(price))])
            #expect(again.status == 200)
            #expect(service.read { state, _ in state.stocks[Identifier(Int64(id))]?.price } == Euros(cents: 1500))
        }
    }

    @Test("a date that the portal adds is booked and listed like others, and none that its publisher can change")
    func addedDate() async throws {
        try await TodayPlatform.run(edition: .both) { platform in
            let service = platform.server.service
            let (path, _) = try await platform.event()
            #expect(await platform.send("GET", path).json?["status"] == "SOLD_OUT")
            let begin = service.now() + .days(7)
            try service.perform(
                .createOccurrence(by: .team, Identifier(1), begin: begin, end: begin + .hours(1))
            ) { _, _ in }
            let draft = StockDraft(
                owner: .occurrence(Identifier(1)), price: Euros(cents: 700), available: 3, limit: .unspecified)
            try service.perform(.createStock(by: .team, draft)) { _, _ in }
            #expect(await platform.send("GET", path).json?["status"] == "ACTIVE")
            #expect(await platform.send("GET", path + "/dates").json?["dates"] == [])
            _ = try await platform.booking(of: ["stockId": 1])
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)&stockId=1")
            #expect(list.json?["bookings"]?[0]?["price"] == 700)
            #expect(list.json?["bookings"]?[0]?["priceCategoryId"] == .null)
            #expect(list.json?["bookings"]?[0]?["confirmationDate"]?.stringValue != nil, "today's rules hold")
            #expect(refusal(await platform.send("PATCH", path + "/dates/1", ["quantity": 9])) == "404 stock_id")
            #expect(refusal(await platform.send("DELETE", path + "/dates/1")) == "404 stock_id")
        }
    }
}
