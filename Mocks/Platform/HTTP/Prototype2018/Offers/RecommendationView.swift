// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What a young person sees of a recommendation, gathered under the lock to be written off it.
struct RecommendationView: Sendable {
    /// The recommendation.
    let recommendation: Recommendation
    /// The offer.
    let offer: Offer
    /// What is offered.
    let product: Product
    /// Where.
    let venue: Venue
    /// By whom.
    let offerer: Offerer
    /// The teaser it is shown with.
    let mediation: Mediation?
    /// The stocks that can be asked for, with their dates.
    let stocks: [StockView]
    /// The person's own bookings of the offer.
    let bookings: [BookingView]
    /// From the begin of the first date to the end of the last one.
    let dateRange: (begin: Instant, end: Instant)?

    /// Gathers a recommendation; nothing if there is none of that number.
    init?(_ id: Identifier<Recommendation>, in state: PlatformState) {
        guard let recommendation = state.recommendations[id], let offer = state.offers[recommendation.offerID],
            let product = state.products[offer.productID], let venue = state.venues[offer.venueID],
            let offerer = state.offerers[venue.offererID]
        else { return nil }
        self.recommendation = recommendation
        self.offer = offer
        self.product = product
        self.venue = venue
        self.offerer = offerer
        mediation = state.teaser(of: recommendation)
        stocks = state.stocks(of: offer.id).filter { !$0.isDeleted }.map { StockView($0, in: state) }
        bookings = state.bookings(of: recommendation.userID).filter {
            state.stocks[$0.stockID]?.ownerOfferID == offer.id
        }
        .compactMap { BookingView($0, in: state) }
        let dates = state.occurrences(of: offer.id).filter { !$0.isDeleted }
        if let begin = dates.map(\.begin).min(), let end = dates.map(\.end).max() {
            dateRange = (begin, end)
        } else {
            dateRange = nil
        }
    }
}
