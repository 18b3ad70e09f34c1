// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture

/// A shop whose lists are in memory.
struct ListedShop: StockSource, EventSource {
    static let siret = "12345678200010"

    var stock: [FeedStock] = []
    var agenda: [FeedEvent] = []

    func stocks(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedStock>? {
        guard siret.digits == Self.siret else { return nil }
        // As a list comes out of a database that promises no order.
        return try FeedPage(of: stock.shuffled(), for: query)
    }

    func events(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedEvent>? {
        guard siret.digits == Self.siret else { return nil }
        return try FeedPage(of: agenda.shuffled(), for: query)
    }

    /// Books by their number on the shelf, one for each entry: `[1, 1, 2]` is a book at two prices and another.
    static func of(_ books: [Int], changed: [Instant?] = []) throws -> ListedShop {
        var shop = ListedShop()
        for (index, book) in books.enumerated() {
            let time = changed.indices.contains(index) ? changed[index] : nil
            shop.stock.append(try FeedStock(Self.ean(book), available: 1, priceCents: 100 + index, modifiedAt: time))
        }
        return shop
    }

    /// The EAN of a book.
    static func ean(_ book: Int) throws -> EAN {
        let body = "978207036" + String(String(1_000 + book).dropFirst())
        for digit in 0...9 {
            if let ean = try? EAN(body + String(digit)) { return ean }
        }
        throw EANError.length(book)
    }
}

/// A source that does what a closure does.
struct ScriptedStocks: StockSource {
    let page: @Sendable (Siret, FeedQuery) async throws -> FeedPage<FeedStock>?

    func stocks(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedStock>? {
        try await page(siret, query)
    }
}

extension FeedAnswer {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The references of a page of stocks.
    func references() throws -> [String] {
        let stocks = try JSONValue(parsing: body).objectValue?["stocks"]?.arrayValue ?? []
        return stocks.compactMap { $0.objectValue?["ref"]?.stringValue }
    }

    /// A number of a page.
    func number(_ key: String) throws -> Int? { try JSONValue(parsing: body).objectValue?[key]?.intValue }
}

extension ProviderFeed {
    /// Asks for stocks with a query.
    func stocks(_ query: String = "", of siret: String = ListedShop.siret) async -> FeedAnswer {
        await answer(method: "GET", target: "/stocks/\(siret)\(query)")
    }
}
