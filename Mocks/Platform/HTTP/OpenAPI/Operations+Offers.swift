// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §6.1` to `§6.4`.
extension Operations {
    /// Offers, what they are made of, and what the young people's application shows of them.
    static let offers = products + ownOffers + dates + stocks + teasers

    private static let integerOrNull = Schema.integer.orNull

    private static func productFields(_ own: [Schema.Field]) -> [Schema.Field] {
        [
            ("name", .string.example("Vol de nuit").saying("At most 140 characters.")), ("type", .string.orNull),
            ("description", .string.orNull), ("mediaUrls", Schema.list(.string).orNull), ("isNational", .bool.orNull),
            ("extraData", .any), ("idAtProviders", .string.orNull),
        ] + own
    }

    private static let fixedType = Schema.any.saying(
        "Stays what it is, whatever is sent (`typeIsFixed`); under `observed` a text, as in a new one.")

    private static let thingFields = productFields([
        ("url", .string.orNull.saying("Makes it digital; {token}, {offerId} and {email} are filled in."))
    ])

    private static let eventFields = productFields([
        ("durationMinutes", integerOrNull), ("conditions", .string.orNull), ("ageMin", integerOrNull),
        ("ageMax", integerOrNull),
    ])

    private static func products(
        _ path: String, _ model: String, _ fields: [Schema.Field], required: [String], _ words: (String, String)
    ) -> [Operation] {
        let venue: [Schema.Field] = [("venueId", .sentID)]
        let changes = fields.map { $0.0 == "type" ? ("type", fixedType) : $0 }
        return [
            Operation(
                "POST", path, "Creates \(words.0) and its offer · Crée \(words.1) et son offre", tag: "Offers",
                access: .signedInOrKey, body: .json(.object(fields + venue, required: required + ["venueId"])),
                [.json(201, .ref(model)), wrongFields, noRights, wrongID]),
            Operation(
                "GET", path + "/{id}", "Shows \(words.0) · Montre \(words.1)", tag: "Offers", access: .signedInOrKey,
                [.json(200, .ref(model))]),
            Operation(
                "PATCH", path + "/{id}", "Changes \(words.0) · Modifie \(words.1)", tag: "Offers",
                access: .signedInOrKey, body: .json(.object(changes)),
                [.json(200, .ref(model)), wrongFields, noRights]),
        ]
    }

    private static let products =
        [
            Operation(
                "GET", "/types", "Lists the types of offers · Liste les types d'offres", tag: "Offers",
                [.json(200, .list(.ref("OfferType")))])
        ]
        + products("/events", "Event", eventFields, required: ["name"], ("an event", "un événement"))
        + products("/things", "Thing", thingFields, required: ["name", "type"], ("a thing", "un bien"))

    private static let ownOffers: [Operation] = [
        Operation(
            "POST", "/offers", "Offers an event or a thing at another venue · Propose ailleurs", tag: "Offers",
            body: .json(
                .object(
                    [
                        ("venueId", .sentID), ("eventId", .sentID.orNull), ("thingId", .sentID.orNull),
                        ("bookingEmail", .string.orNull),
                    ], required: ["venueId"])),
            [
                .json(201, .ref("DetailedOffer")), wrongFields, noRights, wrongID, .page(404, "No such venue."),
            ]),
        Operation(
            "GET", "/offers", "Lists one's offers, newest first · Liste ses offres", tag: "Offers",
            query: [
                .query("offererId", .sentID, "Only this structure's."),
                .query("venueId", .sentID, "Only this venue's."),
                .query("keywords", "Words of title, description, venue or structure."), .page,
            ],
            [
                .json(200, .list(.ref("DetailedOffer"))), wrongFields, noRights, wrongID,
                .errors(404, "`Ce lieu n'a pas été trouvé`."),
            ]),
        Operation(
            "GET", "/offers/activation", "Lists the activations of one's department · Liste les activations",
            tag: "Offers", [.json(200, .list(.ref("DetailedOffer")))]),
        Operation(
            "GET", "/offers/{id}", "Shows an offer · Montre une offre", tag: "Offers",
            [.json(200, .ref("DetailedOffer"))]),
        Operation(
            "PATCH", "/offers/{id}", "Switches an offer on or off · Active ou désactive une offre", tag: "Offers",
            body: .json(.object([("isActive", .bool.orNull)])), [.json(200, .ref("Offer")), wrongFields, noRights]),
    ]

    private static let dateFields: [Schema.Field] = [("beginningDatetime", .sentDate), ("endDatetime", .sentDate)]

    private static let dates: [Operation] = [
        Operation(
            "POST", "/eventOccurrences", "Adds a date to an event · Ajoute une date", tag: "Dates",
            access: .signedInOrKey,
            body: .json(
                .object(
                    dateFields + [("offerId", .sentID), ("venueId", .sentID)],
                    required: ["offerId", "venueId", "beginningDatetime", "endDatetime"])),
            [
                .json(201, .ref("DateWithStocks")), wrongFields, noRights, wrongID,
                .page(404, "No such offer, none of an event, or no such venue."),
            ]),
        Operation(
            "GET", "/eventOccurrences/{id}", "Shows a date · Montre une date", tag: "Dates", access: .signedInOrKey,
            [.json(200, .ref("DateWithStocks"))]),
        Operation(
            "PATCH", "/eventOccurrences/{id}", "Moves a date · Déplace une date", tag: "Dates",
            access: .signedInOrKey, body: .json(.object(dateFields)),
            [.json(200, .ref("DateWithStocks")), wrongFields, noRights]),
        Operation(
            "DELETE", "/eventOccurrences/{id}", "Takes a date out, with its bookings · Retire une date", tag: "Dates",
            access: .signedInOrKey, [.json(200, .ref("EventOccurrence")), noRights]),
    ]

    private static let limit = Schema.any(of: [.sentDate, Schema(["type": "string", "pattern": "^ *$"]), .null])
        .saying("Until when it can be booked; null or empty is no limit, which the profile `observed` refuses.")

    private static let stockFields: [Schema.Field] = [
        ("price", Schema(["type": ["number", "string"]]).example("12.50").saying("Euros, from 0.")),
        ("available", integerOrNull.saying("null: no limit.")), ("bookingLimitDatetime", limit),
        ("groupSize", integerOrNull),
        ("resellUnfetched", .bool.orNull.saying("This platform's own: copies that nobody fetched go on sale again.")),
    ]

    private static let stocks: [Operation] = [
        Operation(
            "POST", "/stocks", "Puts a date or a thing on sale · Met en vente", tag: "Stocks", access: .signedInOrKey,
            body: .json(
                .object(
                    stockFields + [
                        ("eventOccurrenceId", .sentID.orNull.saying("A date, which wins over `offerId`.")),
                        ("offerId", .sentID.orNull),
                    ], required: ["price"])),
            [.json(201, .ref("Stock")), wrongFields, noRights, wrongID]),
        Operation(
            "GET", "/stocks", "Lists all stocks, 50 a page · Liste les stocks", tag: "Stocks", access: .signedInOrKey,
            query: [.page], [.json(200, .list(.ref("Stock"))), wrongFields]),
        Operation(
            "GET", "/stocks/{id}", "Shows a stock · Montre un stock", tag: "Stocks", access: .signedInOrKey,
            [.json(200, .ref("Stock"))]),
        Operation(
            "PATCH", "/stocks/{id}", "Changes a stock · Modifie un stock", tag: "Stocks", access: .signedInOrKey,
            body: .json(.object(stockFields)), [.json(200, .ref("Stock")), wrongFields, noRights]),
        Operation(
            "DELETE", "/stocks/{id}", "Takes a stock out, with its bookings · Retire un stock", tag: "Stocks",
            access: .signedInOrKey, [.json(200, .ref("Stock")), noRights]),
    ]
}
