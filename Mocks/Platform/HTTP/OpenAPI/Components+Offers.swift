// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `contract 2018-12 §6`.
extension Components {
    /// An offer's columns.
    static let offerColumns: [Schema.Field] =
        record(
            "Offer",
            [
                ("bookingEmail", .string.orNull), ("dateCreated", .date), ("eventId", .id.orNull), ("isActive", .bool),
                ("thingId", .id.orNull), ("venueId", .id),
            ]) + providerColumns

    private static func product(_ model: String) -> [Schema.Field] {
        record(
            model,
            [
                ("description", .string.orNull), ("extraData", .any), ("firstThumbDominantColor", .null),
                ("isNational", .bool), ("mediaUrls", .list(.string)), ("name", .string), ("thumbCount", .integer),
            ]) + providerColumns
    }

    private static let thing = product("Thing") + [("url", Schema.string.orNull)]

    private static let event =
        product("Event") + [
            ("accessibility", Schema.string), ("ageMax", .integer.orNull), ("ageMin", .integer.orNull),
            ("conditions", .string.orNull), ("durationMinutes", .integer.orNull),
        ]

    private static let typeValue: [Schema.Field] = [("type", .string.orNull)]
    private static let typeObject: [Schema.Field] = [("offerType", .ref("OfferType"))]

    private static func described(_ fields: [Schema.Field]) -> Schema {
        .exactly(fields + typeObject, optional: ["offerType"])
    }

    /// An event or a thing with its type in both forms, as the partner's bookings list shows it.
    static func typedTwice(_ model: String) -> Schema {
        .exactly((model == "Event" ? event : thing) + typeValue + typeObject, optional: ["offerType"])
    }

    private static let stock: [Schema.Field] =
        record(
            "Stock",
            [
                ("available", .integer.orNull.saying("null: no limit.")), ("bookingLimitDatetime", .date.orNull),
                ("bookingRecapSent", .date.orNull), ("dateModified", .date), ("eventOccurrenceId", .id.orNull),
                ("groupSize", .integer), ("isSoftDeleted", .bool), ("offerId", .id.orNull), ("price", .number),
            ]) + providerColumns

    /// A stock with its date, if it has one, and more fields.
    static func datedStock(_ fields: [Schema.Field] = []) -> Schema {
        .exactly(stock + [("eventOccurrence", .ref("EventOccurrence"))] + fields, optional: ["eventOccurrence"])
    }

    private static let occurrence: [Schema.Field] =
        record(
            "EventOccurrence",
            [
                ("accessibility", .string), ("beginningDatetime", .date), ("endDatetime", .date),
                ("isSoftDeleted", .bool), ("offerId", .id), ("type", .null),
            ]) + providerColumns

    private static let mediation: [Schema.Field] =
        record(
            "Mediation",
            [
                ("authorId", .id.orNull), ("backText", .null), ("credit", .string.orNull), ("dateCreated", .date),
                ("firstThumbDominantColor", .list(.integer).orNull), ("frontText", .null), ("isActive", .bool),
                ("offerId", .id), ("thumbCount", .integer), ("tutoIndex", .null),
            ]) + providerColumns

    private static let recommendation: [Schema.Field] = record(
        "Recommendation",
        [
            ("dateCreated", .date), ("dateRead", .null), ("dateUpdated", .date), ("inviteforEventOccurrenceId", .null),
            ("isClicked", .bool), ("isFavorite", .bool), ("isFirst", .bool), ("mediationId", .id.orNull),
            ("offerId", .id.orNull), ("search", .null), ("shareMedium", .null), ("userId", .id),
            ("validUntilDate", .date.orNull),
        ])

    private static let detailedVenue = Schema.exactly(
        venueColumns + [
            ("isValidated", .bool),
            ("managingOfferer", .exactly(offererColumns + [("isValidated", .bool), ("nOffers", .integer)])),
        ])

    /// Offers and all that belongs to one.
    static let offers: [Named] = [
        ("Offer", .exactly(offerColumns)),
        (
            "DetailedOffer",
            .exactly(
                offerColumns + [
                    ("event", described(event)), ("thing", described(thing)),
                    ("eventOccurrences", .list(.ref("DateWithStocks"))), ("mediations", .list(.ref("Mediation"))),
                    ("stocks", .list(.ref("Stock"))), ("venue", detailedVenue),
                ], optional: ["event", "thing"])
        ),
        ("Event", .exactly(event + typeObject + [("offers", .list(.ref("Offer")))], optional: ["offerType"])),
        ("Thing", .exactly(thing + typeObject + [("offers", .list(.ref("Offer")))], optional: ["offerType"])),
        ("EventOrThing", .any(of: [.exactly(event + typeValue), .exactly(thing + typeValue)])),
        (
            "OfferType",
            .exactly([
                ("description", .string), ("label", .string), ("offlineOnly", .bool), ("onlineOnly", .bool),
                ("sublabel", .string), ("type", .oneOf(["Event", "Thing"])), ("value", .string),
            ])
        ),
        ("Stock", .exactly(stock)), ("EventOccurrence", .exactly(occurrence)),
        ("DateWithStocks", .exactly(occurrence + [("stocks", .list(.ref("Stock")))])),
        ("Mediation", .exactly(mediation)), ("PlainRecommendation", .exactly(recommendation)),
        (
            "Recommendation",
            .exactly(
                recommendation + [
                    ("bookings", .list(.ref("Booking"))), ("mediation", .ref("Mediation")),
                    (
                        "offer",
                        .exactly(
                            offerColumns + [
                                ("dateRange", .list(.date)), ("eventOrThing", .ref("EventOrThing")),
                                ("stocks", .list(datedStock())),
                                ("venue", .exactly(venueColumns + [("managingOfferer", .exactly(offererColumns))])),
                            ])
                    ),
                ], optional: ["mediation"])
        ),
    ]
}
