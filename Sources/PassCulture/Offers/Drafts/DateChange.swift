// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What changes of a date. Do not send a beginning that stays: to the platform that may be a new schedule, of which everybody is told
/// (`today §1.4`).
public struct DateChange: Hashable, Sendable {
    /// When it begins.
    public var beginning: FieldChange<Instant>

    /// Until when it can be booked.
    public var bookingLimit: FieldChange<Instant>

    /// At which price.
    public var priceCategory: FieldChange<Int>

    /// How many are available from now on; nothing ends the sale, and keeps what is booked.
    public var quantity: FieldChange<Quantity>

    /// Your own identifier.
    public var idAtProvider: FieldChange<String>

    /// Creates a change.
    public init(
        beginning: FieldChange<Instant> = .unchanged, bookingLimit: FieldChange<Instant> = .unchanged,
        priceCategory: FieldChange<Int> = .unchanged, quantity: FieldChange<Quantity> = .unchanged,
        idAtProvider: FieldChange<String> = .unchanged
    ) {
        self.beginning = beginning
        self.bookingLimit = bookingLimit
        self.priceCategory = priceCategory
        self.quantity = quantity
        self.idAtProvider = idAtProvider
    }

    var json: JSONValue {
        var object = JSONObject()
        object.write("beginningDatetime", beginning) { $0.json }
        object.write("bookingLimitDatetime", bookingLimit) { $0.json }
        object.write("priceCategoryId", priceCategory) { .number(JSONNumber($0)) }
        object.write("quantity", quantity) { $0.json }
        object.write("idAtProvider", idAtProvider) { .string($0) }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        limits.future(beginning.value, at: "beginningDatetime")
        limits.future(bookingLimit.value, at: "bookingLimitDatetime")
        limits.quantity(quantity.value, atLeast: 0, at: "quantity")
        limits.providerID(idAtProvider.value, at: "idAtProvider")
    }
}
