// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
public import PassCulture

/// What pass Culture would send, to be changed where a test needs it otherwise: the keys of `today §4.3`, in the order of the wire.
public struct SampleWebhook: Sendable {
    private var object: JSONObject

    /// A request for tickets: a duo in a theatre unless told.
    public static func booking(quantity: Int = 2, createdAt: String = "2026-03-01T18:00:00") -> SampleWebhook {
        SampleWebhook(object: [
            "booking_confirmation_date": "2026-03-03T18:00:00", "booking_creation_date": .string(createdAt),
            "booking_quantity": .number(JSONNumber(quantity)), "offer_ean": nil, "offer_id": 1234,
            "offer_id_at_provider": "ev-1", "offer_name": "Théâtre d'été", "offer_price": 1000,
            "price_category_id": 12, "price_category_id_at_provider": "cat-or", "price_category_label": "Carré or",
            "stock_id": 45, "stock_id_at_provider": "st-9", "user_birth_date": "2007-01-01",
            "user_email": "test@example.com", "user_first_name": "Zoé", "user_last_name": "Test",
            "user_phone": "+33100000000", "venue_address": "1 rue de l'Essai", "venue_department_code": "75",
            "venue_id": 535, "venue_name": "Salle d'essai",
        ])
    }

    /// A notification: the same with an action, which comes last.
    public static func notification(_ action: BookingNotification.Action) -> SampleWebhook {
        booking(quantity: 1).setting("action", to: action.rawValue)
    }

    /// A request to take tickets back.
    public static func cancellation(_ barcodes: [String]) -> SampleWebhook {
        SampleWebhook(object: ["barcodes": .array(barcodes.map { .string($0) })])
    }

    /// The same with another text, or null, for a key; a new key comes last.
    public func setting(_ key: String, to text: String?) -> SampleWebhook {
        putting(text.map { .string($0) } ?? .null, at: key)
    }

    /// The same with another number for a key.
    public func setting(_ key: String, to number: Int) -> SampleWebhook {
        putting(.number(JSONNumber(number)), at: key)
    }

    /// The same without a key.
    public func without(_ key: String) -> SampleWebhook {
        var sample = self
        sample.object[key] = nil
        return sample
    }

    /// The text that is signed.
    public func text(_ form: WebhookSigner.Form) -> String {
        switch form {
        case .compactUTF8: JSONValue.object(object).text
        case .spacedASCII: JSONValue.object(object).text([.spaced, .escapeNonASCII])
        }
    }

    private func putting(_ value: JSONValue, at key: String) -> SampleWebhook {
        var sample = self
        sample.object[key] = .some(value)
        return sample
    }
}
