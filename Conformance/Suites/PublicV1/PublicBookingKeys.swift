// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The keys of a booking of today's edition, all of them always there, and what may stand under each (today §2.2).
enum PublicBookingKeys {
    /// A demand on what stands under a key.
    struct Form: Sendable {
        /// What it must be.
        let told: String
        /// Whether something is that.
        let holds: @Sendable (JSONValue) -> Bool

        init(_ told: String, _ holds: @escaping @Sendable (JSONValue) -> Bool) {
            self.told = told
            self.holds = holds
        }

        /// The same, or null.
        var orNull: Form { Form(told + ", or null") { $0.isNull || holds($0) } }
    }

    /// All 22.
    static let all: [(key: String, form: Form)] = [
        ("id", number), ("quantity", Form("1 or 2") { [1, 2].contains($0.intValue) }), ("price", number),
        ("creationDate", date), ("confirmationDate", date.orNull), ("status", status), ("offerId", number),
        ("stockId", number), ("venueId", number), ("priceCategoryId", number.orNull),
        ("priceCategoryLabel", text.orNull), ("offerName", text), ("venueName", text), ("offerEan", ean.orNull),
        ("offerAddress", text.orNull), ("offerDepartmentCode", text.orNull), ("userEmail", text),
        ("userFirstName", text.orNull), ("userLastName", text.orNull), ("userPhoneNumber", text.orNull),
        ("userPostalCode", text.orNull), ("userBirthDate", day.orNull),
    ]

    private static let number = Form("a whole number") { ($0.intValue ?? -1) >= 0 }
    private static let text = Form("a text") { $0.stringValue != nil }
    private static let status = Form("one of CONFIRMED, USED, CANCELLED, REIMBURSED") { value in
        ["CONFIRMED", "USED", "CANCELLED", "REIMBURSED"].contains(value.stringValue)
    }
    private static let ean = Form("an EAN of 13 digits") { value in
        value.stringValue.map { $0.utf8.count == 13 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
    }
    private static let date = Form("a date in UTC with Z") { value in
        value.stringValue.map { $0.hasSuffix("Z") && Instant(iso8601: $0) != nil } ?? false
    }
    private static let day = Form("a day as YYYY-MM-DD") { value in
        value.stringValue.map { Instant(iso8601: $0 + "T00:00:00Z") != nil } ?? false
    }

    /// A demand that a booking in an answer has all of them in their form, and no other: above all no countermark.
    static func expect(in booking: JSONValue?, of answer: Exchange) throws {
        let keys = Set(booking?.objectValue?.keys.map { $0 } ?? [])
        try answer.require(!keys.contains("token"), "no key \"token\"")
        for (key, form) in all {
            guard let value = booking?[key] else { throw answer.failure("the key \"\(key)\"") }
            try answer.require(form.holds(value), "\(form.told) under \"\(key)\"")
        }
        let others = keys.subtracting(all.map(\.key)).sorted().map { "\"\($0)\"" }
        try answer.require(others.isEmpty, "the 22 keys, without \(others.joined(separator: ", "))")
    }
}
