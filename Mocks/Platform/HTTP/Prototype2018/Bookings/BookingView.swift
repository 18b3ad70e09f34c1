// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A booking with what it is of, gathered under the lock to be written off it.
struct BookingView: Sendable {
    /// The booking.
    let booking: Booking
    /// Whose it is.
    let user: User
    /// The stock, with its date.
    let stock: StockView
    /// The offer.
    let offer: Offer
    /// What is offered.
    let product: Product
    /// Where.
    let venue: Venue
    /// The recommendation that led to it.
    let recommendation: Recommendation?

    /// Gathers what a booking is of; nothing if something of it is missing, which cannot be.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let user = state.users[booking.userID], let stock = state.stocks[booking.stockID],
            let offer = state.offers[stock.ownerOfferID], let product = state.products[offer.productID],
            let venue = state.venues[offer.venueID]
        else { return nil }
        self.booking = booking
        self.user = user
        self.stock = StockView(stock, in: state)
        self.offer = offer
        self.product = product
        self.venue = venue
        recommendation = booking.recommendationID.flatMap { state.recommendations[$0] }
    }
}
