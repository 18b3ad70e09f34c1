// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// A new date of an event at one of its prices: a stock (`today §3.6`).
///
/// Moments are moments, in UTC on the wire: a date without a zone, which the platform refuses, cannot be written.
public struct DateDraft: Hashable, Sendable {
    /// When it begins.
    public var beginning: Instant

    /// Until when it can be booked.
    public var bookingLimit: Instant

    /// At which price.
    public var priceCategory: Int

    /// How many there are.
    public var quantity: Quantity

    /// Your own identifier: at most 70 characters.
    public var idAtProvider: String?

    /// Creates a draft.
    public init(
        beginning: Instant, bookingLimit: Instant, priceCategory: Int, quantity: Quantity, idAtProvider: String? = nil
    ) {
        self.beginning = beginning
        self.bookingLimit = bookingLimit
        self.priceCategory = priceCategory
        self.quantity = quantity
        self.idAtProvider = idAtProvider
    }

    var json: JSONValue {
        var object: JSONObject = [
            "beginningDatetime": beginning.json, "bookingLimitDatetime": bookingLimit.json,
            "priceCategoryId": .number(JSONNumber(priceCategory)), "quantity": quantity.json,
        ]
        object.write("idAtProvider", idAtProvider)
        return .object(object)
    }
}

extension Limits {
    /// The dates of one call: at least one, at most 2500.
    mutating func check(_ drafts: [DateDraft]) {
        count(drafts.count, 1...2500, at: "dates")
        for (index, draft) in drafts.enumerated() {
            let path = "dates.\(index)"
            future(draft.beginning, at: path + ".beginningDatetime")
            future(draft.bookingLimit, at: path + ".bookingLimitDatetime")
            quantity(draft.quantity, atLeast: 0, at: path + ".quantity")
            providerID(draft.idAtProvider, at: path + ".idAtProvider")
        }
    }
}
