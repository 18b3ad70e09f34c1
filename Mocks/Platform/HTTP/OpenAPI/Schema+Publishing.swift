// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

// The bodies that publishers send (`today §3.2` to `§3.9`); all of them are closed.
extension Schema {
    /// A text of so many characters.
    static func text(_ length: ClosedRange<Int>) -> Schema {
        Schema([
            "type": "string", "minLength": .number(JSONNumber(length.lowerBound)),
            "maxLength": .number(JSONNumber(length.upperBound)),
        ])
    }

    /// A price in cents.
    static let price = Schema(["type": "integer", "minimum": 0, "maximum": 30_000])
    /// An article's number.
    static let ean = Schema(["type": "string", "minLength": 13, "maxLength": 13, "example": "2000000000001"])

    /// How many can be sold from now on.
    static func sentQuantity(from least: Int64) -> Schema {
        Schema([
            "anyOf": [
                ["type": "integer", "minimum": .number(JSONNumber(least)), "maximum": 1_000_000],
                ["const": "unlimited"],
            ]
        ])
    }

    /// An event, or what changes of it.
    static func event(isNew: Bool) -> Schema {
        var more: [Field] = [
            ("eventDuration", Schema(["type": ["integer", "null"], "minimum": 0, "maximum": 1_439])),
            ("videoUrl", Schema.string.orNull),
        ]
        if isNew {
            more += [
                ("hasTicket", Schema.bool), ("publicationDate", moment),
                ("priceCategories", Schema.list(priceCategory).atMost(50)),
            ]
        }
        return offer(.event, isNew: isNew, more: more, required: isNew ? ["hasTicket"] : [])
    }

    /// A product, or what changes of it.
    static func product(isNew: Bool) -> Schema {
        let stock = Schema.object(
            [
                ("price", .price), ("quantity", .any(of: [.sentQuantity(from: isNew ? 1 : 0), .null])),
                ("bookingLimitDatetime", Operations.awareDate.orNull),
            ], required: isNew ? ["price"] : []
        ).closed
        return offer(
            .thing, isNew: isNew, more: [("stock", stock.orNull)] + (isNew ? [] : [("offerId", Components.number)]),
            required: isNew ? [] : ["offerId"])
    }

    /// A new price.
    static let priceCategory = Schema.object(
        [("label", .text(1...50)), ("price", .price), ("idAtProvider", Schema.text(1...70).orNull)],
        required: ["label", "price"]
    ).closed

    /// A new date, or what changes of one.
    static func date(isNew: Bool) -> Schema {
        Schema.object(
            [
                ("beginningDatetime", Operations.awareDate), ("bookingLimitDatetime", Operations.awareDate),
                ("priceCategoryId", Components.number), ("quantity", .sentQuantity(from: isNew ? 1 : 0)),
                ("idAtProvider", Schema.text(1...70).orNull),
            ],
            required: isNew ? ["beginningDatetime", "bookingLimitDatetime", "priceCategoryId", "quantity"] : []
        ).closed
    }

    /// An article that is asked for by its number.
    static let order = Schema.object(
        [
            ("ean", .ean),
            (
                "stock",
                Schema.object(
                    [
                        ("price", .price), ("quantity", .any(of: [.sentQuantity(from: 0), .null])),
                        ("bookingLimitDatetime", Operations.awareDate.orNull),
                    ], required: ["price"]
                ).closed
            ), ("publicationDatetime", moment), ("bookingAllowedDatetime", Operations.awareDate.orNull),
        ], required: ["ean", "stock"]
    ).closed

    /// Where an offer is.
    static let place = Schema([
        "anyOf": [
            .object(kind("physical", []).json), .object(kind("digital", [("url", .string)]).json),
            .object(kind("address", [("addressId", Components.number)]).json),
        ]
    ])

    private static func kind(_ name: String, _ fields: [Field]) -> Schema {
        let optional: [Field] = name == "address" ? [("addressLabel", Schema.text(1...200).orNull)] : []
        return Schema.object(
            [("type", .only(name)), ("venueId", Components.number)] + fields + optional,
            required: ["type", "venueId"] + fields.map(\.name)
        ).closed
    }

    /// From when something is shown.
    private static let moment = Schema([
        "anyOf": [.object(Operations.awareDate.json), ["const": "now"], ["type": "null"]]
    ])

    private static func offer(
        _ kind: Product.Kind, isNew: Bool, more: [Field], required: [String]
    ) -> Schema {
        let truths = ["audio", "mental", "motor", "visual"].map { "\($0)DisabilityCompliant" }
        let categories = PublicCategory.all(kind)
        let own = PublicCategory.Field.allCases.filter { field in categories.contains { $0.fields.contains(field) } }
        return Schema.object(
            [
                ("name", .text(1...(isNew ? 90 : 140))),
                (
                    "categoryRelatedFields",
                    Schema.object(
                        [("category", isNew ? .oneOf(categories.map(\.id)) : .string)]
                            + own.map { ($0.rawValue, Schema.string.orNull) },
                        required: ["category"]
                    ).closed
                ),
                ("accessibility", Schema.object(truths.map { ($0, .bool) }, required: isNew ? truths : []).closed),
                ("location", place), ("description", Schema.text(0...10_000).orNull),
                ("bookingContact", .string.orNull), ("bookingEmail", .string.orNull),
                ("enableDoubleBookings", isNew ? Schema.bool.orNull : .bool),
                ("externalTicketOfficeUrl", .string.orNull),
                ("idAtProvider", Schema.text(1...70).orNull),
                (
                    "image",
                    Schema.object(
                        [("file", .string), ("credit", Schema.text(1...255).orNull)], required: ["file"]
                    ).closed.orNull
                ),
                ("itemCollectionDetails", .string.orNull), ("publicationDatetime", moment),
                ("bookingAllowedDatetime", Operations.awareDate.orNull),
            ] + more + (isNew ? [] : [("isActive", .bool)]),
            required: required + (isNew ? ["name", "categoryRelatedFields", "accessibility", "location"] : [])
        ).closed
    }

    /// The same list with so many elements at least.
    func atLeast(_ count: Int) -> Schema {
        var schema = self
        schema.json["minItems"] = .number(JSONNumber(count))
        return schema
    }

    /// The same list with so many elements at most.
    func atMost(_ count: Int) -> Schema {
        var schema = self
        schema.json["maxItems"] = .number(JSONNumber(count))
        return schema
    }
}
