// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What the portal shows of an offer, gathered under the lock to be written off it.
struct OfferView: Sendable {
    /// The offer.
    let offer: Offer
    /// What is offered.
    let product: Product
    /// Where.
    let venue: Venue
    /// By whom.
    let offerer: Offerer
    /// How many offers the structure has.
    let offererOfferCount: Int64
    /// The teasers.
    let mediations: [Mediation]
    /// The dates that were not taken out.
    let dates: [DateView]
    /// The stocks that belong to the offer itself and were not taken out.
    let stocks: [Stock]

    /// Gathers an offer; nothing if there is none of that number.
    init?(_ id: Identifier<Offer>, in state: PlatformState) {
        guard let offer = state.offers[id], let product = state.products[offer.productID],
            let venue = state.venues[offer.venueID], let offerer = state.offerers[venue.offererID]
        else { return nil }
        self.offer = offer
        self.product = product
        self.venue = venue
        self.offerer = offerer
        offererOfferCount = Int64(state.offerIDs(of: offerer.id).count)
        mediations = state.mediations(of: id)
        dates = state.occurrences(of: id).filter { !$0.isDeleted }.map { DateView($0, in: state) }
        stocks = state.stocks(of: id).filter { !$0.isDeleted && $0.occurrenceID == nil }
    }
}
