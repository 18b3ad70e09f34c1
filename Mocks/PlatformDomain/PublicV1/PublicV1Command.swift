// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is asked of the platform in the words of today's edition; rules are decided by ``PlatformState/decide(_:at:drawing:)``.
package enum PublicV1Command: Sendable {
    // The team
    /// Makes a provider.
    case createProvider(ProviderDraft)
    /// Changes a provider.
    case updateProvider(Identifier<Provider>, PartnerChanges)
    /// Lets a provider act for a venue: makes the link, or makes it hold again.
    case linkVenue(Identifier<Provider>, Identifier<Venue>)
    /// Changes a link, whether it holds or not.
    case updateLink(Identifier<Provider>, Identifier<Venue>, PartnerChanges)
    /// Makes a beneficiary, credited at once.
    case createBeneficiary(BeneficiaryDraft)
    /// Pays one used booking, as the fortnight's batch would.
    case reimburse(Identifier<Booking>)

    // Offers
    /// Makes an offer.
    case publishOffer(PublishedOfferDraft)
    /// Adds prices to an event.
    case addPriceCategories(Identifier<Offer>, [PriceCategoryDraft])
    /// Adds dates to an event.
    case addDates(Identifier<Offer>, [DateDraft])
    /// Gives a product its stock.
    case addProductStock(Identifier<Offer>, ProductStockDraft)
    /// What publishers ask.
    case offers(PublicV1OfferCommand)

    // Tickets
    /// Books with tickets that a partner issued.
    case bookWithTickets(TicketedOrder)
    /// Notes how many a partner has left.
    case setRemaining(Identifier<Stock>, Int64?)
    /// Cancels a booking whose tickets a partner took back.
    case cancelWithTickets(TicketedCancellation)
    /// Gives barcodes up that were issued for nothing.
    case giveUp([String], of: Identifier<Provider>, at: String)

    // Calls to partners
    /// Begins a notification, whose turn it is.
    case beginNotice(Identifier<PartnerNotice>)
    /// Notes that a barcode went back, whose turn it was.
    case endReturn(Identifier<ReturnedBarcode>)

    // Countermarks (`today §2.3`), in capitals
    /// Validates.
    case useCountermark(by: Identifier<Provider>, String)
    /// Takes a validation back.
    case keepCountermark(by: Identifier<Provider>, String)
    /// Cancels.
    case cancelCountermark(by: Identifier<Provider>, String)
}
