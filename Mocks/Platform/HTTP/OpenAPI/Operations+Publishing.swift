// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `today §3.2` to `§3.9`.
extension Operations {
    /// What publishers ask.
    static let publishing: [Operation] = publicEvents + publicDates + publicProducts + publicPlaces + publicTypes

    private static let names = Parameter.query("idsAtProvider", "Of those names of the provider's, between commas.")
    private static let offerList: [Parameter] =
        [
            .query("venueId", .integer, "Of this venue."), names,
            .query("addressId", Components.number, "At this address."),
        ] + cursor

    private static let publicEvents: [Operation] = [
        forProviders(
            "GET", "/public/offers/v1/events", "Lists events · Liste les évènements", tag: "events", query: offerList,
            [.json(200, .exactly([("events", .list(.ref("PublicEvent")))]))]),
        forProviders(
            "POST", "/public/offers/v1/events", "Makes an event · Crée un évènement", tag: "events",
            body: .json(.event(isNew: true)), [.json(200, .ref("PublicEvent"))]),
        forProviders(
            "GET", "/public/offers/v1/events/{event_id}", "Shows an event · Montre un évènement", tag: "events",
            [.json(200, .ref("PublicEvent"))]),
        forProviders(
            "PATCH", "/public/offers/v1/events/{event_id}", "Changes an event · Modifie un évènement", tag: "events",
            body: .json(.event(isNew: false), required: false), [.json(200, .ref("PublicEvent"))]),
        forProviders(
            "PUT", "/public/offers/v1/events/cinema_sessions",
            "Asks for sessions of films, in effect seconds later · Demande des séances de cinéma", tag: "events",
            body: .json(
                Schema.object(
                    [("venueId", Components.number), ("offers", .list(.film).atLeast(1).atMost(500))],
                    required: ["venueId", "offers"]
                ).closed), [.empty()]),
    ]

    private static let prices = Reply.json(200, .exactly([("priceCategories", .list(.ref("PublicPriceCategory")))]))
    private static let dates = Reply.json(200, .exactly([("dates", .list(.ref("PublicDate")))]))
    private static let pricePath = "/public/offers/v1/events/{event_id}/price_categories"
    private static let datePath = "/public/offers/v1/events/{event_id}/dates"

    private static let publicDates: [Operation] = [
        forProviders(
            "GET", pricePath, "Lists an event's prices · Liste les tarifs", tag: "dates", query: [names], [prices]),
        forProviders(
            "POST", pricePath, "Adds prices · Ajoute des tarifs", tag: "dates",
            body: .json(
                Schema.object(
                    [("priceCategories", .list(.priceCategory).atMost(50))], required: ["priceCategories"]
                ).closed), [prices]),
        forProviders(
            "PATCH", pricePath + "/{price_category_id}", "Changes a price · Modifie un tarif", tag: "dates",
            body: .json(
                Schema.object([
                    ("label", .text(1...50)), ("price", .price), ("idAtProvider", Schema.text(1...70).orNull),
                ]).closed, required: false), [.json(200, .ref("PublicPriceCategory"))]),
        forProviders(
            "GET", datePath, "Lists an event's dates · Liste les dates", tag: "dates", query: [names] + cursor,
            [dates]),
        forProviders(
            "POST", datePath, "Adds dates · Ajoute des dates", tag: "dates",
            body: .json(
                Schema.object([("dates", .list(.date(isNew: true)).atMost(2_500))], required: ["dates"]).closed),
            [dates]),
        forProviders(
            "PATCH", datePath + "/{stock_id}", "Changes a date · Modifie une date", tag: "dates",
            body: .json(.date(isNew: false), required: false), [.json(200, .ref("PublicDate"))]),
        forProviders(
            "DELETE", datePath + "/{stock_id}", "Takes a date out · Supprime une date", tag: "dates", [.empty()]),
    ]

    private static let eans = Parameter.query("eans", required: true, "13 digits each, between commas, 100 at most.")

    private static let publicProducts: [Operation] = [
        forProviders(
            "GET", "/public/offers/v1/products", "Lists products · Liste les produits", tag: "products",
            query: offerList, [.json(200, .exactly([("products", .list(.ref("PublicProduct")))]))]),
        forProviders(
            "POST", "/public/offers/v1/products", "Makes a product · Crée un produit", tag: "products",
            body: .json(.product(isNew: true)), [.json(200, .ref("PublicProduct"))]),
        forProviders(
            "PATCH", "/public/offers/v1/products", "Changes a product · Modifie un produit", tag: "products",
            body: .json(.product(isNew: false)), [.json(200, .ref("PublicProduct"))]),
        forProviders(
            "GET", "/public/offers/v1/products/{product_id}", "Shows a product · Montre un produit", tag: "products",
            [.json(200, .ref("PublicProduct"))]),
        forProviders(
            "POST", "/public/offers/v1/products/ean",
            "Asks for offers of articles, in effect seconds later · Demande des offres par EAN", tag: "products",
            body: .json(
                Schema.object(
                    [("location", .place), ("products", .list(.order).atMost(500))],
                    required: ["location", "products"]
                ).closed), [.empty()]),
        forProviders(
            "GET", "/public/offers/v1/products/ean", "Shows offers of articles · Montre des offres par EAN",
            tag: "products", query: [eans, .query("venueId", .integer, required: true, "At this venue.")],
            [.json(200, .exactly([("products", .list(.ref("PublicProduct")))]))]),
        forProviders(
            "GET", "/public/offers/v1/products/ean/check_availability",
            "Says which articles can be sold by EAN · Dit quels EAN sont disponibles", tag: "products", query: [eans],
            [
                .json(
                    200,
                    .exactly([
                        ("available", .list(.string)),
                        (
                            "rejected",
                            .exactly([
                                ("notFound", .list(.string)), ("subcategoryNotAllowed", .list(.string)),
                                ("notCompliantWithCgu", .list(.string)),
                            ])
                        ),
                    ]))
            ]),
        forProviders(
            "POST", "/public/offers/v1/{offer_id}/image", "Gives an offer its image · Donne son image à une offre",
            tag: "products",
            body: .form(
                .object(
                    [("file", Schema(["type": "string", "format": "binary"])), ("credit", .text(1...255))],
                    required: ["file"])), [.empty()]),
    ]

    private static let publicPlaces: [Operation] = [
        forProviders(
            "POST", "/public/offers/v1/addresses", "Makes an address known · Ajoute une adresse", tag: "addresses",
            body: .json(
                Schema.object(
                    [
                        ("street", .text(1...200)), ("city", .text(1...200)),
                        ("postalCode", Schema(["type": "string", "pattern": "^(0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}$"])),
                        ("latitude", Schema(["type": ["number", "null"], "minimum": -90, "maximum": 90])),
                        ("longitude", Schema(["type": ["number", "null"], "minimum": -180, "maximum": 180])),
                    ], required: ["street", "city", "postalCode"]
                ).closed), [.json(200, .ref("PublicAddress"))]),
        forProviders(
            "GET", "/public/offers/v1/addresses/search", "Looks for an address · Cherche une adresse",
            tag: "addresses",
            query: [
                .query("street", required: true, "Number and street."), .query("city", required: true, "City."),
                .query("postalCode", required: true, "Postal code."), .query("latitude", .number, "Latitude."),
                .query("longitude", .number, "Longitude."),
            ], [.json(200, .exactly([("addresses", .list(.ref("PublicAddress")))]))]),
        forProviders(
            "GET", "/public/offers/v1/addresses/{address_id}", "Shows an address · Montre une adresse",
            tag: "addresses", [.json(200, .ref("PublicAddress"))]),
    ]

    private static let fields = Schema(["type": "object", "additionalProperties": ["type": "boolean"]])

    private static let publicTypes: [Operation] = [
        forProviders(
            "GET", "/public/offers/v1/events/categories", "Lists the categories of events · Catégories d'évènements",
            tag: "types",
            [
                .json(
                    200,
                    .list(.exactly([("id", .string), ("conditionalFields", fields), ("label", .string.orNull)])))
            ]),
        forProviders(
            "GET", "/public/offers/v1/products/categories", "Lists the categories of products · Catégories de produits",
            tag: "types",
            [
                .json(
                    200,
                    .list(
                        .exactly([
                            ("id", .string), ("conditionalFields", fields),
                            ("locationType", .oneOf(["DIGITAL", "PHYSICAL"])),
                        ])))
            ]),
        forProviders(
            "GET", "/public/offers/v1/music_types/all", "Lists the kinds of music · Genres de musique", tag: "types",
            [.json(200, .list(.ref("PublicOfferType")))]),
        forProviders(
            "GET", "/public/offers/v1/music_types/event",
            "Lists the kinds of music of events · Genres de musique des évènements", tag: "types",
            [.json(200, .list(.ref("PublicOfferType")))]),
        forProviders(
            "GET", "/public/offers/v1/show_types", "Lists the kinds of shows · Types de spectacles", tag: "types",
            [.json(200, .list(.ref("PublicOfferType")))]),
    ]
}
