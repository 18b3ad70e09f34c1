// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// A date of an event at one of its prices, as the platform has it (`today §3.6`).
public struct EventDate: Hashable, Sendable {
    /// Its number.
    public let id: Int

    /// When it begins.
    public let beginning: Instant

    /// Until when it can be booked.
    public let bookingLimit: Instant?

    /// At which price.
    public let priceCategory: PriceCategory

    /// How many there are in all, booked ones included.
    public let total: Quantity

    /// How many are booked.
    public let booked: Int

    /// Your own identifier.
    public let idAtProvider: String?

    /// How many are still available.
    public var available: Quantity { total.less(booked) }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        guard let beginning = try Instant.read(reader["beginningDatetime"]) else {
            throw reader["beginningDatetime"].error(expected: "a date and time")
        }
        self.beginning = beginning
        bookingLimit = try Instant.read(reader["bookingLimitDatetime"])
        priceCategory = try PriceCategory(reader["priceCategory"])
        total = try Quantity(reader["quantity"])
        booked = try reader["bookedQuantity"].countIfPresent() ?? 0
        idAtProvider = try reader["idAtProvider"].stringIfPresent()
    }
}

extension Quantity {
    /// What is left of it when so many are gone.
    func less(_ count: Int) -> Quantity {
        switch self {
        case .units(let total): .units(max(0, total - count))
        case .unlimited: .unlimited
        }
    }
}
