// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §4`.
extension Components {
    private static let user: [Schema.Field] = record(
        "User",
        [
            ("canBookFreeOffers", .bool), ("dateCreated", .date), ("dateOfBirth", .date.orNull),
            ("departementCode", .string.orNull), ("email", .string), ("firstName", .string.orNull),
            ("firstThumbDominantColor", .null), ("isAdmin", .bool), ("lastName", .string.orNull),
            ("phoneNumber", .string.orNull), ("postalCode", .string.orNull), ("publicName", .string),
            ("thumbCount", .integer), ("wallet_balance", .number.saying("Euros that are left, bookings counted.")),
            ("wallet_is_activated", .bool),
        ])

    private static let share = Schema.exactly([("max", .number), ("actual", .number)])

    /// Accounts.
    static let accounts: [Named] = [
        ("User", .exactly(user)),
        (
            "SignedInUser",
            .exactly(user + [("expenses", .exactly([("all", share), ("physical", share), ("digital", share)]))])
        ),
        ("NewAccount", .object(newAccount, required: ["email", "password", "publicName", "contact_ok"])),
        (
            "NewProfessional",
            .object(
                newAccount + newOfferer,
                required: ["email", "password", "publicName", "contact_ok", "name", "siren", "postalCode", "city"])
        ),
    ]

    private static let newAccount: [Schema.Field] = [
        ("email", .string.example("libraire@example.org").saying("At most 120 characters, one of them @.")),
        (
            "password",
            .string.example("Une-cle-de-12-signes")
                .saying("At least 12 characters: a capital, a small letter, a digit and a special one.")
        ),
        ("publicName", .string.example("Libraire").saying("3 to 30 characters.")),
        ("contact_ok", Schema(["enum": [true, "true"]])), ("firstName", .string.orNull), ("lastName", .string.orNull),
        ("phoneNumber", .string.orNull), ("dateOfBirth", .sentDate.example("2000-05-01T00:00:00Z")),
    ]

    /// The fields of a new structure.
    static let newOfferer: [Schema.Field] = [
        ("name", .string.example("Librairie du Centre").saying("At most 140 characters.")),
        ("siren", .string.example("732829320").saying("Exactly nine characters; one structure has it.")),
        ("address", .string.orNull.example("1 place du Marché")),
        ("postalCode", .string.example("93100")), ("city", .string.example("Montreuil")),
        ("iban", .string.orNull), ("bic", .string.orNull),
    ]
}
