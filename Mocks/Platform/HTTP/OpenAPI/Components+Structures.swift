// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §5`.
extension Components {
    /// A structure's columns.
    static let offererColumns: [Schema.Field] =
        record(
            "Offerer",
            [
                ("address", .string.orNull), ("city", .string), ("dateCreated", .date),
                ("firstThumbDominantColor", .null), ("isActive", .bool), ("name", .string), ("postalCode", .string),
                ("siren", .string.orNull), ("thumbCount", .integer),
            ]) + providerColumns

    /// A venue's columns, as they stand inside other answers.
    static let venueColumns: [Schema.Field] =
        record(
            "Venue",
            [
                ("address", .string.orNull), ("bookingEmail", .string.orNull), ("city", .string.orNull),
                ("comment", .string.orNull), ("departementCode", .string.orNull), ("firstThumbDominantColor", .null),
                ("isVirtual", .bool), ("latitude", .number.orNull), ("longitude", .number.orNull),
                ("managingOffererId", .id), ("name", .string), ("postalCode", .string.orNull),
                ("siret", .string.orNull), ("thumbCount", .integer),
            ]) + providerColumns

    /// Bank details, as far as they are shown.
    private static let bankDetails: [Schema.Field] = [("bic", .string.orNull), ("iban", .string.orNull)]

    /// Structures, venues and who is attached to them.
    static let structures: [Named] = [
        (
            "Offerer",
            .exactly(
                offererColumns + bankDetails + [
                    ("isValidated", .bool), ("managedVenues", .list(.exactly(venueColumns + [("nOffers", .integer)]))),
                    ("nOffers", .integer),
                ])
        ),
        ("AwaitedOfferer", .exactly([("modelName", .only("Offerer")), ("name", .string), ("siren", .string.orNull)])),
        (
            "Venue",
            .exactly(
                venueColumns + bankDetails + [
                    ("isValidated", .bool), ("managingOfferer", .exactly(offererColumns)),
                    ("venueProviders", .list(.any)),
                ])
        ),
        (
            "UserOfferer",
            .exactly(
                record("UserOfferer", [("offererId", .id), ("rights", .oneOf(["admin", "editor"])), ("userId", .id)]))
        ),
        ("NewOfferer", .object(newOfferer, required: ["name", "siren", "postalCode", "city"])),
        (
            "OffererChanges",
            .object([("iban", .string.orNull), ("bic", .string.orNull), ("isActive", .bool.orNull)]).closed
        ),
        ("NewVenue", .object(venueFields + newVenueFields, required: ["name", "managingOffererId"])),
        ("VenueChanges", .object(venueFields)),
    ]

    private static let coordinate = Schema(["type": ["number", "string", "null"]])

    private static let venueFields: [Schema.Field] = [
        ("name", .string.example("Librairie du Centre")),
        ("bookingEmail", .string.orNull.example("caisse@example.org")),
        ("address", .string.orNull.example("1 place du Marché")),
        ("postalCode", .string.orNull.example("93100").saying("Exactly five characters.")),
        ("city", .string.orNull.example("Montreuil")),
        ("latitude", coordinate.saying("-90 to 90.")), ("longitude", coordinate.saying("-180 to 180.")),
        ("comment", .string.orNull.saying("Why there is no SIRET: one of both, for a physical venue.")),
        ("iban", .string.orNull), ("bic", .string.orNull),
    ]

    private static let newVenueFields: [Schema.Field] = [
        ("managingOffererId", .sentID), ("isVirtual", .bool.orNull),
        ("siret", .string.orNull.example("73282932000074").saying("14 characters, the structure's SIREN first.")),
    ]
}
