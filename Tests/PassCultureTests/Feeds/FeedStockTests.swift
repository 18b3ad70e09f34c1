// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import Testing

/// Stocks and SIRETs as a provider makes them: what cannot be served is refused there.
struct FeedStockTests {
    @Test func `what cannot be served is refused where it is made`() throws {
        let book = try EAN("9782070360024")
        #expect(throws: FeedError.negativeStock(-1)) { try FeedStock(book, available: -1) }
        #expect(throws: FeedError.negativePrice(cents: -5)) { try FeedStock(book, available: 1, priceCents: -5) }
        #expect(throws: FeedError.date) { try FeedStock(book, available: 1, validUntil: .latest + .hours(1)) }
        #expect(throws: FeedError.date) { try FeedStock(book, available: 1, validUntil: .epoch - .hours(1)) }
        #expect(throws: FeedError.identifier) { try FeedStock(occurrence: "", available: 1, priceCents: 5) }
        #expect(throws: FeedError.negativeStock(-2)) { try FeedStock(occurrence: "a", available: -2, priceCents: 5) }
    }

    @Test func `only books go without a price`() throws {
        let disc = try EAN("0889854690519")
        #expect(throws: FeedError.priceMissing) { try FeedStock(disc, available: 1) }
        #expect(try FeedStock(disc, available: 1, priceCents: 1_999).reference == "0889854690519")
        #expect(try FeedStock(EAN("9782070360024"), available: 0).priceCents == nil)
        #expect(try FeedStock(EAN("9791234567896"), available: 0).priceCents == nil)
    }

    @Test(arguments: [
        (0, "0.00"), (5, "0.05"), (1_010, "10.10"), (2_299, "22.99"), (30_000, "300.00"),
        (Int.max, "92233720368547758.07"),
    ])
    func `a price is written from its cents, and never through a fraction`(cents: Int, text: String) async throws {
        let shop = ListedShop(stock: [try FeedStock(occurrence: "a", available: 1, priceCents: cents)])
        #expect(await ProviderFeed(stocks: shop).stocks().text.contains("\"price\":\(text)}"))
    }

    @Test func `entries of one reference are served the cheaper first`() throws {
        let prices = try [nil, 860, 780].map { try FeedStock(EAN("9782070360024"), available: 1, priceCents: $0) }
        #expect(prices.sorted().map(\.priceCents) == [nil, 780, 860])
    }

    @Test(arguments: ["73282932000074", "12345678901234", "00000000000000"])
    func `a SIRET has fourteen digits, invented ones included`(text: String) throws {
        #expect(try Siret(text).description == text)
    }

    @Test(arguments: [
        "", "7328293200007", "732829320000740", "7328293200007A", "732 82932000074", "７３２８２９３２００００７４",
        "73282932000007-",
    ])
    func `what is no SIRET is refused`(text: String) {
        #expect(throws: FeedError.siret) { try Siret(text) }
    }

    @Test func `every refusal is said in a sentence`() {
        let errors: [FeedError] = [
            .siret, .identifier, .negativeStock(-1), .negativePrice(cents: -1), .priceMissing, .date, .emptyText,
            .timing(uid: "a"), .timingTwice(uid: "a"), .image, .eddCode(1), .eddCodeOutside(.game),
            .pageTooLong(count: 3, limit: 2), .pageBeginsAgain(reference: "a"), .entryTwice(reference: "a"),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        #expect(errors.allSatisfy { $0.description.contains(" ") })
    }
}
