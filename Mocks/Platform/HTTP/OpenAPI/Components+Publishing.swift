// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

// `today §3.2` to `§3.7`.
extension Components {
    /// The records that publishers make.
    static let publishing: [Named] = [
        ("PublicEvent", .exactly(sharedOfferFields + eventFields)),
        ("PublicProduct", .exactly(sharedOfferFields + [("stock", productStock.orNull)])),
        ("PublicDate", .exactly(date)), ("PublicPriceCategory", .exactly(priceCategory)),
        ("PublicAddress", .exactly(address)), ("PublicOfferType", .exactly([("id", .string), ("label", .string)])),
    ]

    /// How many there are.
    static let quantity = Schema(["anyOf": [["type": "integer", "minimum": 0], ["const": "unlimited"]]])

    private static let sharedOfferFields: [Schema.Field] = [
        ("id", number), ("status", .oneOf(PublicOffer.Status.allCases.map(\.rawValue))), ("name", .string),
        ("description", .string.orNull),
        (
            "categoryRelatedFields",
            Schema([
                "type": "object", "required": ["category"], "properties": ["category": ["type": "string"]],
                "additionalProperties": ["type": ["string", "null"]],
            ])
        ),
        (
            "accessibility",
            .exactly([
                ("audioDisabilityCompliant", .bool.orNull), ("mentalDisabilityCompliant", .bool.orNull),
                ("motorDisabilityCompliant", .bool.orNull), ("visualDisabilityCompliant", .bool.orNull),
            ])
        ),
        (
            "location",
            .exactly(
                [
                    ("type", .oneOf(["physical", "digital", "address"])), ("venueId", number), ("url", .string),
                    ("addressId", number), ("addressLabel", .string.orNull),
                ], optional: ["url", "addressId", "addressLabel"])
        ),
        ("bookingContact", .string.orNull), ("bookingEmail", .string.orNull), ("enableDoubleBookings", .bool),
        ("externalTicketOfficeUrl", .string.orNull), ("idAtProvider", .string.orNull),
        ("image", Schema.exactly([("url", .string), ("credit", .string.orNull)]).orNull),
        ("itemCollectionDetails", .string.orNull), ("publicationDatetime", .date.orNull),
        ("bookingAllowedDatetime", .date.orNull),
    ]

    private static let eventFields: [Schema.Field] = [
        ("hasTicket", .bool), ("eventDuration", Schema.integer.orNull),
        ("priceCategories", .list(.ref("PublicPriceCategory"))), ("videoUrl", .string.orNull),
    ]

    private static let productStock = Schema.exactly([
        ("price", cents), ("quantity", quantity), ("bookedQuantity", .integer),
        ("bookingLimitDatetime", .date.orNull),
    ])

    private static let priceCategory: [Schema.Field] = [
        ("id", number), ("label", .string), ("price", cents), ("idAtProvider", .string.orNull),
    ]

    private static let date: [Schema.Field] = [
        ("id", number), ("beginningDatetime", .date), ("bookingLimitDatetime", .date.orNull),
        ("priceCategory", .ref("PublicPriceCategory")),
        ("quantity", quantity.saying("In all, with what is booked.")), ("bookedQuantity", .integer),
        ("idAtProvider", .string.orNull),
    ]

    private static let address: [Schema.Field] = [
        ("id", number), ("banId", .string.orNull), ("street", .string), ("city", .string), ("postalCode", .string),
        ("latitude", .number), ("longitude", .number),
    ]
}
