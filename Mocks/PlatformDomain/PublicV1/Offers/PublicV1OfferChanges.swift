// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Where an offer is (`today §3.3`).
package struct OfferPlace: Sendable, Hashable {
    /// The venue that answers for it.
    package var venueID: Identifier<Venue>
    /// The number of its address, if it is not the venue's.
    package var addressID: Int64?
    /// What that address is called.
    package var addressLabel: String?
    /// Where it is on line, with its placeholders.
    package var url: String?

    /// Creates a place.
    package init(
        venueID: Identifier<Venue>, addressID: Int64? = nil, addressLabel: String? = nil, url: String? = nil
    ) {
        self.venueID = venueID
        self.addressID = addressID
        self.addressLabel = addressLabel
        self.url = url
    }
}

/// What may change of an offer; nothing means unchanged, `.some(nil)` erases.
package struct PublishedOfferChanges: Sendable {
    /// New title.
    package var name: String?
    /// New description.
    package var description: String??
    /// The category's own fields as JSON.
    package var extraData: String?
    /// The article's number.
    package var ean: String??
    /// New length in minutes.
    package var durationMinutes: Int64??
    /// Who receives its bookings.
    package var bookingEmail: String??
    /// The provider's own name of it.
    package var idAtProvider: String??
    /// For whom it is accessible, as far as that changes.
    package var accessibility: Accessibility?
    /// Whom to ask about a booking.
    package var bookingContact: String??
    /// Whether one booking may be for two.
    package var enableDoubleBookings: Bool?
    /// Where else tickets are sold.
    package var externalTicketOfficeURL: String??
    /// How it is collected.
    package var itemCollectionDetails: String??
    /// A trailer.
    package var videoURL: String??
    /// Where it is, at the same venue.
    package var place: OfferPlace?
    /// From when it is shown.
    package var publication: Instant??
    /// From when it may be booked.
    package var bookingAllowed: Instant??
    /// Whether it is offered at present.
    package var isActive: Bool?
    /// Whether it has no image any more.
    package var removesImage = false

    /// Creates an empty change.
    package init() {}
}

/// What may change of a price category.
package struct PriceCategoryChanges: Sendable {
    /// New name.
    package var label: String?
    /// New price.
    package var price: Euros?
    /// The provider's own name of it.
    package var idAtProvider: String??

    /// Creates an empty change.
    package init() {}
}

/// What may change of a date.
package struct DateChanges: Sendable {
    /// New start.
    package var begin: Instant?
    /// Until when it may be booked.
    package var bookingLimit: Instant?
    /// Another of the event's prices.
    package var priceCategoryID: Identifier<PriceCategory>?
    /// How many can be sold from now on; `.some(nil)` for no limit.
    package var quantity: Int64??
    /// The provider's own name of it.
    package var idAtProvider: String??

    /// Creates an empty change.
    package init() {}
}

/// What becomes of a product's stock.
package enum ProductStockChange: Sendable {
    /// Nothing.
    case none
    /// It goes, and its unused bookings are cancelled.
    case remove
    /// It becomes this; a product without one gets it.
    case update(ProductStockChanges)
}

/// What may change of a product's stock.
package struct ProductStockChanges: Sendable {
    /// New price.
    package var price: Euros?
    /// How many can be sold from now on; `.some(nil)` for no limit.
    package var quantity: Int64??
    /// Until when it may be booked.
    package var bookingLimit: Instant??

    /// Creates an empty change.
    package init() {}
}
