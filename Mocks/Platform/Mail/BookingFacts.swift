// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What mails tell of a booking, gathered from the records that it belongs to.
struct BookingFacts {
    /// The booking.
    let booking: Booking
    /// Who booked.
    let user: User
    /// What.
    let product: Product
    /// What, at the venue.
    let offer: Offer
    /// Where.
    let venue: Venue
    /// Whose.
    let offerer: Offerer
    /// The date, of an event.
    let occurrence: Occurrence?
    /// Where the young person is sent for a digital offer, its placeholders filled in (`guide G21`).
    let link: String?

    /// Gathers them; nothing if the booking hangs in the air.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let stock = state.stocks[booking.stockID], let offer = state.offers[stock.ownerOfferID],
            let product = state.products[offer.productID], let venue = state.venues[offer.venueID],
            let offerer = state.offerers[venue.offererID], let user = state.users[booking.userID]
        else { return nil }
        self.booking = booking
        self.user = user
        self.product = product
        self.offer = offer
        self.venue = venue
        self.offerer = offerer
        self.occurrence = stock.occurrenceID.flatMap { state.occurrences[$0] }
        self.link = product.isDigital ? BookingView(booking, in: state).flatMap { CompletedURL.address($0) } : nil
    }

    /// The begin as the mails write it, in the venue's time.
    var date: String? {
        occurrence.map { FrenchDate.long($0.begin, in: .ofDepartment(venue.departementCode)) }
    }

    /// `réservation` for an event, `commande` for a thing.
    var noun: String { product.kind == .event ? "réservation" : "commande" }

    /// The venue with its address, if it has one.
    var place: String {
        guard let address = venue.address, !address.isEmpty else { return venue.name }
        return "\(venue.name) (Adresse : \(address), \(venue.postalCode ?? "") \(venue.city ?? ""))"
    }

    /// What was booked, as the mails to the young person name it.
    var subject: String {
        if let date { return "\(product.name) le \(date)" }
        return product.name
    }

    /// The subject with a thing's reference, and without the date of an event that the service left out.
    var description: String {
        product.kind == .event ? subject : "\(product.name) (Ref: \(product.idAtProviders ?? "None"))"
    }
}
