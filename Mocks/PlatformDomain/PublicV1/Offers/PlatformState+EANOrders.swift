// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PublicV1Rules {
    /// How long after it was asked for an offer by EAN takes effect.
    static let orderDelay = Span.seconds(5)
}

// Offers by EAN: asked for at once, carried out a few seconds later (`today §3.7`).
extension PlatformState {
    /// The offer of an article at a venue, made by its EAN.
    package func offer(ean: String, at venueID: Identifier<Venue>) -> PublishedOffer? {
        indexes.publicV1.offerByEAN[.init(venueID: venueID, ean: ean)].flatMap { published($0) }
    }

    func orderArticles(
        by providerID: Identifier<Provider>, at place: OfferPlace, _ drafts: [EANOrderDraft], at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard sees(providerID, place.venueID) else { throw .unknownVenue }
        if let id = place.addressID, addresses[Identifier(id)] == nil { throw .unknownAddress(id) }
        let known = drafts.filter { EANCatalogue.article($0.ean) != nil }
        return known.enumerated().map { index, draft in
            .publicV1(
                .eanOrdered(
                    EANOrder(
                        id: Identifier(eanOrders.nextID.number + Int64(index)), providerID: providerID,
                        venueID: place.venueID, addressID: place.addressID, addressLabel: place.addressLabel,
                        ean: draft.ean, price: draft.price, quantity: draft.quantity,
                        bookingLimit: draft.bookingLimit ?? nil, keepsBookingLimit: draft.bookingLimit == nil,
                        publication: draft.publication ?? instant, keepsPublication: draft.publication == nil,
                        bookingAllowed: draft.bookingAllowed ?? nil,
                        keepsBookingAllowed: draft.bookingAllowed == nil, due: instant + PublicV1Rules.orderDelay,
                        isDone: false)))
        }
    }

    /// The order that is to be carried out next.
    var nextOrder: EANOrder? { eanOrders[Identifier(indexes.publicV1.ordersDone + 1)] }

    /// What follows from the next order: an offer, or what it changes of the one that is there.
    func carryOut(_ order: EANOrder, at instant: Instant) -> [Event] {
        let done = Event.publicV1(.eanOrderDone(order.id))
        // A link that was taken away meanwhile leaves nothing to do.
        guard sees(order.providerID, order.venueID) else { return [done] }
        guard let offer = offer(ean: order.ean, at: order.venueID) else { return newOffer(order, at: instant) + [done] }
        var after = offer
        after.addressID = order.addressID
        after.addressLabel = order.addressLabel
        if !order.keepsPublication { after.publication = order.publication }
        if !order.keepsBookingAllowed { after.bookingAllowed = order.bookingAllowed }
        let updated: [Event] = after == offer ? [] : [.publicV1(.publishedOfferUpdated(after))]
        guard let stock = ownStock(of: offer.offerID) else {
            return updated + newStock(order, of: offer.offerID, at: instant) + [done]
        }
        return updated + [stockAfter(order, stock, at: instant), done]
    }

    /// None left takes the stock out; what is booked of it already stays booked.
    private func stockAfter(_ order: EANOrder, _ stock: Stock, at instant: Instant) -> Event {
        if order.quantity == 0, stock.booked == 0 { return .stockDeleted(stock.id) }
        var stock = stock
        stock.price = order.price
        stock.leave(order.quantity)
        if !order.keepsBookingLimit { stock.bookingLimit = order.bookingLimit }
        stock.dateModified = instant
        return .stockUpdated(stock)
    }

    private func newOffer(_ order: EANOrder, at instant: Instant) -> [Event] {
        guard let article = EANCatalogue.article(order.ean), let category = OfferCategory.named(article.category) else {
            return []
        }
        var details = ProductDetails()
        details.name = article.name
        var draft = PublishedOfferDraft(venueID: order.venueID, category: category, details: details)
        draft.providerID = order.providerID
        draft.ean = order.ean
        draft.addressID = order.addressID
        draft.addressLabel = order.addressLabel
        draft.publication = order.publication
        draft.bookingAllowed = order.bookingAllowed
        guard let made = try? publishOffer(draft, at: instant) else { return [] }
        return made + newStock(order, of: offers.nextID, at: instant)
    }

    private func newStock(_ order: EANOrder, of offerID: Identifier<Offer>, at instant: Instant) -> [Event] {
        guard order.quantity != 0 else { return [] }
        let draft = ProductStockDraft(price: order.price, quantity: order.quantity, bookingLimit: order.bookingLimit)
        return newProductStock(draft, of: offerID, at: instant)
    }
}
