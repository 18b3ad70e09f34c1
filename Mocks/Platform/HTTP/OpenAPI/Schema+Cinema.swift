// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// Sessions of films (`today §3.6`).
extension Schema {
    /// What is asked for one film.
    static let film = Schema.object(
        [
            ("filmId", Schema(["type": "string", "pattern": "^(visa|allocine_id):[0-9]{1,20}$"])),
            (
                "address",
                Schema.object([("id", Components.number), ("label", Schema.text(1...200).orNull)], required: ["id"])
                    .closed.orNull
            ), ("priceCategories", .list(filmPrice).atLeast(1).atMost(50)),
            ("stocks", .list(session).atLeast(1).atMost(2_500)),
        ], required: ["filmId", "priceCategories", "stocks"]
    ).closed

    private static let filmPrice = Schema.object(
        [("label", .text(1...50)), ("price", .price), ("idAtProvider", .text(1...70))],
        required: ["label", "price", "idAtProvider"]
    ).closed

    private static let session = Schema.object(
        [
            ("beginningDatetime", Operations.awareDate), ("features", .list(.oneOf(PublicFields.filmFeatures))),
            ("idAtProvider", .text(1...70)), ("priceCategoryIdAtProvider", .text(1...70)),
            ("quantity", .sentQuantity(from: 0)),
        ], required: ["beginningDatetime", "idAtProvider", "priceCategoryIdAtProvider", "quantity"]
    ).closed
}
