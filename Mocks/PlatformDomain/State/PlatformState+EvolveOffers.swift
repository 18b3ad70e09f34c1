// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    mutating func evolveOffers(_ event: Event) {
        switch event {
        case .productCreated(let product):
            products.append(product)
        case .productUpdated(let product):
            let wasDigital = products[product.id]?.isDigital
            products.update(product.id) { $0 = product }
            if wasDigital != product.isDigital { moveSpending(of: product) }
        case .offerCreated(let offer):
            offers.append(offer)
            indexes.offersOfVenue.append(offer.id, to: offer.venueID)
            indexes.offersOfProduct.append(offer.id, to: offer.productID)
        case .offerActivityChanged(let id, let isActive):
            offers.update(id) { $0.isActive = isActive }
            if !isActive { expireRecommendations(of: id) }
        case .offerEligibilityChanged(let id, let isEligible):
            offers.update(id) { $0.isEligible = isEligible }
        case .mediationCreated(let mediation):
            mediations.append(mediation)
            indexes.mediationsOfOffer.append(mediation.id, to: mediation.offerID)
        case .mediationUpdated(let mediation):
            mediations.update(mediation.id) { $0 = mediation }
        default:
            evolveDates(event)
        }
    }

    private mutating func evolveDates(_ event: Event) {
        switch event {
        case .occurrenceCreated(let occurrence):
            occurrences.append(occurrence)
            indexes.occurrencesOfOffer.append(occurrence.id, to: occurrence.offerID)
        case .occurrenceUpdated(let occurrence):
            occurrences.update(occurrence.id) { $0 = occurrence }
            requeueBookings(of: occurrence.id)
            for id in indexes.stocksOfOccurrence.list(occurrence.id) { enqueueRecap(of: id) }
        case .occurrenceDeleted(let id):
            occurrences.update(id) { $0.isDeleted = true }
        case .stockCreated(let stock):
            stocks.append(stock)
            indexes.stocksOfOffer.append(stock.id, to: stock.ownerOfferID)
            if let occurrenceID = stock.occurrenceID { indexes.stocksOfOccurrence.append(stock.id, to: occurrenceID) }
            enqueueRecap(of: stock.id)
        case .stockUpdated(let stock):
            let before = stocks[stock.id].flatMap { recapDue(of: $0) }
            stocks.update(stock.id) { $0 = stock }
            if recapDue(of: stock) != before { enqueueRecap(of: stock.id) }
        case .stockDeleted(let id):
            stocks.update(id) { $0.isDeleted = true }
        case .bookingRecapSent(let id, let instant):
            stocks.update(id) { $0.recapSent = instant }
        default:
            break
        }
    }

    /// Deactivating an offer ends what is shown of it at once (`contract 2018-12 §6.1`).
    private mutating func expireRecommendations(of id: Identifier<Offer>) {
        for recommendation in indexes.recommendationsOfOffer.list(id) {
            recommendations.update(recommendation) { $0.validUntil = min($0.validUntil, now) }
        }
    }

    /// A thing that became digital, or physical, counts towards the other ceiling from now on.
    private mutating func moveSpending(of product: Product) {
        for offerID in indexes.offersOfProduct.list(product.id) where published(offerID) == nil {
            for stockID in indexes.stocksOfOffer.list(offerID) {
                for bookingID in indexes.bookingsOfStock.list(stockID) {
                    guard let booking = bookings[bookingID], !booking.isCancelled else { continue }
                    users.update(booking.userID) {
                        $0.spentOnDigital += product.isDigital ? booking.total : .zero - booking.total
                        $0.spentOnPhysical += product.isDigital ? .zero - booking.total : booking.total
                    }
                }
            }
        }
    }
}
