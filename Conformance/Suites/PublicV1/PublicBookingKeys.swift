// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The keys of a booking of today's edition, all of them always there (today §2.2).
enum PublicBookingKeys {
    /// The whole numbers, which are never null.
    static let integers = ["id", "quantity", "price", "offerId", "stockId", "venueId"]

    /// All 22.
    static let all =
        integers + [
            "creationDate", "confirmationDate", "status", "priceCategoryId", "priceCategoryLabel", "offerName",
            "venueName", "offerEan", "offerAddress", "offerDepartmentCode", "userEmail", "userFirstName",
            "userLastName", "userPhoneNumber", "userPostalCode", "userBirthDate",
        ]

    /// A demand that a booking in an answer has all of them, and no other: above all no countermark.
    static func expect(in booking: JSONValue?, of answer: Exchange) throws {
        let keys = Set(booking?.objectValue?.keys.map { $0 } ?? [])
        try answer.require(!keys.contains("token"), "no key \"token\"")
        for key in all { try answer.require(keys.contains(key), "the key \"\(key)\"") }
        let others = keys.subtracting(all).sorted().map { "\"\($0)\"" }
        try answer.require(others.isEmpty, "the 22 keys, without \(others.joined(separator: ", "))")
        for key in integers {
            try answer.require(booking?[key]?.intValue != nil, "a whole number under \"\(key)\"")
        }
    }
}
