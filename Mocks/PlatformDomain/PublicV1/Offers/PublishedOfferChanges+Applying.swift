// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PublishedOfferChanges {
    /// The product after the change.
    func applied(to product: Product) -> Product {
        var product = product
        product.name = name ?? product.name
        product.description = description ?? product.description
        product.extraData = extraData ?? product.extraData
        product.idAtProviders = ean ?? product.idAtProviders
        product.durationMinutes = durationMinutes ?? product.durationMinutes
        if let place { product.url = place.url }
        return product
    }

    /// The offer after the change; one that is switched on is shown at once if it was not to be.
    func applied(to offer: PublishedOffer, at instant: Instant) -> PublishedOffer {
        var offer = offer
        offer.idAtProvider = idAtProvider ?? offer.idAtProvider
        offer.ean = ean ?? offer.ean
        if let accessibility { offer.accessibility = accessibility.completed(by: offer.accessibility) }
        offer.bookingContact = bookingContact ?? offer.bookingContact
        offer.enableDoubleBookings = enableDoubleBookings ?? offer.enableDoubleBookings
        offer.externalTicketOfficeURL = externalTicketOfficeURL ?? offer.externalTicketOfficeURL
        offer.itemCollectionDetails = itemCollectionDetails ?? offer.itemCollectionDetails
        offer.videoURL = videoURL ?? offer.videoURL
        if let place {
            offer.addressID = place.addressID
            offer.addressLabel = place.addressLabel
        }
        offer.publication = publication ?? offer.publication
        offer.bookingAllowed = bookingAllowed ?? offer.bookingAllowed
        if isActive == true, offer.publication == nil { offer.publication = instant }
        return offer
    }
}

extension Accessibility {
    /// The same, with what it says nothing of taken from another.
    fileprivate func completed(by other: Accessibility) -> Accessibility {
        Accessibility(
            audio: audio ?? other.audio, mental: mental ?? other.mental, motor: motor ?? other.motor,
            visual: visual ?? other.visual)
    }
}

extension ProductStockChanges {
    /// The stock after the change; nothing if there is none to change.
    func applied(to stock: Stock?, at instant: Instant) -> Stock? {
        guard let before = stock else { return nil }
        var stock = before
        stock.price = price ?? stock.price
        if let quantity { stock.leave(quantity) }
        stock.bookingLimit = bookingLimit ?? stock.bookingLimit
        if stock != before { stock.dateModified = instant }
        return stock
    }
}
