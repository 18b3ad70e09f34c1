// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §2`, `§7` and `§9.6`.
extension Operations {
    private static let countermarkQuery: [Parameter] = [
        .query("email", "The user's address, a + written %2B; what somebody who is not signed in must give."),
        .query("offer_id", .sentID, "The offer's identifier."),
    ]

    /// Bookings and countermarks.
    static let bookings: [Operation] = [
        Operation(
            "POST", "/bookings", "Books · Réserve", tag: "Bookings",
            body: .json(
                .object(
                    [
                        ("stockId", .sentID), ("quantity", Schema(["type": "integer", "minimum": 1, "example": 1])),
                        ("recommendationId", .sentID.orNull),
                    ], required: ["stockId", "quantity"])),
            [.json(201, .ref("Booking")), wrongFields, wrongID]),
        Operation(
            "GET", "/bookings", "Lists one's bookings, cancelled ones too · Liste ses réservations", tag: "Bookings",
            [.json(200, .list(.ref("Booking")))]),
        Operation(
            "GET", "/bookings/{id}", "Shows one's booking · Montre sa réservation", tag: "Bookings",
            [.json(200, .ref("Booking")), .errors(403, "Somebody else's.")]),
        Operation(
            "PATCH", "/bookings/{id}", "Cancels a booking · Annule une réservation", tag: "Bookings",
            body: .json(.object([("isCancelled", Schema(["const": true]))], required: ["isCancelled"])),
            [
                .json(200, .ref("Booking")), wrongFields,
                .text(403, "`Vous n'avez pas le droit d'annuler cette réservation`."),
            ]),
        Operation(
            "GET", "/offerers/{id}/bookings", "Lists what was booked with a structure · Réservations reçues",
            tag: "Bookings",
            query: [
                .page,
                .query(
                    "order_by_column", .oneOf(["booking_id", "venue_name", "date", "category", "amount"]),
                    "What to sort by."),
                .query("format", "json, csv or html; in the profile `documented`."),
                .query(
                    "order", Schema(["type": "string", "pattern": "^([aA][sS][cC]|[dD][eE][sS][cC])?$"]), "asc or desc."
                ),
            ],
            [.json(200, .list(.ref("ReceivedBooking")))] + tables + [wrongFields, noRights]),
        Operation(
            "GET", "/bookings/token/{token}", "Checks a countermark · Vérifie une contremarque", tag: "Countermarks",
            access: .optional, needsOrigin: false, query: countermarkQuery,
            [
                .json(200, .ref("CheckedCountermark"), "Good, and yours: whose it is, and what it is for."),
                .empty(204, "Good; you are not signed in, or have no rights on the structure."),
                .errors(400, "Nobody is signed in and the e-mail is missing."),
                .errors(404, "No such countermark, e-mail and offer together; or the offer spells no number."),
                .errors(410, "Validated already, or cancelled."),
            ]),
        Operation(
            "PATCH", "/bookings/token/{token}", "Validates a countermark, once · Valide une contremarque",
            tag: "Countermarks", access: .optional, needsOrigin: false, query: countermarkQuery,
            [
                .empty(204, "Validated: once, and for good."),
                .errors(400, "Nobody is signed in, and the e-mail or the offer is missing."),
                .errors(403, "No rights on the structure."),
                .errors(404, "No such countermark, e-mail and offer together; or the offer spells no number."),
                .errors(410, "Validated already, or cancelled."),
            ]),
    ]
}
