// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    mutating func evolve(_ event: PublicV1Event) {
        switch event {
        case .providerCreated(let provider):
            providers.append(provider)
            index(provider)
        case .providerUpdated(let provider):
            providers.update(provider.id) { $0 = provider }
        case .venueLinked(let link):
            venueLinks.append(link)
            index(link)
        case .venueLinkUpdated(let link):
            venueLinks.update(link.id) { $0 = link }
        case .offerPublished(let offer):
            publishedOffers.append(offer)
            index(offer)
        case .publishedOfferUpdated(let offer):
            publishedOffers.update(offer.id) { $0 = offer }
        case .priceCategoryCreated(let category):
            priceCategories.append(category)
            index(category)
        case .priceCategoryUpdated(let category):
            priceCategories.update(category.id) { $0 = category }
        case .stockPublished(let stock):
            publishedStocks.append(stock)
            index(stock)
        case .publishedStockUpdated(let stock):
            publishedStocks.update(stock.id) { $0 = stock }
        case .termsFixed(let terms):
            bookingTerms.append(terms)
            index(terms)
        case .termsUpdated(let terms):
            bookingTerms.update(terms.id) { $0 = terms }
        case .ticketIssued(let ticket):
            tickets.append(ticket)
            index(ticket)
        case .barcodeGivenUp(let barcode):
            returnedBarcodes.append(barcode)
        case .barcodeReturned(let id): giveBack(id)
        case .noticeQueued(let notice): notices.append(notice)
        case .noticeBegun(let id): begin(id)
        case .waitingCallsDropped: dropWaitingCalls()
        case .bookingKept(let id, let instant): keep(id, at: instant)
        case .addressCreated, .bookingEmailChanged, .eanOrdered, .eanOrderDone, .cinemaOrdered, .cinemaOrderDone:
            evolvePublishing(event)
        }
    }

    /// Makes the indexes of today's edition from its records, in the order in which events made them.
    mutating func reindexPublicV1() {
        for provider in providers.records { index(provider) }
        for link in venueLinks.records { index(link) }
        for offer in publishedOffers.records { index(offer) }
        for category in priceCategories.records { index(category) }
        for stock in publishedStocks.records { index(stock) }
        for terms in bookingTerms.records { index(terms) }
        for ticket in tickets.records { index(ticket) }
        reindexPublishing()
        reindexCalls()
    }

    private mutating func index(_ provider: Provider) {
        indexes.publicV1.providerByKey[provider.keyDigest] = provider.id
    }

    private mutating func index(_ link: VenueLink) {
        indexes.publicV1.linkByEnds[.init(providerID: link.providerID, venueID: link.venueID)] = link.id
        indexes.publicV1.linksOfProvider.append(link.id, to: link.providerID)
    }

    private mutating func index(_ offer: PublishedOffer) {
        indexes.publicV1.publishedByOffer[offer.offerID] = offer.id
        indexArticle(offer)
    }

    private mutating func index(_ category: PriceCategory) {
        indexes.publicV1.priceCategoriesOfOffer.append(category.id, to: category.offerID)
    }

    private mutating func index(_ stock: PublishedStock) {
        indexes.publicV1.publishedByStock[stock.stockID] = stock.id
    }

    private mutating func index(_ ticket: Ticket) {
        indexes.publicV1.ticketsOfBooking.append(ticket.id, to: ticket.bookingID)
    }

    private mutating func index(_ terms: BookingTerms) {
        indexes.publicV1.termsByBooking[terms.bookingID] = terms.id
    }
}
