// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A product, as the platform has it (`today §3.7`).
public struct ProductOffer: Hashable, Sendable {
    /// What every offer has.
    public let offer: PublishedOffer

    /// What it costs and how many there are; nil when there is nothing to be booked.
    public let stock: ProductStock?

    /// Its number.
    public var id: Int { offer.id }

    /// The number under its bar code.
    public var ean: EAN? { offer.category.ean }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        offer = try PublishedOffer(reader)
        let stock = reader["stock"]
        self.stock = stock.isMissing || stock.isNull ? nil : try ProductStock(stock)
    }
}
