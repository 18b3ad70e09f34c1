// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// An event or a thing with its offers, gathered under the lock to be written off it.
struct ProductView: Sendable {
    /// The event or thing.
    let product: Product
    /// Its offers, oldest first.
    let offers: [Offer]

    /// Gathers a product; nothing if there is none of that number and kind.
    init?(_ id: Identifier<Product>, _ kind: Product.Kind, in state: PlatformState) {
        guard let product = state.products[id], product.kind == kind else { return nil }
        self.product = product
        offers = state.offers(of: id)
    }
}
