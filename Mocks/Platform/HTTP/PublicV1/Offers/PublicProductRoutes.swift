// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Products by their full data (`today §3.7`); paper books, CDs and records are made by EAN alone.
enum PublicProductRoutes {
    private static let path = "/public/offers/v1/products"

    static let routes = [
        PublicV1.route("GET", path) { call throws(WireError) in
            let query = try OfferListQuery(call)
            let products = try call.call.service.read { state, now throws(WireError) in
                try query.page(.thing, for: call.provider, in: state).compactMap { PublicOffer($0, in: state, at: now) }
            }
            return .json(["products": .array(products.map { $0.product(at: call.call.service.publicBase) })])
        },
        PublicV1.route("POST", path, bodyLimit: 16 << 20) { call throws(WireError) in
            let fields = try PublicFields(call.call)
            let offer = OfferFields(fields, .thing, at: call.call.service.now())
            let stock = stock(fields, at: call.call.service.now())
            try fields.finish()
            let draft = try offer.draft(by: call.provider)
            let id = try call.perform(.offers(.publishProduct(draft, stock)), words: OfferWords.fields) { _, events in
                OfferRoutesKit.offerID(in: events)
            }
            guard let id else { throw .serverFault }
            if let (image, credit) = offer.image { try image.keep(for: id, credit: credit, call) }
            return try shown(id, call)
        },
        PublicV1.route("PATCH", path, bodyLimit: 16 << 20) { call throws(WireError) in
            let fields = try PublicFields(call.call)
            guard let id = fields.required("offerId", { fields.integer($0) }).map({ Identifier<Offer>($0) }) else {
                fields.ignoreRest()
                try fields.finish()
                throw .serverFault
            }
            let (offer, product) = try OfferRoutesKit.seen(id, .thing, call, missing: "offerId")
            let now = call.call.service.now()
            let (changes, image) = OfferChangesFields.read(fields, of: offer, product, at: now)
            let stock = stockChange(fields, at: now)
            try fields.finish()
            try call.perform(
                .offers(.updateProduct(by: call.provider.id, id, changes, stock)), words: OfferWords.offer("offerId")
            ) { _, _ in () }
            if let (image, credit) = image { try image.keep(for: id, credit: credit, call) }
            return try shown(id, call, missing: "offerId")
        },
        PublicV1.route("GET", path + "/{product_id}") { call throws(WireError) in
            try shown(try call.identifier("product_id"), call)
        },
    ]

    private static func shown(
        _ id: Identifier<Offer>, _ call: ProviderCall, missing: String = "product_id"
    ) throws(WireError) -> Answer {
        let offer = try OfferRoutesKit.shown(id, .thing, call, missing: missing)
        return .json(offer.product(at: call.call.service.publicBase))
    }

    private static func stock(_ fields: PublicFields, at now: Instant) -> ProductStockDraft? {
        guard let stock = fields.object("stock").value else { return nil }
        let price = stock.required("price") { stock.price($0) }
        let quantity = stock.quantity("quantity", from: 1).value ?? nil
        let limit = stock.instant("bookingLimitDatetime", after: now).value
        return price.map { ProductStockDraft(price: $0, quantity: quantity, bookingLimit: limit) }
    }

    private static func stockChange(_ fields: PublicFields, at now: Instant) -> ProductStockChange {
        switch fields.object("stock") {
        case .absent: return .none
        case .null: return .remove
        case .value(let stock):
            var changes = ProductStockChanges()
            changes.price = stock.notNull("price") { stock.price($0) }
            changes.quantity = stock.quantity("quantity").change.map { $0 ?? nil }
            changes.bookingLimit = stock.instant("bookingLimitDatetime", after: now).change
            return .update(changes)
        }
    }
}
