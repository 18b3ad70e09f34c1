// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Events: listed, made, shown, changed (`today §3.4`).
enum EventRoutes {
    static let routes = [
        PublicV1.route("GET", "/public/offers/v1/events") { call throws(WireError) in
            let query = try OfferListQuery(call)
            let events = try call.call.service.read { state, now throws(WireError) in
                try query.page(.event, for: call.provider, in: state).compactMap { PublicOffer($0, in: state, at: now) }
            }
            return .json(["events": .array(events.map { $0.event(at: call.call.service.publicBase) })])
        },
        PublicV1.route("POST", "/public/offers/v1/events", bodyLimit: 16 << 20) { call throws(WireError) in
            let fields = try PublicFields(call.call)
            let offer = OfferFields(fields, .event, at: call.call.service.now())
            let sent = fields.notNull("priceCategories") {
                fields.objects($0, atMost: PlatformState.mostPriceCategories)
            }
            let prices = (sent ?? []).map { PriceCategoryRoutes.draft($0) }
            try fields.finish()
            let draft = try offer.draft(by: call.provider)
            let id = try call.perform(
                .offers(.publishEvent(draft, prices.compactMap(\.self))), words: OfferWords.fields
            ) { _, events in OfferRoutesKit.offerID(in: events) }
            guard let id else { throw .serverFault }
            if let (image, credit) = offer.image { try image.keep(for: id, credit: credit, call) }
            return try shown(id, call)
        },
        PublicV1.route("GET", "/public/offers/v1/events/{event_id}") { call throws(WireError) in
            try shown(try call.identifier("event_id"), call)
        },
        PublicV1.route("PATCH", "/public/offers/v1/events/{event_id}", bodyLimit: 16 << 20) { call throws(WireError) in
            let id: Identifier<Offer> = try call.identifier("event_id")
            let (offer, product) = try OfferRoutesKit.seen(id, .event, call, missing: "event_id")
            let fields = try PublicFields(call.call)
            let (changes, image) = OfferChangesFields.read(fields, of: offer, product, at: call.call.service.now())
            try fields.finish()
            try call.perform(
                .offers(.updateEvent(by: call.provider.id, id, changes)), words: OfferWords.offer("event_id")
            ) { _, _ in () }
            if let (image, credit) = image { try image.keep(for: id, credit: credit, call) }
            return try shown(id, call)
        },
    ]

    private static func shown(_ id: Identifier<Offer>, _ call: ProviderCall) throws(WireError) -> Answer {
        let offer = try OfferRoutesKit.shown(id, .event, call, missing: "event_id")
        return .json(offer.event(at: call.call.service.publicBase))
    }
}

/// What the routes of events and of products have in common.
enum OfferRoutesKit {
    /// The offer that some events made.
    static func offerID(in events: [Event]) -> Identifier<Offer>? {
        events.lazy.compactMap { event in
            if case .offerCreated(let offer) = event { offer.id } else { nil }
        }.first
    }

    /// An offer that the provider may see.
    static func seen(
        _ id: Identifier<Offer>, _ kind: Product.Kind, _ call: ProviderCall, missing: String
    ) throws(WireError) -> (offer: PublishedOffer, product: Product) {
        let found = call.read { state -> (PublishedOffer, Product)? in
            guard let published = state.seenOffer(id, kind, by: call.provider.id), let offer = state.offers[id],
                let product = state.products[offer.productID]
            else { return nil }
            return (published, product)
        }
        guard let found else { throw OfferWords.notFound(missing) }
        return found
    }

    /// The same, as it is shown.
    static func shown(
        _ id: Identifier<Offer>, _ kind: Product.Kind, _ call: ProviderCall, missing: String
    ) throws(WireError) -> PublicOffer {
        let offer = call.call.service.read { state, now in
            state.seenOffer(id, kind, by: call.provider.id).flatMap { _ in PublicOffer(id, in: state, at: now) }
        }
        guard let offer else { throw OfferWords.notFound(missing) }
        return offer
    }
}
