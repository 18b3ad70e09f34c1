// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Something that happened to a record of today's edition.
package enum PublicV1Event: Sendable, Hashable {
    /// A provider was made.
    case providerCreated(Provider)
    /// A provider was changed to this.
    case providerUpdated(Provider)
    /// A venue let a provider act for it.
    case venueLinked(VenueLink)
    /// A link was changed to this.
    case venueLinkUpdated(VenueLink)
    /// An offer goes by today's rules, and this is what they know of it.
    case offerPublished(PublishedOffer)
    /// It was changed to this.
    case publishedOfferUpdated(PublishedOffer)
    /// A price category was added.
    case priceCategoryCreated(PriceCategory)
    /// A price category was changed to this.
    case priceCategoryUpdated(PriceCategory)
    /// What today's edition knows of a stock.
    case stockPublished(PublishedStock)
    /// It was changed to this.
    case publishedStockUpdated(PublishedStock)
    /// An address was made known.
    case addressCreated(PublicAddress)
    /// Somebody else is to receive an offer's bookings.
    case bookingEmailChanged(Identifier<Offer>, String?)
    /// An offer was asked for by its article's number.
    case eanOrdered(EANOrder)
    /// That took effect.
    case eanOrderDone(Identifier<EANOrder>)
    /// A film's sessions were asked for.
    case cinemaOrdered(CinemaOrder)
    /// That took effect, on that offer.
    case cinemaOrderDone(Identifier<CinemaOrder>, Identifier<Offer>?)
    /// A booking's terms were fixed.
    case termsFixed(BookingTerms)
    /// A booking's terms were changed to this: its date was moved.
    case termsUpdated(BookingTerms)
    /// A partner issued a ticket.
    case ticketIssued(Ticket)
    /// A barcode is to go back to the partner who issued it.
    case barcodeGivenUp(ReturnedBarcode)
    /// It went back.
    case barcodeReturned(Identifier<ReturnedBarcode>)
    /// A partner is to be told of a booking.
    case noticeQueued(PartnerNotice)
    /// That was begun.
    case noticeBegun(Identifier<PartnerNotice>)
    /// No partner is called any more about what happened so far: this is a copy of the platform, or one that was brought back.
    case waitingCallsDropped
    /// A validation was taken back.
    case bookingKept(Identifier<Booking>, at: Instant)
}
