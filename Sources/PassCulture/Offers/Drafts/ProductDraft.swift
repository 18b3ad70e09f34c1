// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A new product of a category that is not published by EAN (`today §3.7`).
public struct ProductDraft: Hashable, Sendable {
    /// What every offer says of itself.
    public var offer: OfferDraft

    /// What it costs and how many there are; nothing yet when nil.
    public var stock: StockDraft?

    /// Creates a draft.
    public init(_ offer: OfferDraft, stock: StockDraft? = nil) {
        self.offer = offer
        self.stock = stock
    }

    var json: JSONValue {
        var object = offer.json
        object["stock"] = stock?.json
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        offer.check(&limits, for: .product)
        guard let stock else { return }
        limits.price(stock.priceCents, at: "stock.price")
        limits.quantity(stock.quantity, atLeast: 1, at: "stock.quantity")
        limits.future(stock.bookingLimit, at: "stock.bookingLimitDatetime")
        limits.order(
            stock.bookingLimit, after: offer.publication?.instant,
            or: "`stock.bookingLimitDatetime` must be after `publicationDatetime`")
        limits.order(
            stock.bookingLimit, after: offer.bookingAllowed,
            or: "`stock.bookingLimitDatetime` must be after `bookingAllowedDatetime`")
    }
}

extension Limits {
    /// One moment after another, if both are given.
    mutating func order(_ later: Instant?, after earlier: Instant?, or sentence: String) {
        guard let later, let earlier, later <= earlier else { return }
        refuse("__root__", sentence)
    }
}
