// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// How events and things are written (`contract 2018-12 §6.1`).
enum ProductJSON {
    /// How the type is told.
    enum TypeForm: Sendable {
        /// As the value alone, under `type`.
        case value
        /// In full, under `offerType`; not at all when the service does not know it.
        case described
        /// Both.
        case both
    }

    /// An event or a thing; `created` is when it was made, which the wire calls its last change by a provider.
    static func object(_ product: Product, _ form: TypeForm) -> JSONObject {
        var object: JSONObject = [
            "dateModifiedAtLastProvider": WireJSON.date(product.dateCreated),
            "description": WireJSON.text(product.description),
            "extraData": extraData(product), "firstThumbDominantColor": nil, "id": WireJSON.id(product.id),
            "idAtProviders": WireJSON.text(product.idAtProviders), "isNational": .bool(product.isNational),
            "lastProviderId": nil, "mediaUrls": .array(product.mediaUrls.map { .string($0) }),
            "name": .string(product.name), "thumbCount": 0,
        ]
        switch product.kind {
        case .thing:
            object["modelName"] = "Thing"
            object["url"] = WireJSON.text(product.url)
        case .event:
            object["modelName"] = "Event"
            object["accessibility"] = WireJSON.accessibility
            object["ageMax"] = WireJSON.integer(product.ageMax)
            object["ageMin"] = WireJSON.integer(product.ageMin)
            object["conditions"] = WireJSON.text(product.conditions)
            object["durationMinutes"] = WireJSON.integer(product.durationMinutes)
        }
        if form != .described { object["type"] = WireJSON.text(product.type) }
        if form != .value, let type = OfferType.named(product.type) { object["offerType"] = type.json }
        return object
    }

    /// The whole answer to the routes of events and things, with the offers.
    static func answer(_ view: ProductView) -> JSONValue {
        .object(
            object(view.product, .described)
                .adding(["offers": .array(view.offers.map { .object(OfferJSON.object($0, of: view.product)) })]))
    }

    private static func extraData(_ product: Product) -> JSONValue {
        guard let text = product.extraData else { return .null }
        return (try? JSONValue(parsing: Array(text.utf8))) ?? .null
    }
}
