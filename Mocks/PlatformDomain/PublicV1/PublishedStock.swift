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
