// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The prices of an event (`today §3.5`).
enum PriceCategoryRoutes {
    private static let path = "/public/offers/v1/events/{event_id}/price_categories"

    static let routes = [
        PublicV1.route("GET", path) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let query = PublicQuery(call.call)
            let names = query.list("idsAtProvider", atMost: 100)
            try query.finish()
            _ = try OfferRoutesKit.seen(id, .event, call, missing: "event_id")
            let prices = call.read { $0.priceCategories(of: id) }.filter { price in
                names.map { names in price.idAtProvider.map(names.contains) ?? false } ?? true
            }
            return list(prices)
        },
        PublicV1.route("POST", path) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let fields = try PublicFields(call.call)
            let sent = fields.required("priceCategories") {
                fields.objects($0, atMost: PlatformState.mostPriceCategories)
            }
            let drafts = (sent ?? []).map { draft($0) }
            try fields.finish()
            let prices = try call.perform(
                .offers(.addPrices(by: call.provider.id, id, drafts.compactMap(\.self))), words: OfferWords.prices
            ) { state, _ in Array(state.priceCategories(of: id).suffix(drafts.count)) }
            return list(prices)
        },
        PublicV1.route("PATCH", path + "/{price_category_id}") { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let priceID: Identifier<PriceCategory> = try call.identifier("price_category_id")
            let fields = try PublicFields(call.call)
            var changes = PriceCategoryChanges()
            changes.label = fields.notNull("label") { fields.text($0, 1...50) }
            changes.price = fields.notNull("price") { fields.price($0) }
            changes.idAtProvider = fields.text("idAtProvider", 1...70).change
            try fields.finish()
            let price = try call.perform(
                .offers(.updatePrice(by: call.provider.id, id, priceID, changes)), words: OfferWords.prices
            ) { state, _ in state.priceCategories[priceID] }
            guard let price else { throw .serverFault }
            return .json(json(price))
        },
    ]

    /// Reads one of the list; nothing if something is wrong with it.
    static func draft(_ fields: PublicFields) -> PriceCategoryDraft? {
        let label = fields.required("label") { fields.text($0, 1...50) }
        let price = fields.required("price") { fields.price($0) }
        let name = fields.text("idAtProvider", 1...70).value
        guard let label, let price else { return nil }
        return PriceCategoryDraft(label: label, price: price, idAtProvider: name)
    }

    private static func list(_ prices: [PriceCategory]) -> Answer {
        .json(["priceCategories": .array(prices.map { json($0) })])
    }

    /// A price as it is written.
    static func json(_ price: PriceCategory) -> JSONValue {
        [
            "id": PublicJSON.id(price.id), "label": .string(price.label), "price": PublicJSON.cents(price.price),
            "idAtProvider": WireJSON.text(price.idAtProvider),
        ]
    }
}
