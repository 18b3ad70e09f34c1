// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// What the control API writes.
extension Components {
    private static let due = Schema.exactly([("at", .date), ("what", .string)])

    private static let message = Schema.exactly([
        ("headers", .list(.list(.string))), ("body", .string.orNull), ("bodyBytes", .integer),
    ])

    /// The control API.
    static let control: [Named] = [
        (
            "Clock",
            .exactly([("now", .date), ("mode", .oneOf(["ticking", "frozen"])), ("nextDue", due.orNull)])
        ),
        ("Advanced", .exactly([("now", .date), ("settled", .list(due)), ("settledCount", .integer)])),
        (
            "Mail",
            .exactly([
                ("number", .integer), ("from", .exactly([("name", .string), ("email", .string)])),
                ("to", .list(.string)), ("subject", .string), ("html", .string), ("text", .string), ("at", .date),
                ("attachments", .list(.exactly([("name", .string), ("type", .string), ("href", .string)]))),
            ])
        ),
        ("Snapshot", .exactly([("id", .string), ("at", .date)])),
        ("Fork", .exactly([("id", .string), ("base", .string)])),
        (
            "Transfer",
            .exactly([
                ("id", .id), ("executedAt", .date), ("amount", .number), ("iban", .string), ("bic", .string),
                ("recipientName", .string), ("recipientSiren", .string.orNull), ("label", .string),
                (
                    "bookings",
                    .list(
                        .exactly([
                            ("bookingId", .id), ("amount", .number), ("rule", .string), ("offerName", .string),
                            ("user", .string),
                        ]))
                ),
            ])
        ),
        (
            "Payment",
            .exactly([
                ("id", .id), ("bookingId", .id), ("offererId", .id), ("amount", .number), ("rule", .string),
                ("iban", .string.orNull), ("bic", .string.orNull), ("label", .string), ("transferId", .id.orNull),
                (
                    "statuses",
                    .list(.exactly([("status", .string), ("date", .date), ("detail", .string.orNull)]))
                ),
            ])
        ),
        (
            "Batch",
            .exactly([
                ("number", .integer), ("at", .date), ("messageId", .string), ("payments", .integer),
                ("retried", .integer), ("unprocessable", .integer), ("transfers", .integer), ("amount", .number),
                (
                    "files",
                    .exactly([("transfers", .string.orNull), ("details", .string), ("wallets", .string)])
                ),
            ])
        ),
        (
            "Appointment",
            .exactly([
                ("offererId", .id), ("structureMail", .string.orNull), ("askedAt", .date.orNull),
                ("name", .string.orNull), ("administratorMail", .string.orNull), ("structureMailValidated", .bool),
                ("administratorMailValidated", .bool), ("email", .string.orNull), ("hasAccount", .bool),
            ])
        ),
        (
            "JournalEntry",
            .exactly(
                [
                    ("number", .integer), ("at", .date), ("direction", .oneOf(["incoming", "outgoing"])),
                    ("elapsedMicroseconds", .integer), ("method", .string),
                    ("path", .string), ("query", .string), ("request", message), ("status", .integer),
                    ("response", message),
                    (
                        "fault",
                        .exactly([
                            ("rule", .string.orNull), ("kind", .string), ("applied", .bool),
                            ("answered", .integer.orNull),
                            ("sent", .string),
                        ])
                    ),
                    (
                        "call",
                        .exactly([
                            ("kind", .oneOf(PartnerCall.Kind.allCases.map(\.rawValue))), ("providerId", .integer),
                            ("failure", .string.orNull), ("result", .string), ("url", .string),
                        ])
                    ),
                ], optional: ["fault", "call"])
        ),
    ]
}
