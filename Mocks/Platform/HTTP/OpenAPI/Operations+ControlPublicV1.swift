// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// What the control API makes for today's edition.
extension Operations {
    private static let sentNumber = Schema.any(of: [Components.number, .sentID])
    private static let optionalURL = Schema.string.orNull

    private static let url: [Schema.Field] = [
        ("notificationUrl", optionalURL), ("bookingUrl", optionalURL), ("cancelUrl", optionalURL),
        ("logoUrl", optionalURL),
    ]

    /// Providers, venues, beneficiaries, offers and bookings.
    static let publicControl: [Operation] = publicProviders + publicSales + beneficiaries

    private static let publicProviders: [Operation] = [
        route(
            "POST", "/providers", "Makes a provider; tells its keys, once · Crée un fournisseur",
            body: .json(
                .object(
                    [
                        ("name", .string.orNull), ("apiKey", .string.orNull), ("hmacKey", .string.orNull),
                        ("isActive", .bool.orNull),
                    ] + url
                ).closed, required: false),
            [
                .json(
                    201,
                    .exactly(Components.controlledProvider + [("apiKey", .string), ("hmacKey", .string)])), notNow,
            ]),
        route(
            "GET", "/providers", "Lists the providers, without their keys · Liste les fournisseurs",
            [.json(200, .list(.exactly(Components.controlledProvider)))]),
        route(
            "PATCH", "/providers/{n}", "Switches a provider on or off · Active un fournisseur",
            body: .json(.object([("isActive", .bool)], required: ["isActive"]).closed),
            [.json(200, .exactly(Components.controlledProvider)), unknown("provider")]),
        route(
            "POST", "/venueLinks", "Lets a provider act for a venue, or not · Relie un lieu",
            body: .json(
                .object(
                    [("providerId", sentNumber), ("venueId", sentNumber), ("isActive", .bool.orNull)],
                    required: ["providerId", "venueId"]
                ).closed),
            [
                .json(
                    200,
                    .exactly([
                        ("providerId", Components.number), ("venueId", Components.number), ("isActive", .bool),
                    ])), unknown("provider or venue"),
            ]),
        route("GET", "/rateLimit", "Tells the limit of calls · Dit la limite d'appels", [limitTold]),
        route(
            "PUT", "/rateLimit", "How many calls a minute a key may make · Limite d'appels",
            body: .json(
                .object([("perMinute", Schema(["type": ["integer", "null"], "minimum": 1, "maximum": 1_000_000]))])
                    .closed, required: false),
            [limitTold]),
    ]

    private static let limitTold = Reply.json(200, .exactly([("perMinute", Schema(["type": ["integer", "null"]]))]))

    private static let beneficiaries: [Operation] = [
        route(
            "POST", "/bookings/{n}/cancel", "The beneficiary cancels · Le jeune annule",
            [.json(200, .exactly([("id", Components.number), ("isCancelled", .bool)])), unknown("booking"), notNow])
    ]

    private static let structure: [Schema.Field] = [("offererId", sentNumber), ("venueId", sentNumber)]

    private static func structures(_ what: String, _ summary: String) -> Operation {
        route(
            "POST", "/structures/" + what, summary, body: .json(choice(structure.map { [$0] })),
            [
                .json(200, .exactly([("offererId", Components.number), ("isActive", .bool)])),
                unknown("structure or venue"),
            ])
    }

    private static let publicSales: [Operation] = [
        route(
            "POST", "/venues", "Makes a structure with a venue and an account · Crée structure et lieu",
            body: .json(
                .object([
                    ("providerId", sentNumber.orNull), ("name", .string.orNull),
                    ("postalCode", Schema(["type": ["string", "null"], "pattern": "^[0-9]{5}$"])),
                ]).closed, required: false),
            [
                .json(
                    201,
                    .exactly([
                        ("id", Components.number), ("offererId", Components.number), ("name", .string),
                        ("siret", .string),
                    ])), unknown("provider"), notNow,
            ]),
        route(
            "POST", "/beneficiaries", "Makes a beneficiary · Crée un bénéficiaire",
            body: .json(
                .object([
                    ("email", Schema(["type": ["string", "null"], "pattern": "@"])), ("password", .string.orNull),
                    ("firstName", .string.orNull), ("lastName", .string.orNull),
                    ("credit", Schema(["type": ["integer", "null"], "minimum": 0, "maximum": 1_000_000])),
                ]).closed, required: false),
            [
                .json(
                    201,
                    .exactly([("id", Components.number), ("email", .string), ("credit", Components.cents)])), notNow,
            ]),
        route(
            "POST", "/offers", "Makes an offer of some kind, with its stock · Crée une offre",
            body: .json(
                .object(
                    [
                        ("kind", .oneOf(MadeOffer.Kind.allCases.map(\.rawValue))), ("venueId", sentNumber),
                        ("providerId", sentNumber.orNull), ("name", .string.orNull),
                        ("price", Schema(["type": ["integer", "null"], "minimum": 0, "maximum": 30_000])),
                        ("startsIn", .number.orNull.saying("Seconds until an event begins; a week unless told.")),
                        ("quantity", Schema(["type": ["integer", "null"], "minimum": 0, "maximum": 1_000_000])),
                    ], required: ["kind", "venueId"]
                ).closed),
            [
                .json(
                    201,
                    .exactly([
                        ("offerId", Components.number), ("stockId", Components.number),
                        ("priceCategoryId", Components.number.orNull), ("venueId", Components.number),
                        ("category", .string), ("beginningDatetime", .date.orNull),
                    ])), unknown("venue or provider"), notNow,
            ]),
        route(
            "POST", "/bookings", "Makes a booking in a state, with all it needs · Crée une réservation dans un état",
            body: .json(
                choice([
                    [
                        ("state", .oneOf(MadeState.allCases.map(\.rawValue))), ("providerId", sentNumber),
                    ], [("stockId", sentNumber)], [("offerId", sentNumber)],
                ])),
            [.json(201, .ref("MadeBooking")), unknown("provider, venue, stock, offer or beneficiary"), notNow]),
        structures("close", "Closes a structure · Ferme une structure"),
        structures("reopen", "Reopens a structure · Rouvre une structure"),
    ]
}
