// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `today §1.5`, `§2.2`, `§3.1` and `§4.1`.
extension Components {
    /// The records of today's edition.
    static let publicV1: [Named] = [
        (
            "PublicErrors",
            Schema([
                "type": "object",
                "additionalProperties": [
                    "anyOf": [["type": "string"], ["type": "array", "minItems": 1, "items": ["type": "string"]]]
                ],
                "description":
                    "A sentence, or several, by field; `global` for those about none; empty where nothing is.",
                "example": ["global": "This countermark cannot be found"],
            ])
        ),
        ("PublicBooking", .exactly(booking)), ("PublicVenue", .exactly(venue)), ("Provider", .exactly(provider)),
        ("MadeBooking", madeBooking),
    ]

    /// A provider as the control API tells of it.
    static let controlledProvider: [Schema.Field] =
        provider.filter { $0.name != "id" } + [
            ("id", number), ("isActive", .bool), ("venueIds", .list(number)),
        ]

    private static let madeBooking: Schema = {
        let status = Schema(["type": "integer"])
        let own: [Schema.Field] = [
            ("id", number), ("offerId", number), ("stockId", number), ("venueId", number), ("beneficiaryId", number),
            ("email", .string), ("state", .oneOf(MadeState.allCases.map(\.rawValue))),
            ("answers", .exactly([("get", status), ("use", status), ("keep", status), ("cancel", status)])),
            ("tickets", .list(.exactly([("barcode", .string), ("seat", .string.orNull)]))),
        ]
        return .exactly(own + [("token", .string)], optional: Set(own.map(\.name)))
    }()

    /// A record's number.
    static let number = Schema(["type": "integer", "minimum": 1])
    /// An amount in cents.
    static let cents = Schema(["type": "integer", "minimum": 0])

    private static let booking: [Schema.Field] = [
        ("id", number), ("quantity", .integer), ("creationDate", .date),
        ("confirmationDate", .date.orNull.saying("Until then an event can be cancelled, from then on validated.")),
        ("price", cents.saying("Of one, in cents.")),
        ("status", .oneOf(PublicBooking.Status.allCases.map(\.rawValue))), ("offerId", number), ("stockId", number),
        ("venueId", number), ("priceCategoryId", number.orNull), ("priceCategoryLabel", .string.orNull),
        ("offerName", .string), ("venueName", .string), ("offerEan", .string.orNull), ("offerAddress", .string.orNull),
        ("offerDepartmentCode", .string.orNull), ("userEmail", .string), ("userFirstName", .string.orNull),
        ("userLastName", .string.orNull), ("userPhoneNumber", .string.orNull), ("userPostalCode", .string.orNull),
        ("userBirthDate", Schema(["type": ["string", "null"], "format": "date"])),
    ]

    private static let venue: [Schema.Field] = [
        ("id", number), ("createdDatetime", .date), ("legalName", .string), ("publicName", .string.orNull),
        ("siret", .string.orNull), ("siretComment", .string.orNull), ("activityDomain", .string),
        (
            "accessibility",
            .exactly([
                ("audioDisabilityCompliant", .bool.orNull), ("mentalDisabilityCompliant", .bool.orNull),
                ("motorDisabilityCompliant", .bool.orNull), ("visualDisabilityCompliant", .bool.orNull),
            ])
        ),
        (
            "location",
            .exactly(
                [
                    ("type", .oneOf(["physical", "digital"])), ("address", .string.orNull), ("city", .string.orNull),
                    ("postalCode", .string.orNull),
                ], optional: ["address", "city", "postalCode"])
        ),
        ("bookingUrl", .string.orNull), ("cancelUrl", .string.orNull), ("notificationUrl", .string.orNull),
    ]

    private static let provider: [Schema.Field] = [
        ("id", number), ("name", .string), ("logoUrl", .string.orNull), ("notificationUrl", .string.orNull),
        ("bookingUrl", .string.orNull), ("cancelUrl", .string.orNull),
    ]
}
