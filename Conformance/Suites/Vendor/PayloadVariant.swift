// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A way in which a payload may differ from the plainest one and has to be accepted all the same (today §4.3, §8 #54).
struct PayloadVariant: Sendable {
    /// The end of the check's name.
    let id: String
    /// What it tries, in a line.
    let title: Sentence
    /// Makes it of a plain booking.
    let make: @Sendable (WebhookBooking) -> WebhookBooking

    static let all: [PayloadVariant] = [
        PayloadVariant(
            id: "extra-key", title: Sentence("Clé inconnue : acceptée.", "An unknown key: accepted."),
            make: { $0.with(["offer_future_field": ["a": 1]]) }),
        PayloadVariant(
            id: "null-ean", title: Sentence("offer_ean null : accepté.", "A null offer_ean: accepted."),
            make: { $0.with(["offer_ean": nil]) }),
        PayloadVariant(
            id: "null-confirmation",
            title: Sentence("booking_confirmation_date null : accepté.", "A null booking_confirmation_date: accepted."),
            make: { $0.with(["booking_confirmation_date": nil]) }),
        PayloadVariant(
            id: "microseconds",
            title: Sentence("Dates avec microsecondes : acceptées.", "Dates with microseconds: accepted."),
            make: \.withMicroseconds),
    ]
}
