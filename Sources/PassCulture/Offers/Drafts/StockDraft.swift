// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What a product costs and how many there are.
public struct StockDraft: Hashable, Sendable {
    /// The price, in cents: 0 to 300 euros.
    public var priceCents: Int

    /// How many there are: at least one.
    public var quantity: Quantity

    /// Until when it can be booked; always when nil.
    public var bookingLimit: Instant?

    /// Creates a draft.
    public init(priceCents: Int, quantity: Quantity, bookingLimit: Instant? = nil) {
        self.priceCents = priceCents
        self.quantity = quantity
        self.bookingLimit = bookingLimit
    }

    var json: JSONValue {
        var object: JSONObject = ["price": .number(JSONNumber(priceCents)), "quantity": quantity.json]
        object["bookingLimitDatetime"] = bookingLimit?.json
        return .object(object)
    }
}
