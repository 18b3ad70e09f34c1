// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Sessions of films: asked for at once, carried out a few seconds later (`today §3.6`).
extension PlatformState {
    /// The offer of a film at a cinema, made by an order of its sessions.
    package func offer(film: String, at venueID: Identifier<Venue>) -> PublishedOffer? {
        indexes.publicV1.offerByFilm[.init(venueID: venueID, film: film)].flatMap { published($0) }
    }

    func orderSessions(
        by providerID: Identifier<Provider>, at venueID: Identifier<Venue>, _ drafts: [CinemaOrderDraft],
        at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard sees(providerID, venueID) else { throw .unknownVenue }
        for id in drafts.compactMap(\.addressID) where addresses[Identifier(id)] == nil { throw .unknownAddress(id) }
        return drafts.enumerated().map { index, draft in
            .publicV1(
                .cinemaOrdered(
                    CinemaOrder(
                        id: Identifier(cinemaOrders.nextID.number + Int64(index)), providerID: providerID,
                        venueID: venueID, addressID: draft.addressID, addressLabel: draft.addressLabel,
                        film: draft.film, prices: draft.prices, sessions: draft.sessions,
                        due: instant + PublicV1Rules.orderDelay, isDone: false, offerID: nil)))
        }
    }

    /// The order that is to be carried out next.
    var nextCinemaOrder: CinemaOrder? { cinemaOrders[Identifier(indexes.publicV1.cinemaOrdersDone + 1)] }

    /// What follows from an order: the film's offer, its prices and its sessions; what cannot be is left out without a word.
    func carryOut(_ order: CinemaOrder, at instant: Instant) -> [Event] {
        // A link that was taken away meanwhile leaves nothing to do.
        guard sees(order.providerID, order.venueID) else { return [.publicV1(.cinemaOrderDone(order.id, nil))] }
        var after = self
        var events: [Event] = []
        // Each step sees what the ones before it brought about.
        func apply(_ step: (PlatformState) throws(PublicV1Refusal) -> [Event]) {
            guard let step = try? step(after) else { return }
            for event in step { after.evolve(event) }
            events += step
        }
        if offer(film: order.film, at: order.venueID) == nil {
            apply { state throws(PublicV1Refusal) in
                try state.publishOffer(Self.filmDraft(order, at: instant), at: instant)
            }
        }
        let made = offer(film: order.film, at: order.venueID) ?? after.published(offers.nextID)
        if let id = made?.offerID {
            apply { state in state.placeAfter(order, of: id) }
            apply { state in state.pricesAfter(order.prices, of: id, at: instant) }
            for session in order.sessions {
                apply { state throws(PublicV1Refusal) in try state.dateAfter(session, of: id, at: instant) }
            }
        }
        return events + [.publicV1(.cinemaOrderDone(order.id, made?.offerID))]
    }

    private static func filmDraft(_ order: CinemaOrder, at instant: Instant) throws(PublicV1Refusal)
        -> PublishedOfferDraft
    {
        guard let category = OfferCategory.named("SEANCE_CINE") else { throw .otherKind }
        let parts = order.film.split(separator: ":")
        var details = ProductDetails()
        details.name = "Film (\(parts.joined(separator: " ")))"
        details.extraData = parts.first == "visa" ? #"{"visa":"\#(parts.last ?? "")"}"# : "{}"
        var draft = PublishedOfferDraft(venueID: order.venueID, category: category, details: details)
        draft.providerID = order.providerID
        draft.publication = instant
        return draft
    }

    private func placeAfter(_ order: CinemaOrder, of id: Identifier<Offer>) -> [Event] {
        guard var offer = published(id), offer.addressID != order.addressID || offer.addressLabel != order.addressLabel
        else { return [] }
        offer.addressID = order.addressID
        offer.addressLabel = order.addressLabel
        return [.publicV1(.publishedOfferUpdated(offer))]
    }

    /// What the prices of an order make or change: judged by what all of them come to, so that two may swap what they are.
    ///
    /// Of two that would come to the same, the later one in the order is left out; so is one that would come to what the order does not
    /// touch, and what is too many.
    private func pricesAfter(_ prices: [CinemaPrice], of id: Identifier<Offer>, at instant: Instant) -> [Event] {
        let known = priceCategories(of: id)
        // The last word on a price wins.
        var wanted: [CinemaPrice] = []
        for price in prices {
            wanted.removeAll { $0.idAtProvider == price.idAtProvider }
            wanted.append(price)
        }
        while let refused = Self.priceThatCannotBe(wanted, beside: known) { wanted.remove(at: refused) }
        var events: [Event] = []
        var drafts: [PriceCategoryDraft] = []
        for price in wanted {
            guard let before = known.first(where: { $0.idAtProvider == price.idAtProvider }) else {
                drafts.append(
                    PriceCategoryDraft(label: price.label, price: price.price, idAtProvider: price.idAtProvider))
                continue
            }
            var after = before
            after.label = price.label
            after.price = price.price
            events += changed(before, to: after, at: instant)
        }
        return events + newPriceCategories(Array(drafts.prefix(max(0, Self.mostPriceCategories - known.count))), of: id)
    }

    /// The place of the last price that would come to what another one is then.
    private static func priceThatCannotBe(_ wanted: [CinemaPrice], beside known: [PriceCategory]) -> Int? {
        let names = Set(wanted.map(\.idAtProvider))
        let untouched = known.filter { $0.idAtProvider.map { !names.contains($0) } ?? true }
        let taken = Set(untouched.map(PriceLabel.init))
        return wanted.indices.last { index in
            let label = PriceLabel(wanted[index])
            return taken.contains(label) || wanted[..<index].contains { PriceLabel($0) == label }
        }
    }

    private func dateAfter(
        _ session: CinemaSession, of id: Identifier<Offer>, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard let offer = published(id) else { throw .unknownOffer }
        guard let price = priceCategories(of: id).first(where: { $0.idAtProvider == session.price }) else {
            throw .noSuchPriceCategory
        }
        let known = stocks(of: id).first { !$0.isDeleted && published($0.id)?.idAtProvider == session.idAtProvider }
        guard let known else {
            return try addDates(
                id,
                [
                    DateDraft(
                        begin: session.begin, bookingLimit: session.begin, priceCategoryID: price.id,
                        quantity: session.quantity, idAtProvider: session.idAtProvider)
                ], at: instant)
        }
        var changes = DateChanges()
        // The same start moves nothing.
        if occurrence(of: known.id)?.begin != session.begin {
            changes.begin = session.begin
            changes.bookingLimit = session.begin
        }
        changes.priceCategoryID = price.id
        changes.quantity = .some(session.quantity)
        return try updateDate(known.id, of: offer, changes, at: instant)
    }
}
