// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// What only the guide has: G22, G30, G33.
extension Components {
    private static let rib: [Schema.Field] = [
        ("offererId", .id), ("venueId", .id),
        ("type", .oneOf(["application/pdf", "image/png", "image/jpeg"])), ("byteCount", .integer), ("sha256", .string),
        ("filedAt", .date),
    ]

    /// RIBs, transfers and attendees.
    static let guide: [Named] = [
        ("RIB", .exactly(rib, optional: ["offererId", "venueId"])),
        ("FiledRIB", .exactly(rib + [("isAccepted", .bool)], optional: ["offererId", "venueId"])),
        (
            "ReceivedTransfer",
            .exactly(
                record(
                    "Transfer",
                    [
                        ("executedAt", .date), ("amount", .number), ("iban", .string), ("bic", .string),
                        ("label", .string),
                        (
                            "offers",
                            .list(
                                .exactly([
                                    ("offerId", .id), ("name", .string), ("amount", .number), ("bookings", .list(.id)),
                                ]))
                        ),
                    ]))
        ),
        (
            "Attendees",
            .exactly([
                ("eventOccurrenceId", .id), ("offerName", .string), ("venueName", .string),
                ("beginningDatetime", .date),
                (
                    "attendees",
                    .list(
                        .exactly([
                            ("bookingId", .id), ("lastName", .string.orNull), ("firstName", .string.orNull),
                            ("publicName", .string), ("email", .string), ("token", .string), ("quantity", .integer),
                            ("isUsed", .bool),
                        ]))
                ),
            ])
        ),
    ]
}
