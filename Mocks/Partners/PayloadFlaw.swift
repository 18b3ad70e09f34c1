// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A demand that a partner makes on payloads and the contract does not keep (today §4.3, §8 #54).
///
/// Flaws of a receiver and of a ticketing system that are such a demand have its name.
enum PayloadFlaw: String, Sendable {
    /// `offer_ean` may not be null.
    case needsEAN
    /// `booking_confirmation_date` may not be null.
    case needsConfirmationDate
    /// Dates have no fraction.
    case chokesOnMicroseconds
    /// Only the keys that were documented.
    case refusesExtraKeys
    /// Names are ASCII.
    case diesOnAccents

    /// The answer to give instead of working; nil when the payload passes.
    func refusal(_ call: WebhookCall) -> PartnerAnswer? {
        let payload = call.payload
        switch self {
        case .needsEAN: return payload["offer_ean"]?.stringValue == nil ? .refused("offer_ean") : nil
        case .needsConfirmationDate:
            return payload["booking_confirmation_date"]?.stringValue == nil ? .fault : nil
        case .chokesOnMicroseconds:
            return payload["booking_creation_date"]?.stringValue?.utf8.count == 19 ? nil : .fault
        case .refusesExtraKeys:
            let known = Set(PayloadFlaw.documented)
            let extra = payload.objectValue?.keys.first { !known.contains($0) }
            return extra.map(PartnerAnswer.refused)
        case .diesOnAccents: return call.hasAccents ? .fault : nil
        }
    }

    private static let documented = [
        "action", "booking_confirmation_date", "booking_creation_date", "booking_quantity", "offer_ean", "offer_id",
        "offer_id_at_provider", "offer_name", "offer_price", "price_category_id", "price_category_id_at_provider",
        "price_category_label", "stock_id", "stock_id_at_provider", "user_birth_date", "user_email", "user_first_name",
        "user_last_name", "user_phone", "venue_address", "venue_department_code", "venue_id", "venue_name",
    ]
}
