// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What mails tell of what is sold, gathered from the records that a stock belongs to.
struct SaleFacts {
    /// The stock.
    let stock: Stock
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

    /// Gathers them; nothing if the stock hangs in the air.
    init?(_ id: Identifier<Stock>, in state: PlatformState) {
        guard let stock = state.stocks[id], let offer = state.offers[stock.ownerOfferID],
            let product = state.products[offer.productID], let venue = state.venues[offer.venueID],
            let offerer = state.offerers[venue.offererID]
        else { return nil }
        self.stock = stock
        self.product = product
        self.offer = offer
        self.venue = venue
        self.offerer = offerer
        self.occurrence = stock.occurrenceID.flatMap { state.occurrences[$0] }
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

    /// The thing with its reference at its provider.
    var reference: String { "\(product.name) (Ref: \(product.idAtProviders ?? "None"))" }
}
