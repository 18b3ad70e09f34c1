// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What a product costs and how many there are, as the platform has it.
public struct ProductStock: Hashable, Sendable {
    /// The price, in cents.
    public let priceCents: Int

    /// How many there are in all, booked ones included.
    public let total: Quantity

    /// How many are booked.
    public let booked: Int

    /// Until when it can be booked.
    public let bookingLimit: Instant?

    /// How many are still available.
    public var available: Quantity { total.less(booked) }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        priceCents = try reader["price"].int()
        total = try Quantity(reader["quantity"])
        booked = try reader["bookedQuantity"].countIfPresent() ?? 0
        bookingLimit = try Instant.read(reader["bookingLimitDatetime"])
    }
}
