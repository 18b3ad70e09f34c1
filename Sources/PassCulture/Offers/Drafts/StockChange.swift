// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What changes of a product's stock.
public struct StockChange: Hashable, Sendable {
    /// The price, in cents.
    public var priceCents: FieldChange<Int>

    /// How many are available from now on.
    public var quantity: FieldChange<Quantity>

    /// Until when it can be booked.
    public var bookingLimit: FieldChange<Instant>

    /// Creates a change.
    public init(
        priceCents: FieldChange<Int> = .unchanged, quantity: FieldChange<Quantity> = .unchanged,
        bookingLimit: FieldChange<Instant> = .unchanged
    ) {
        self.priceCents = priceCents
        self.quantity = quantity
        self.bookingLimit = bookingLimit
    }

    var json: JSONValue {
        var object = JSONObject()
        object.write("price", priceCents) { .number(JSONNumber($0)) }
        object.write("quantity", quantity) { $0.json }
        object.write("bookingLimitDatetime", bookingLimit) { $0.json }
        return .object(object)
    }
}
