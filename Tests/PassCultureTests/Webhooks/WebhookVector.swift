// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PassCulture
import Testing

/// Calls whose signatures were computed by another program (`today §4.2`): both forms of the inner text, a booking and a cancellation.
struct WebhookVector: Sendable, CustomTestStringConvertible {
    let name: String
    let inner: [UInt8]
    let body: [UInt8]
    let signature: String

    var testDescription: String { name }

    static let key = "hmac-key-for-tests"

    static let all: [WebhookVector] = names.map { name in
        guard let values = try? JSONValue(parsing: document)[name], let inner = values["inner"]?.stringValue,
            let body = values["raw_body"]?.stringValue, let signature = values["signature"]?.stringValue
        else { preconditionFailure("the vectors cannot be read") }
        return WebhookVector(name: name, inner: Array(inner.utf8), body: Array(body.utf8), signature: signature)
    }

    static func verifier(acceptsRawBody: Bool = false) throws -> WebhookVerifier {
        WebhookVerifier(try HMACKey(key), acceptsRawBody: acceptsRawBody)
    }

    private static let names = ["spaced_ascii", "compact_utf8", "cancel_spaced", "cancel_compact"]

    private static let document = #"""
        {
         "key": "hmac-key-for-tests",
         "spaced_ascii": {
          "inner": "{\"booking_confirmation_date\": \"2026-03-03T18:00:00\", \"booking_creation_date\": \"2026-03-01T18:00:00\", \"booking_quantity\": 2, \"offer_ean\": null, \"offer_id\": 1234, \"offer_id_at_provider\": \"ev-1\", \"offer_name\": \"Th\\u00e9\\u00e2tre d'\\u00e9t\\u00e9\", \"offer_price\": 1000, \"price_category_id\": 12, \"price_category_id_at_provider\": \"cat-or\", \"price_category_label\": \"Carr\\u00e9 or\", \"stock_id\": 45, \"stock_id_at_provider\": \"st-9\", \"user_birth_date\": \"2007-01-01\", \"user_email\": \"test@example.com\", \"user_first_name\": \"Zo\\u00e9\", \"user_last_name\": \"Test\", \"user_phone\": \"+33100000000\", \"venue_address\": \"1 rue de l'Essai\", \"venue_department_code\": \"75\", \"venue_id\": 535, \"venue_name\": \"Salle d'essai\"}",
          "raw_body": "\"{\\\"booking_confirmation_date\\\": \\\"2026-03-03T18:00:00\\\", \\\"booking_creation_date\\\": \\\"2026-03-01T18:00:00\\\", \\\"booking_quantity\\\": 2, \\\"offer_ean\\\": null, \\\"offer_id\\\": 1234, \\\"offer_id_at_provider\\\": \\\"ev-1\\\", \\\"offer_name\\\": \\\"Th\\\\u00e9\\\\u00e2tre d'\\\\u00e9t\\\\u00e9\\\", \\\"offer_price\\\": 1000, \\\"price_category_id\\\": 12, \\\"price_category_id_at_provider\\\": \\\"cat-or\\\", \\\"price_category_label\\\": \\\"Carr\\\\u00e9 or\\\", \\\"stock_id\\\": 45, \\\"stock_id_at_provider\\\": \\\"st-9\\\", \\\"user_birth_date\\\": \\\"2007-01-01\\\", \\\"user_email\\\": \\\"test@example.com\\\", \\\"user_first_name\\\": \\\"Zo\\\\u00e9\\\", \\\"user_last_name\\\": \\\"Test\\\", \\\"user_phone\\\": \\\"+33100000000\\\", \\\"venue_address\\\": \\\"1 rue de l'Essai\\\", \\\"venue_department_code\\\": \\\"75\\\", \\\"venue_id\\\": 535, \\\"venue_name\\\": \\\"Salle d'essai\\\"}\"",
          "signature": "747222d477e15d1c279822ae2edb22080cf5d308b18aa3b9c4f6576bdcb8bb9d"
         },
         "compact_utf8": {
          "inner": "{\"booking_confirmation_date\":\"2026-03-03T18:00:00\",\"booking_creation_date\":\"2026-03-01T18:00:00\",\"booking_quantity\":2,\"offer_ean\":null,\"offer_id\":1234,\"offer_id_at_provider\":\"ev-1\",\"offer_name\":\"Théâtre d'été\",\"offer_price\":1000,\"price_category_id\":12,\"price_category_id_at_provider\":\"cat-or\",\"price_category_label\":\"Carré or\",\"stock_id\":45,\"stock_id_at_provider\":\"st-9\",\"user_birth_date\":\"2007-01-01\",\"user_email\":\"test@example.com\",\"user_first_name\":\"Zoé\",\"user_last_name\":\"Test\",\"user_phone\":\"+33100000000\",\"venue_address\":\"1 rue de l'Essai\",\"venue_department_code\":\"75\",\"venue_id\":535,\"venue_name\":\"Salle d'essai\"}",
          "raw_body": "\"{\\\"booking_confirmation_date\\\":\\\"2026-03-03T18:00:00\\\",\\\"booking_creation_date\\\":\\\"2026-03-01T18:00:00\\\",\\\"booking_quantity\\\":2,\\\"offer_ean\\\":null,\\\"offer_id\\\":1234,\\\"offer_id_at_provider\\\":\\\"ev-1\\\",\\\"offer_name\\\":\\\"Th\\u00e9\\u00e2tre d'\\u00e9t\\u00e9\\\",\\\"offer_price\\\":1000,\\\"price_category_id\\\":12,\\\"price_category_id_at_provider\\\":\\\"cat-or\\\",\\\"price_category_label\\\":\\\"Carr\\u00e9 or\\\",\\\"stock_id\\\":45,\\\"stock_id_at_provider\\\":\\\"st-9\\\",\\\"user_birth_date\\\":\\\"2007-01-01\\\",\\\"user_email\\\":\\\"test@example.com\\\",\\\"user_first_name\\\":\\\"Zo\\u00e9\\\",\\\"user_last_name\\\":\\\"Test\\\",\\\"user_phone\\\":\\\"+33100000000\\\",\\\"venue_address\\\":\\\"1 rue de l'Essai\\\",\\\"venue_department_code\\\":\\\"75\\\",\\\"venue_id\\\":535,\\\"venue_name\\\":\\\"Salle d'essai\\\"}\"",
          "signature": "be1b2ec89939b4231986c2b725f3cefac209f734997fab4739e58a6fe563a4c1"
         },
         "cancel_spaced": {
          "inner": "{\"barcodes\": [\"1234567890123\"]}",
          "raw_body": "\"{\\\"barcodes\\\": [\\\"1234567890123\\\"]}\"",
          "signature": "f7bbdbf4a337c83b375415a18de83cc70d9d1de3fb8afe8836546ae64c8f8351"
         },
         "cancel_compact": {
          "inner": "{\"barcodes\":[\"1234567890123\"]}",
          "raw_body": "\"{\\\"barcodes\\\":[\\\"1234567890123\\\"]}\"",
          "signature": "f63491dd2686b6b4d522ba720906464ed2a8675111c9afc4e42606755c7cddd4"
         }
        }
        """#
}
