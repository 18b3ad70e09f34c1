// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func publishOffer(_ draft: PublishedOfferDraft, at instant: Instant) throws(PublicV1Refusal) -> [Event] {
        guard let venue = venues[draft.venueID] else { throw .unknownVenue }
        if let providerID = draft.providerID, !sees(providerID, venue.id) { throw .unknownVenue }
        if let name = draft.idAtProvider, isTaken(name, at: venue.id) { throw .idAtProviderTaken(name) }
        let details = draft.details
        let product = Product(
            id: products.nextID, kind: draft.category.isEvent ? .event : .thing, offererID: venue.offererID,
            name: details.name, type: draft.category.prototypeType, description: details.description, conditions: nil,
            durationMinutes: details.durationMinutes, ageMin: nil, ageMax: nil, url: details.url,
            mediaUrls: details.mediaUrls, isNational: draft.category.isDigital, idAtProviders: draft.ean,
            extraData: details.extraData, dateCreated: instant)
        let offer = Offer(
            id: offers.nextID, venueID: venue.id, productID: product.id, isActive: true,
            bookingEmail: draft.bookingEmail, dateCreated: instant, isEligible: false)
        let published = PublishedOffer(
            id: publishedOffers.nextID, offerID: offer.id, providerID: draft.providerID,
            idAtProvider: draft.idAtProvider, category: draft.category.id, accessibility: draft.accessibility,
            hasTicket: draft.hasTicket, bookingContact: draft.bookingContact,
            enableDoubleBookings: draft.enableDoubleBookings ?? draft.category.allowsDoubleBookings, ean: draft.ean,
            externalTicketOfficeURL: draft.externalTicketOfficeURL,
            itemCollectionDetails: draft.itemCollectionDetails, videoURL: draft.videoURL, addressID: draft.addressID,
            addressLabel: draft.addressLabel, publication: draft.publication, bookingAllowed: draft.bookingAllowed)
        return [.productCreated(product), .offerCreated(offer), .publicV1(.offerPublished(published))]
    }

    /// Whether another offer at a venue has that name of the provider's.
    func isTaken(_ name: String, at venueID: Identifier<Venue>) -> Bool {
        indexes.offersOfVenue.list(venueID).contains { published($0)?.idAtProvider == name }
    }

    func addPriceCategories(
        _ offerID: Identifier<Offer>, _ drafts: [PriceCategoryDraft]
    ) throws(PublicV1Refusal) -> [Event] {
        try requireKind(.event, offerID)
        try checkPrices(drafts, of: offerID)
        return newPriceCategories(drafts, of: offerID)
    }

    /// Adds dates, each with its one stock: a date of today's edition is a begin at a price.
    func addDates(
        _ offerID: Identifier<Offer>, _ drafts: [DateDraft], at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        let product = try requireKind(.event, offerID)
        try checkDates(drafts, of: offerID)
        var events: [Event] = []
        for (index, draft) in drafts.enumerated() {
            guard let category = priceCategories[draft.priceCategoryID], category.offerID == offerID else {
                throw .unknownPriceCategory(at: index)
            }
            let date = Occurrence(
                id: Identifier(occurrences.nextID.number + Int64(index)), offerID: offerID, begin: draft.begin,
                end: draft.begin + .minutes(max(1, product.eventDuration ?? 120)), dateCreated: instant,
                isDeleted: false)
            let stock = newStock(
                Identifier(stocks.nextID.number + Int64(index)), of: offerID, date: date.id, price: category.price,
                quantity: draft.quantity, limit: draft.bookingLimit, at: instant)
            let published = PublishedStock(
                id: Identifier(publishedStocks.nextID.number + Int64(index)), stockID: stock.id,
                priceCategoryID: category.id, idAtProvider: draft.idAtProvider, hasActivationCodes: false)
            events += [.occurrenceCreated(date), .stockCreated(stock), .publicV1(.stockPublished(published))]
        }
        return events
    }

    func addProductStock(
        _ offerID: Identifier<Offer>, _ draft: ProductStockDraft, at instant: Instant
    ) throws(PublicV1Refusal) -> [Event] {
        try requireKind(.thing, offerID)
        return newProductStock(draft, of: offerID, at: instant)
    }

    func newStock(
        _ id: Identifier<Stock>, of offerID: Identifier<Offer>, date: Identifier<Occurrence>?, price: Euros,
        quantity: Int64?, limit: Instant?, at instant: Instant
    ) -> Stock {
        Stock(
            id: id, occurrenceID: date, offerID: date == nil ? offerID : nil, ownerOfferID: offerID, price: price,
            available: quantity, bookingLimit: limit, groupSize: 1, dateModified: instant, isDeleted: false, booked: 0,
            everBooked: 0, bookingRows: 0, runningRows: 0, resellsUnfetched: true, withheld: 0)
    }

    @discardableResult
    private func requireKind(_ kind: Product.Kind, _ id: Identifier<Offer>) throws(PublicV1Refusal) -> Product {
        guard published(id) != nil, let product = offers[id].flatMap({ products[$0.productID] }) else {
            throw .unknownOffer
        }
        guard product.kind == kind else { throw .otherKind }
        return product
    }
}
