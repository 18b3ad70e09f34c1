// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §2`, `§7` and `§9.6`.
extension Components {
    private static func booking(token: Schema, offer: [Schema.Field], optional: Set<String> = []) -> [Schema.Field] {
        record(
            "Booking",
            [
                ("amount", .number.saying("Euros, of one.")), ("dateCreated", .date), ("isCancelled", .bool),
                ("isUsed", .bool.saying("Whether the countermark was validated.")), ("quantity", .integer),
                ("recommendationId", .id.orNull),
                (
                    "stock",
                    datedStock([("resolvedOffer", .exactly(offerColumns + offer, optional: optional))])
                ),
                ("stockId", .id), ("token", token), ("userId", .id),
            ])
    }

    private static let table = Schema.exactly([
        (
            "offer",
            .exactly([
                ("date", .date.orNull), ("category", .string), ("offerer", .string), ("venue", .string),
                ("type", .string),
            ])
        ), ("booking", .exactly([("cancellationLimit", .date.orNull), ("sold", .string)])),
        ("reimbursement", .exactly([("debited", .number), ("paymentState", .string)])),
    ]).saying("The guide's columns (G34), in the profile `documented`.")

    private static let countermark = Schema.string.example("LYSYU9").saying("The countermark.")

    /// Bookings and countermarks.
    static let bookings: [Named] = [
        (
            "Booking",
            .exactly(
                booking(
                    token: countermark,
                    offer: [("eventOrThing", .ref("EventOrThing")), ("venue", .exactly(venueColumns))]) + [
                        ("completedUrl", .string.saying("The address of a digital offer, filled in.")),
                        ("recommendation", .ref("PlainRecommendation")),
                    ], optional: ["completedUrl", "recommendation"])
        ),
        (
            "ReceivedBooking",
            .exactly(
                booking(
                    token: countermark.orNull, offer: [("event", typedTwice("Event")), ("thing", typedTwice("Thing"))],
                    optional: ["event", "thing"]) + [
                        ("reimbursed_amount", .number), ("reimbursement_rule", .string.orNull), ("table", table),
                        (
                            "user",
                            .exactly([
                                ("email", .string), ("firstName", .string.orNull), ("lastName", .string.orNull),
                            ])
                        ),
                    ], optional: ["table"])
        ),
        (
            "CheckedCountermark",
            .exactly(
                [
                    ("bookingId", .id), ("date", .date.orNull), ("email", .string), ("isUsed", .bool),
                    ("offerName", .string), ("userName", .string), ("venueDepartementCode", .string.orNull),
                    ("phoneNumber", .string.orNull), ("dateOfBirth", .date.orNull),
                ], optional: ["phoneNumber", "dateOfBirth"])
        ),
    ]
}
