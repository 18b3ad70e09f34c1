// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a publisher asks in the words of today's edition (`today §3`). What the provider has no link to does not exist for it.
package enum PublicV1OfferCommand: Sendable {
    /// Makes an event with its prices.
    case publishEvent(PublishedOfferDraft, [PriceCategoryDraft])
    /// Makes a product with its stock.
    case publishProduct(PublishedOfferDraft, ProductStockDraft?)
    /// Changes an event.
    case updateEvent(by: Identifier<Provider>, Identifier<Offer>, PublishedOfferChanges)
    /// Changes a product, and its stock.
    case updateProduct(by: Identifier<Provider>, Identifier<Offer>, PublishedOfferChanges, ProductStockChange)
    /// Adds prices to an event.
    case addPrices(by: Identifier<Provider>, Identifier<Offer>, [PriceCategoryDraft])
    /// Changes a price, for all dates that have it.
    case updatePrice(by: Identifier<Provider>, Identifier<Offer>, Identifier<PriceCategory>, PriceCategoryChanges)
    /// Adds dates to an event.
    case addDates(by: Identifier<Provider>, Identifier<Offer>, [DateDraft])
    /// Changes a date.
    case updateDate(by: Identifier<Provider>, Identifier<Offer>, Identifier<Stock>, DateChanges)
    /// Takes a date out and cancels its unused bookings.
    case deleteDate(by: Identifier<Provider>, Identifier<Offer>, Identifier<Stock>)
    /// Asks for offers of articles by their EANs; those that nobody knows are left out.
    case orderArticles(by: Identifier<Provider>, at: OfferPlace, [EANOrderDraft])
    /// Asks for the sessions of films.
    case orderSessions(by: Identifier<Provider>, at: Identifier<Venue>, [CinemaOrderDraft])
    /// Makes an address known; one that is known already stays as it is.
    case addAddress(AddressDraft)
    /// Gives an offer a new image, which is kept outside the domain.
    case addImage(by: Identifier<Provider>, Identifier<Offer>, credit: String?)
}
