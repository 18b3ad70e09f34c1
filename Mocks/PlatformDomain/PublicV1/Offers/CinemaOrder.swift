// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What a provider asked for the sessions of one film at one cinema, which takes effect a few seconds later (`today §3.6`).
package struct CinemaOrder: Sendable, Hashable {
    /// Which; orders are carried out in this order.
    package let id: Identifier<CinemaOrder>
    /// By whom.
    package let providerID: Identifier<Provider>
    /// In which cinema.
    package let venueID: Identifier<Venue>
    /// The number of the address, if it is not the cinema's.
    package let addressID: Int64?
    /// What that address is called.
    package let addressLabel: String?
    /// Which film, as it was sent: `visa:` or `allocine_id:`, and a number.
    package let film: String
    /// Its prices.
    package let prices: [CinemaPrice]
    /// Its sessions.
    package let sessions: [CinemaSession]
    /// When it takes effect.
    package let due: Instant
    /// Whether it has.
    package var isDone: Bool
    /// The film's offer, once it has taken effect; nothing if it could not.
    package var offerID: Identifier<Offer>?
}

/// What is asked for one film.
package struct CinemaOrderDraft: Sendable, Hashable {
    /// Which film.
    package var film: String
    /// The number of the address, if it is not the cinema's.
    package var addressID: Int64?
    /// What that address is called.
    package var addressLabel: String?
    /// Its prices.
    package var prices: [CinemaPrice]
    /// Its sessions.
    package var sessions: [CinemaSession]

    /// Creates an order's data.
    package init(film: String, prices: [CinemaPrice], sessions: [CinemaSession]) {
        self.film = film
        self.prices = prices
        self.sessions = sessions
    }
}

/// A price of a film, told apart by the provider's own name of it.
package struct CinemaPrice: Sendable, Hashable {
    /// What it is called.
    package let label: String
    /// What one seat costs.
    package let price: Euros
    /// The provider's own name of it.
    package let idAtProvider: String

    /// Creates a price.
    package init(label: String, price: Euros, idAtProvider: String) {
        self.label = label
        self.price = price
        self.idAtProvider = idAtProvider
    }
}

/// A session of a film, told apart by the provider's own name of it.
package struct CinemaSession: Sendable, Hashable {
    /// When it begins, until when it may be booked.
    package let begin: Instant
    /// How the film is shown: `VF`, `VO`, `3D`, `ICE`.
    package let features: [String]
    /// The provider's own name of it.
    package let idAtProvider: String
    /// The provider's own name of its price.
    package let price: String
    /// How many seats can be sold from now on; nothing for no limit.
    package let quantity: Int64?

    /// Creates a session.
    package init(begin: Instant, features: [String], idAtProvider: String, price: String, quantity: Int64?) {
        self.begin = begin
        self.features = features
        self.idAtProvider = idAtProvider
        self.price = price
        self.quantity = quantity
    }
}
