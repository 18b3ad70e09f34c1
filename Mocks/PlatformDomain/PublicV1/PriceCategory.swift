// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A price of an event under its label, which its dates refer to (`today §3.5`).
package struct PriceCategory: Sendable, Hashable {
    /// Which.
    package let id: Identifier<PriceCategory>
    /// Of which offer.
    package let offerID: Identifier<Offer>
    /// What it is called.
    package var label: String
    /// What one costs.
    package var price: Euros
    /// The provider's own name of it.
    package var idAtProvider: String?
}
