// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `today §2` to `§4.1`.
extension Operations {
    /// Today's edition.
    static let publicV1: [Operation] = publicBookings + publicVenues + publicSettings + publishing

    static let cursor: [Parameter] = [
        .query("limit", Schema(["type": "integer", "minimum": 1, "maximum": 50]), "How many at most; 50 unless told."),
        .query("firstIndex", Schema(["type": "integer", "minimum": 1]), "The lowest number that is listed."),
    ]

    /// An operation for providers.
    static func forProviders(
        _ method: String, _ template: String, _ summary: String, tag: String, query: [Parameter] = [],
        body: RequestBody? = nil, _ replies: [Reply]
    ) -> Operation {
        Operation(
            method, template, summary, tag: "Public v1: " + tag, access: .provider, query: query, body: body, replies)
    }

    private static let publicBookings: [Operation] = [
        forProviders(
            "GET", "/public/bookings/v1/bookings", "Lists bookings · Liste les réservations", tag: "bookings",
            query: [
                .query("offerId", .integer, "Of this offer; it or `venueId` must be there."),
                .query("venueId", .integer, "Of this venue."), .query("priceCategoryId", .integer, "At this price."),
                .query("stockId", .integer, "Of this date, or of this product's stock."),
                .query("status", .oneOf(PublicBooking.Status.allCases.map(\.rawValue)), "In this state."),
                .query("beginningDatetime", awareDate, "Of dates that begin exactly then."),
            ] + cursor,
            [.json(200, .exactly([("bookings", .list(.ref("PublicBooking")))]))]),
        forProviders(
            "GET", "/public/bookings/v1/token/{token}", "Checks a countermark · Vérifie une contremarque",
            tag: "bookings",
            [
                .json(200, .ref("PublicBooking"), "It can be validated now."),
                .said(403, "Reimbursed, too early, or the structure is closed."),
                .said(404, "No such countermark, or none that the provider may see."),
                .said(410, "Validated already, or cancelled."),
            ]),
        act("use", "Validates a countermark, once · Valide une contremarque"),
        act("keep", "Takes a validation back · Annule une validation"),
        act("cancel", "Cancels a booking · Annule une réservation"),
    ]

    private static func act(_ what: String, _ summary: String) -> Operation {
        forProviders(
            "PATCH", "/public/bookings/v1/\(what)/token/{token}", summary, tag: "bookings",
            [
                .empty(), .said(403, "Not in the state in which it is."),
                .said(404, "No such countermark, or none that the provider may see."), .said(410, "That is over."),
            ])
    }

    private static let publicVenues: [Operation] = [
        forProviders(
            "GET", "/public/offers/v1/offerer_venues", "Lists structures with their venues · Structures et lieux",
            tag: "venues",
            query: [
                .query(
                    "siren", Schema(["type": "string", "pattern": "^([0-9]{9}|NC[0-9]{7})$"]),
                    "Of this structure alone.")
            ],
            [
                .json(
                    200,
                    .list(
                        .exactly([
                            (
                                "offerer",
                                .exactly([
                                    ("id", Components.number), ("createdDatetime", .date), ("name", .string),
                                    ("siren", .string.orNull), ("allowedOnAdage", .bool),
                                ])
                            ), ("venues", .list(.ref("PublicVenue"))),
                        ])))
            ]),
        forProviders(
            "GET", "/public/offers/v1/venues/{siret}", "Shows a venue · Montre un lieu", tag: "venues",
            [.json(200, .ref("PublicVenue"))]),
    ]

    private static let urls = RequestBody.json(
        .object([("notificationUrl", webAddress), ("bookingUrl", webAddress), ("cancelUrl", webAddress)]).closed,
        required: false)

    private static let publicSettings: [Operation] = [
        forProviders(
            "GET", "/public/providers/v1/provider", "Shows one's settings · Montre ses réglages", tag: "provider",
            [.json(200, .ref("Provider"))]),
        forProviders(
            "PATCH", "/public/providers/v1/provider", "Changes where one is called · Change ses adresses",
            tag: "provider", body: urls, [.json(200, .ref("Provider"))]),
        forProviders(
            "PATCH", "/public/providers/v1/venues/{venue_id}",
            "Changes where one is called for a venue · Change les adresses d'un lieu", tag: "provider", body: urls,
            [.empty()]),
    ]

    private static let webAddress = Schema([
        "type": ["string", "null"], "minLength": 1, "maxLength": 2083,
        "pattern": "^https?://[A-Za-z0-9._:\\[\\]-]+([/?#][!-~]*)?$", "example": "https://vendor.example/pass",
    ])

    /// A date of a request, with its zone.
    static let awareDate = Schema([
        "type": "string", "format": "date-time", "example": "2026-12-24T19:30:00Z",
    ])
}
