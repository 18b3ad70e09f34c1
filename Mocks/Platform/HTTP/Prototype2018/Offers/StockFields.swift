// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Reads the body of `POST` and `PATCH` on stocks (`contract 2018-12 §6.4`).
struct StockFields {
    /// The price, if it was sent.
    private(set) var price: Euros?
    /// The quantity, if it was sent: nothing for no limit.
    private(set) var available: Int64??
    /// The booking limit.
    private(set) var limit: StockDraft.Limit = .unspecified
    /// The size of a group, if it was sent.
    private(set) var groupSize: Int64?
    /// Whether copies that nobody fetched go back on sale, if it was sent: a key of this platform alone, since the
    /// bookshop chooses (`guide G23`) and the service of the time had nowhere to say so. It is never answered.
    private(set) var resellsUnfetched: Bool?

    /// The greatest number of the service's columns of integers.
    private static let largestInteger = Int64(Int32.max)
    /// Prices from here on did not fit: a hundred million.
    private static let tooDear = Int64(10_000_000_000)

    /// Reads and checks all fields.
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - isNew: whether the price must be there.
    ///   - rules: whether an empty booking limit is none.
    /// - Throws: 400 with the first date or number that is none, or with everything else that is wrong.
    init(_ body: JSONObject, isNew: Bool, under rules: Rules) throws(WireError) {
        var body = body
        if rules.acceptsNullBookingLimit, let sent = body["bookingLimitDatetime"], Self.isEmpty(sent) {
            body["bookingLimitDatetime"] = nil
            limit = .none
        }
        let casts: [String: FieldReader.Cast] = [
            "price": .decimal, "available": .integer, "groupSize": .integer, "bookingLimitDatetime": .date,
        ]
        var fields = try FieldReader(body, casting: casts)
        if isNew || fields.contains("price") { fields.require("price") }
        price = fields.cents("price").map { Euros(cents: $0) }
        let quantity = fields.integer("available")
        if fields.contains("available") { available = .some(quantity) }
        if let quantity, quantity < 0 { fields.errors.add("available", Sales.fewerThanBooked) }
        groupSize = fields.integer("groupSize")
        resellsUnfetched = fields.bool("resellUnfetched")
        if let date = fields.date("bookingLimitDatetime") { limit = .at(date) }
        try fields.errors.throwIfAny()
        let fitting = 0...Self.largestInteger
        guard (0..<Self.tooDear).contains(price?.cents ?? 0), fitting.contains(quantity ?? 0),
            fitting.contains(groupSize ?? 0)
        else { throw WireError.technical.hinting(.amountOutOfRange) }
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        value.isNull || value.stringValue?.trimmed.isEmpty == true
    }
}
