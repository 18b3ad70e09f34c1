// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §6.6` and `§6.7`.
extension Operations {
    /// Teasers, their images, and the young people's main screen.
    static let teasers: [Operation] = [
        Operation(
            "POST", "/mediations", "Adds a teaser with its image · Ajoute une accroche", tag: "Teasers",
            body: .form(
                .object(
                    [
                        ("offerId", .string), ("offererId", .string), ("credit", .string), ("thumbUrl", .string),
                        ("thumb", Schema(["type": "string", "format": "binary"]).saying("PNG, JPEG or GIF.")),
                        ("croppingRect[x]", .string), ("croppingRect[y]", .string), ("croppingRect[height]", .string),
                    ], required: ["offerId", "offererId", "thumb"])),
            [
                .json(201, .ref("Mediation")), wrongFields, .page(400, "A field of the form is missing."), noRights,
                wrongID,
            ]),
        Operation(
            "GET", "/mediations/{id}", "Shows a teaser · Montre une accroche", tag: "Teasers",
            [.json(200, .ref("Mediation"))]),
        Operation(
            "PATCH", "/mediations/{id}", "Changes a teaser · Modifie une accroche", tag: "Teasers",
            body: .json(.object([("isActive", .bool.orNull), ("credit", .string.orNull)])),
            [.json(200, .ref("Mediation")), wrongFields, noRights]),
        Operation(
            "GET", "/storage/{bucket}/{path...}", "A teaser's image · L'image d'une accroche", tag: "Teasers",
            access: .open, needsOrigin: false,
            [
                .content("image/png", "The image as it was sent, or its part in the frame.").with("X-Cropping-Rect"),
                .content("image/jpeg", "The same."),
                .content("image/gif", "The same."), .text(404, "`file not found`."),
            ]),
        Operation(
            "GET", "/recommendations", "Searches for offers · Cherche des offres", tag: "Young people",
            query: [
                .query("keywords", "Words to search for."), .query("categories", "Families, such as `Lire`; commas."),
                .query("days", "Spans of days after `date`, such as `0-1,1-5`."),
                .query("date", "Where the days begin; now unless given."),
                .query("latitude", .number, "Where somebody stands."), .query("longitude", .number, "The same."),
                .query("distance", .number, "Kilometres around; counts only with both of the above."), .page,
            ],
            [.json(200, .list(.ref("Recommendation"))), wrongFields]),
        Operation(
            "PUT", "/recommendations", "The main screen · L'écran principal", tag: "Young people",
            query: [
                .query("offerId", .sentID, "An offer to be shown first."),
                .query("mediationId", .sentID, "A teaser whose offer is to be shown first."),
            ],
            body: .json(.object([("seenRecommendationIds", Schema.list(.sentID.orNull).orNull)])),
            [
                .json(200, .list(.ref("Recommendation"))), wrongFields, wrongID,
                .text(404, "`Offer or mediation not found`."),
            ]),
        Operation(
            "GET", "/recommendations/favorites", "Lists one's favourites · Liste ses favoris", tag: "Young people",
            [.json(200, .list(.ref("Recommendation")))]),
        Operation(
            "PATCH", "/recommendations/{id}", "Marks what was seen or liked · Marque une recommandation",
            tag: "Young people", body: .json(.object([("isFavorite", .bool.orNull), ("isClicked", .bool.orNull)])),
            [.json(200, .ref("Recommendation")), wrongFields]),
    ]
}
