// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Offers of today's edition, as publishers make and change them (`today §3.3`).
extension PlatformState {
    func decide(_ command: PublicV1OfferCommand, at instant: Instant) throws(PublicV1Refusal) -> [Event] {
        switch command {
        case .publishEvent(let draft, let prices): try publishEvent(draft, prices, at: instant)
        case .publishProduct(let draft, let stock): try publishProduct(draft, stock, at: instant)
        case .updateEvent(let provider, let id, let changes):
            try update(requireOffer(id, .event, of: provider), changes, at: instant)
        case .updateProduct(let provider, let id, let changes, let stock):
            try updateProduct(requireOffer(id, .thing, of: provider), changes, stock, at: instant)
        case .addPrices(let provider, let id, let drafts):
            try addPriceCategories(requireOffer(id, .event, of: provider).offerID, drafts)
        case .updatePrice(let provider, let id, let price, let changes):
            try updatePrice(price, of: requireOffer(id, .event, of: provider), changes, at: instant)
        case .addDates(let provider, let id, let drafts):
            try addDates(requireOffer(id, .event, of: provider).offerID, drafts, at: instant)
        case .updateDate(let provider, let id, let stock, let changes):
            try updateDate(stock, of: requireOffer(id, .event, of: provider), changes, at: instant)
        case .deleteDate(let provider, let id, let stock):
            try deleteDate(stock, of: requireOffer(id, .event, of: provider), at: instant)
        case .orderArticles(let provider, let place, let drafts):
            try orderArticles(by: provider, at: place, drafts, at: instant)
        case .orderSessions(let provider, let venue, let drafts):
            try orderSessions(by: provider, at: venue, drafts, at: instant)
        case .addAddress(let draft): addAddress(draft)
        case .addImage(let provider, let id, let credit): try addImage(to: id, of: provider, credit, at: instant)
        }
    }

    /// The offer of today's edition that a provider sees under a number.
    package func seenOffer(_ id: Identifier<Offer>, by providerID: Identifier<Provider>) -> PublishedOffer? {
        guard let offer = offers[id], sees(providerID, offer.venueID) else { return nil }
        return published(id)
    }

    /// The same, of a kind: an event is no product.
    package func seenOffer(
        _ id: Identifier<Offer>, _ kind: Product.Kind, by providerID: Identifier<Provider>
    ) -> PublishedOffer? {
        guard let offer = offers[id], products[offer.productID]?.kind == kind else { return nil }
        return seenOffer(id, by: providerID)
    }

    private func requireOffer(
        _ id: Identifier<Offer>, _ kind: Product.Kind, of providerID: Identifier<Provider>
    ) throws(PublicV1Refusal) -> PublishedOffer {
        guard let offer = seenOffer(id, kind, by: providerID) else { throw .unknownOffer }
        return offer
    }

    // MARK: Making

    private func publishEvent(
        _ draft: PublishedOfferDraft, _ prices: [PriceCategoryDraft], at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let made = try publishOffer(draft, at: instant)
        try check(draft)
        try checkPrices(prices, of: offers.nextID)
        return made + newPriceCategories(prices, of: offers.nextID)
    }

    private func publishProduct(
        _ draft: PublishedOfferDraft, _ stock: ProductStockDraft?, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let made = try publishOffer(draft, at: instant)
        try check(draft)
        guard let stock else { return made }
        try check(limit: stock.bookingLimit, publication: draft.publication, bookingAllowed: draft.bookingAllowed)
        return made + newProductStock(stock, of: offers.nextID, at: instant)
    }

    private func check(_ draft: PublishedOfferDraft) throws(PublicV1Refusal) {
        if let id = draft.addressID, addresses[Identifier(id)] == nil { throw .unknownAddress(id) }
        if draft.enableDoubleBookings == true, !draft.category.allowsDoubleBookings { throw .noDoubleBookings }
        guard draft.hasTicket else { return }
        let provider = draft.providerID.flatMap { providers[$0] }
        let link = draft.providerID.flatMap { venueLink(of: $0, to: draft.venueID) }
        guard provider?.urls.hasTicketing == true || link?.urls.hasTicketing == true else { throw .noTicketing }
        guard draft.bookingContact != nil else { throw .noBookingContact }
    }

    /// Refuses a booking limit that comes before anybody can book. A product's has to be later than that (`today §3.7`), that of a date at a
    /// place in a list may be the same instant (`today §3.6`).
    func check(
        limit: Instant?, publication: Instant?, bookingAllowed: Instant?, at place: Int? = nil
    ) throws(PublicV1Refusal) {
        guard let limit else { return }
        func isTooEarly(_ begin: Instant?) -> Bool {
            begin.map { place == nil ? limit <= $0 : limit < $0 } ?? false
        }
        if isTooEarly(publication) { throw .limitBeforePublication(at: place) }
        if isTooEarly(bookingAllowed) { throw .limitBeforeBookingAllowed(at: place) }
    }

    func newProductStock(
        _ draft: ProductStockDraft, of offerID: Identifier<Offer>, at instant: Instant
    ) -> [Event] {
        let stock = newStock(
            stocks.nextID, of: offerID, date: nil, price: draft.price, quantity: draft.quantity,
            limit: draft.bookingLimit, at: instant)
        let published = PublishedStock(
            id: publishedStocks.nextID, stockID: stock.id, priceCategoryID: nil, idAtProvider: nil,
            hasActivationCodes: draft.hasActivationCodes)
        return [.stockCreated(stock), .publicV1(.stockPublished(published))]
    }

    // MARK: Changing

    private func update(
        _ published: PublishedOffer, _ changes: PublishedOfferChanges, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard let offer = offers[published.offerID], let product = products[offer.productID] else {
            throw .unknownOffer
        }
        var events: [Event] = []
        let described = changes.applied(to: product)
        if described != product { events.append(.productUpdated(described)) }
        let after = changes.applied(to: published, at: instant)
        if let name = after.idAtProvider, name != published.idAtProvider, isTaken(name, at: offer.venueID) {
            throw .idAtProviderTaken(name)
        }
        if let place = changes.place {
            guard place.venueID == offer.venueID else { throw .unknownVenue }
            if let id = place.addressID, addresses[Identifier(id)] == nil { throw .unknownAddress(id) }
        }
        if changes.enableDoubleBookings == true, OfferCategory.named(after.category)?.allowsDoubleBookings != true {
            throw .noDoubleBookings
        }
        if after.hasTicket, after.bookingContact == nil, changes.bookingContact != nil { throw .noBookingContact }
        if after != published { events.append(.publicV1(.publishedOfferUpdated(after))) }
        if let email = changes.bookingEmail, email != offer.bookingEmail {
            events.append(.publicV1(.bookingEmailChanged(offer.id, email)))
        }
        if let isActive = changes.isActive, isActive != offer.isActive {
            events.append(.offerActivityChanged(offer.id, isActive: isActive))
        }
        return changes.removesImage ? events + imagesRemoved(from: offer.id) : events
    }

    private func updateProduct(
        _ published: PublishedOffer, _ changes: PublishedOfferChanges, _ change: ProductStockChange,
        at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let events = try update(published, changes, at: instant)
        let stock = ownStock(of: published.offerID)
        let shown = changes.applied(to: published, at: instant)
        switch change {
        case .none:
            if changes.publication != nil || changes.bookingAllowed != nil {
                try check(
                    limit: stock?.bookingLimit, publication: shown.publication, bookingAllowed: shown.bookingAllowed)
            }
            return events
        case .remove:
            guard let stock else { return events }
            return events + [.stockDeleted(stock.id)] + unusedCancellations(of: stock.id, at: instant)
        case .update(let changes):
            let after = changes.applied(to: stock, at: instant)
            guard let price = after?.price ?? changes.price else { throw .priceMissing }
            let limit = after.map(\.bookingLimit) ?? (changes.bookingLimit ?? nil)
            try check(limit: limit, publication: shown.publication, bookingAllowed: shown.bookingAllowed)
            if let after { return events + (after == stock ? [] : [.stockUpdated(after)]) }
            let draft = ProductStockDraft(price: price, quantity: changes.quantity ?? nil, bookingLimit: limit)
            return events + newProductStock(draft, of: published.offerID, at: instant)
        }
    }

    /// The stock of a product that its publisher knows: what the portal puts on sale beside it is none of the publisher's.
    package func ownStock(of id: Identifier<Offer>) -> Stock? {
        stocks(of: id).last { !$0.isDeleted && published($0.id) != nil }
    }

    /// The stock of a product that is booked where only the offer is named: its publisher's own, else the portal's.
    package func liveStock(of id: Identifier<Offer>) -> Stock? {
        ownStock(of: id) ?? stocks(of: id).last { !$0.isDeleted }
    }

    /// What is cancelled with a stock: what nobody used yet.
    func unusedCancellations(of id: Identifier<Stock>, at instant: Instant) -> [Event] {
        bookings(of: id).filter { !$0.isCancelled && !$0.isUsed }
            .map { .bookingCancelled($0.id, .stockDeleted, at: instant) }
    }

    // MARK: Addresses and images

    /// The address of a street, a city and a postal code, whatever their capitals: the one with these coordinates, or without any the last one.
    package func address(_ draft: AddressDraft) -> PublicAddress? {
        let text = Self.key(draft.street, draft.city, draft.postalCode)
        let key = draft.coordinates.map { Self.key(text, latitude: $0.latitude, longitude: $0.longitude) } ?? text
        return indexes.publicV1.addressByText[key].flatMap { addresses[$0] }
    }

    /// The postal code of where a stock is sold: that of its offer's address, or its venue's.
    package func postalCode(of stockID: Identifier<Stock>) -> String? {
        let address = offer(of: stockID).flatMap { published($0.id)?.addressID }.flatMap { addresses[Identifier($0)] }
        return address?.postalCode ?? venue(of: stockID)?.postalCode
    }

    static func key(_ street: String, _ city: String, _ postalCode: String) -> String {
        "\(street)\n\(city)\n\(postalCode)".lowercased()
    }

    static func key(_ text: String, latitude: Int64, longitude: Int64) -> String {
        "\(text)\n\(latitude)\n\(longitude)"
    }

    private func addAddress(_ draft: AddressDraft) -> [Event] {
        guard address(draft) == nil else { return [] }
        let coordinates = draft.coordinates ?? .middleOfFrance
        return [
            .publicV1(
                .addressCreated(
                    PublicAddress(
                        id: addresses.nextID, street: draft.street, city: draft.city, postalCode: draft.postalCode,
                        latitude: coordinates.latitude, longitude: coordinates.longitude)))
        ]
    }

    /// Every image that is shown goes, or the one before the last would be.
    private func imagesRemoved(from id: Identifier<Offer>) -> [Event] {
        mediations(of: id).filter(\.isActive).map { mediation in
            var mediation = mediation
            mediation.isActive = false
            return .mediationUpdated(mediation)
        }
    }

    private func addImage(
        to id: Identifier<Offer>, of providerID: Identifier<Provider>, _ credit: String?, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        guard seenOffer(id, by: providerID) != nil else { throw .unknownOffer }
        return [
            .mediationCreated(
                Mediation(
                    id: mediations.nextID, offerID: id, authorID: Identifier(0), credit: credit, isActive: true,
                    dateCreated: instant, thumbCount: 1, dominantColor: nil, crop: nil))
        ]
    }
}
