// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A category as the platform describes it today: more than this library may know (`today §3.8`).
public struct CategoryDescription: Hashable, Sendable {
    /// The category.
    public let category: OfferCategory

    /// Its fields, and whether each must be there.
    public let fields: [String: Bool]

    /// Its name for people.
    public let label: String?

    /// What kind of place it has.
    public let locationType: String?

    init(_ reader: JSONReader) throws(JSONReadingError) {
        category = OfferCategory(rawValue: try reader["id"].string())
        let conditional = reader["conditionalFields"]
        var fields: [String: Bool] = [:]
        for key in try conditional.object().keys { fields[key] = try conditional[key].bool() }
        self.fields = fields
        label = try reader["label"].stringIfPresent()
        locationType = try reader["locationType"].stringIfPresent()
    }
}
