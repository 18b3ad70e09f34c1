// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Everything that publishers ask: offers, their prices, dates, images and places (`today §3.2` to `§3.9`).
enum PublisherRoutes {
    /// All of them; what is literally named comes before what stands for any number.
    static let routes =
        OfferTypeRoutes.routes + EANRoutes.routes + AddressRoutes.routes + CinemaRoutes.routes
        + EventRoutes.routes
        + PriceCategoryRoutes.routes + DateRoutes.routes + PublicProductRoutes.routes + OfferImageRoutes.routes
}
