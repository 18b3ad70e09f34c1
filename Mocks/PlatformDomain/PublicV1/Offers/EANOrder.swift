// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What a provider asked for one article by its EAN, which takes effect a few seconds later (`today §3.7`).
package struct EANOrder: Sendable, Hashable {
    /// Which; orders are carried out in this order.
    package let id: Identifier<EANOrder>
    /// By whom.
    package let providerID: Identifier<Provider>
    /// Where.
    package let venueID: Identifier<Venue>
    /// The number of the address, if it is not the venue's.
    package let addressID: Int64?
    /// What that address is called.
    package let addressLabel: String?
    /// Which article.
    package let ean: String
    /// What one costs.
    package let price: Euros
    /// How many can be sold from now on; nothing for no limit.
    package let quantity: Int64?
    /// Until when it may be booked.
    package let bookingLimit: Instant?
    /// Whether an offer that exists keeps its booking limit: nothing was said of it.
    package let keepsBookingLimit: Bool
    /// From when it is shown; nothing for not at all.
    package let publication: Instant?
    /// Whether an offer that exists keeps what it has of that.
    package let keepsPublication: Bool
    /// From when it may be booked; nothing for as soon as it is shown.
    package let bookingAllowed: Instant?
    /// Whether an offer that exists keeps what it has of that.
    package let keepsBookingAllowed: Bool
    /// When it takes effect.
    package let due: Instant
    /// Whether it has.
    package var isDone: Bool
}

/// What is asked for one article.
package struct EANOrderDraft: Sendable, Hashable {
    /// Which article.
    package var ean: String
    /// What one costs.
    package var price: Euros
    /// How many can be sold from now on; nothing for no limit.
    package var quantity: Int64?
    /// Until when it may be booked; nothing leaves what is there, `.some(nil)` erases it.
    package var bookingLimit: Instant??
    /// From when it is shown; nothing leaves what is there, which is now for a new offer.
    package var publication: Instant??
    /// From when it may be booked; nothing leaves what is there.
    package var bookingAllowed: Instant??

    /// Creates an order's data.
    package init(ean: String, price: Euros, quantity: Int64?) {
        self.ean = ean
        self.price = price
        self.quantity = quantity
    }
}
