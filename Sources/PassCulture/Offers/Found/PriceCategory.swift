// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A price of an event, as the platform has it (`today §3.5`).
public struct PriceCategory: Hashable, Sendable {
    /// Its number, for ``DateDraft/priceCategory``.
    public let id: Int

    /// The name.
    public let label: String

    /// The price, in cents.
    public let priceCents: Int

    /// Your own identifier.
    public let idAtProvider: String?

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        label = try reader["label"].string()
        priceCents = try reader["price"].int()
        idAtProvider = try reader["idAtProvider"].stringIfPresent()
    }
}
