// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What today's edition knows of a stock beside what the prototype does (`today §3.6`).
package struct PublishedStock: Sendable, Hashable {
    /// Which.
    package let id: Identifier<PublishedStock>
    /// Of which stock.
    package let stockID: Identifier<Stock>
    /// Its price category; nothing for products.
    package var priceCategoryID: Identifier<PriceCategory>?
    /// The provider's own name of it.
    package var idAtProvider: String?
    /// Whether its bookings are handed an activation code at once, so that what was used stays used.
    package let hasActivationCodes: Bool
}

// What publishers tell of a stock, and are told (`today §3.6`, `§3.7`). Copies that the portal keeps from sale are neither booked nor left.
extension Stock {
    /// How many there are for a publisher: what is booked and what is left; nothing for no limit.
    package var publishedQuantity: Int64? { remaining.map { $0 + booked } }

    /// Has so many be left from now on, without a limit for nothing. The publisher has counted its copies: what was kept from sale before is
    /// counted too, or gone.
    mutating func leave(_ quantity: Int64?) {
        available = quantity.map { $0 + booked }
        withheld = 0
    }
}
