// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A made-up booking as the pass Culture tells a vendor of it (today §4.3).
struct WebhookBooking: Sendable {
    /// The fields in the order of the wire.
    private(set) var fields: JSONObject

    /// When whoever is made up was born.
    static let birthDate = "2007-01-01"

    /// The plainest booking: no accent, an EAN, a confirmation date, no microseconds, no field beyond the contract's.
    static let plain: JSONObject = [
        "booking_confirmation_date": "2026-03-03T18:00:00",
        "booking_creation_date": "2026-03-01T18:00:00",
        "booking_quantity": 1,
        "offer_ean": "9782070360024",
        "offer_id": 1234,
        "offer_id_at_provider": "ev-1",
        "offer_name": "Grand concert",
        "offer_price": 1000,
        "price_category_id": 12,
        "price_category_id_at_provider": "cat-or",
        "price_category_label": "Or",
        "stock_id": 45,
        "stock_id_at_provider": "st-9",
        "user_birth_date": .string(birthDate),
        "user_email": "essai@exemple.fr",
        "user_first_name": "Camille",
        "user_last_name": "Test",
        "user_phone": "+33100000000",
        "venue_address": "1 rue de l'Essai",
        "venue_department_code": "75",
        "venue_id": 535,
        "venue_name": "Salle de test",
    ]

    /// Whether a text stands in every call, in its fields or in its headers, in capitals or not: `test`, `passculture`.
    static func says(_ text: String) -> Bool {
        let call = JSONValue.object(plain).text + "PassCulture-Signature Content-Type: application/json"
        return !text.isEmpty && call.lowercased().contains(text.lowercased())
    }

    /// The fields that checks write themselves: who books and when makes a booking another one, for how many is what some of them try.
    static let ownFields: Set<String> = [
        "booking_confirmation_date", "booking_creation_date", "booking_quantity", "user_email",
    ]

    /// A booking that nobody made before: its own e-mail address and its own second.
    ///
    /// - Parameters:
    ///   - email: the address of whoever books.
    ///   - now: when; its second counts.
    ///   - own: fields that take the place of the made-up ones.
    init(email: String, now: Instant, own: JSONObject) {
        fields = WebhookBooking.plain
        let second = Instant(microseconds: now.microseconds - now.microseconds % 1_000_000)
        fields["user_email"] = .string(email)
        fields["booking_creation_date"] = .string(WebhookBooking.naive(second))
        fields["booking_confirmation_date"] = .string(WebhookBooking.naive(second + .days(2)))
        for (key, value) in own { fields[key] = value }
    }

    /// The payload of a ticketing call.
    var payload: JSONValue { .object(fields) }

    /// The payload of a notification: the action comes last (today §4.2).
    func notification(_ action: String) -> JSONValue {
        var fields = fields
        fields["action"] = .string(action)
        return .object(fields)
    }

    /// The same booking with other values.
    func with(_ changes: JSONObject) -> WebhookBooking {
        var copy = self
        for (key, value) in changes { copy.fields[key] = value }
        return copy
    }

    /// The same booking for so many people.
    func of(_ quantity: Int) -> WebhookBooking {
        with(["booking_quantity": .number(JSONNumber(quantity))])
    }

    /// The same booking with accents in its names, and a sign beyond the first plane.
    var accented: WebhookBooking {
        with([
            "offer_name": "Théâtre d'été « Œdipe » 🎭", "price_category_label": "Carré or", "user_first_name": "Zoé",
            "user_last_name": "Müller-Lefèvre", "venue_name": "Salle à l'Étage",
        ])
    }

    /// The same booking with microseconds in its dates.
    var withMicroseconds: WebhookBooking {
        let dates = ["booking_creation_date", "booking_confirmation_date"]
        return with(
            JSONObject(
                uniqueKeysWithValues: dates.compactMap { key in
                    fields[key]?.stringValue.map { (key, .string($0.prefix(19) + ".123456")) }
                }))
    }

    /// A date without zone, which is UTC (today §4.3).
    private static func naive(_ instant: Instant) -> String {
        String(instant.iso8601.dropLast())
    }
}
