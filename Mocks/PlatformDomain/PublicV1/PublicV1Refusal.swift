// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Why something asked in the words of today's edition was refused.
package enum PublicV1Refusal: Error, Sendable, Hashable {
    // Providers and venues
    /// There is no such provider.
    case unknownProvider
    /// There is no such venue, or no link to it that holds: the provider is not to know which (`today §1.2`).
    case unknownVenue
    /// Another provider has that key.
    case keyTaken
    /// Of the two addresses for tickets one would lack the other.
    case halfTicketing
    /// The addresses for tickets are needed by these events.
    case ticketingInUse([Identifier<Offer>])

    // Offers
    /// There is no such offer, or it is at a venue that the provider has no link to.
    case unknownOffer
    /// What is asked is for an offer of the other kind: an event's dates, a product's stock.
    case otherKind
    /// A name of the provider's is taken by another record of that kind.
    case idAtProviderTaken(String)
    /// The date at this place names a price category that the event does not have.
    case unknownPriceCategory(at: Int)

    // Publishers
    /// There is no such address.
    case unknownAddress(Int64)
    /// An event with tickets needs the two addresses at which they are asked for and taken back.
    case noTicketing
    /// An event with tickets needs somebody to ask about a booking.
    case noBookingContact
    /// What is offered cannot be booked for two.
    case noDoubleBookings
    /// The event would have more than ``PlatformState/mostPriceCategories``.
    case tooManyPriceCategories
    /// Two of the new prices are the same.
    case samePriceCategory
    /// The event has that price under that label.
    case knownPriceCategory(String)
    /// Two of the new prices have that name of the provider's.
    case sameIDAtProvider(String)
    /// The event has no such price.
    case noSuchPriceCategory
    /// A stock needs a price.
    case priceMissing
    /// The event would have more than ``PlatformState/mostDates``.
    case tooManyDates
    /// The date at this place has a name of the provider's that another one has.
    case dateIDTaken(String, at: Int)
    /// The event has no such date, or no longer.
    case unknownDate
    /// The date was too long ago to be taken out.
    case dateOver
    /// The date at this place could be booked after its start.
    case limitAfterStart(at: Int)
    /// Booking would end before the offer is shown.
    case limitBeforePublication(at: Int?)
    /// Booking would end before it begins.
    case limitBeforeBookingAllowed(at: Int?)

    // Bookings
    /// One or two, and two only of what may be booked for two.
    case quantity
    /// The beneficiary has a booking of that offer that was not cancelled.
    case alreadyBooked

    // Tickets
    /// The partner's ticket office had nothing to give, or nothing that can be used.
    case noTickets
    /// The partner's ticket office did not take the tickets back.
    case ticketsNotReturned

    // Countermarks
    /// The countermark is unknown, or of a venue that the provider has no link to.
    case unknownCountermark
    /// The booking was reimbursed.
    case reimbursed
    /// The countermark was validated.
    case used
    /// The booking was cancelled.
    case cancelled
    /// The structure is closed.
    case structureClosed
    /// The event can still be cancelled, and be validated only from that instant on.
    case notConfirmed(from: Instant)
    /// There is no validation to take back.
    case notUsed
    /// An activation code was handed out: what was used stays used.
    case hasActivationCode
    /// The event can no longer be cancelled.
    case cannotCancelAnymore
}
