// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What today's edition knows of an offer beside what the prototype does (`today §3.3`).
///
/// It says too that the offer, its dates and its bookings go by today's rules: an offer without it goes by the prototype's.
package struct PublishedOffer: Sendable, Hashable {
    /// Which.
    package let id: Identifier<PublishedOffer>
    /// Of which offer.
    package let offerID: Identifier<Offer>
    /// By which provider it was made; nothing for an offer that the team made.
    package let providerID: Identifier<Provider>?
    /// The provider's own name of it, unique at its venue.
    package var idAtProvider: String?
    /// The category's identifier, such as `SEANCE_CINE`; it never changes.
    package let category: String
    /// For whom it is accessible.
    package var accessibility: Accessibility
    /// Whether its tickets come from the provider; fixed for life.
    package let hasTicket: Bool
    /// Whom to ask about a booking.
    package var bookingContact: String?
    /// Whether one booking may be for two.
    package var enableDoubleBookings: Bool
    /// The article's number, 13 digits.
    package var ean: String?
    /// Where else tickets are sold.
    package var externalTicketOfficeURL: String?
    /// How it is collected.
    package var itemCollectionDetails: String?
    /// A trailer.
    package var videoURL: String?
    /// The number of its address, if it is not at its venue.
    package var addressID: Int64?
    /// What that address is called.
    package var addressLabel: String?
    /// From when it is shown; nothing while it is not published.
    package var publication: Instant?
    /// From when it may be booked; nothing for as soon as it is shown.
    package var bookingAllowed: Instant?

    /// Whether it can be booked at an instant, as far as its own dates go.
    package func isOpen(at instant: Instant) -> Bool {
        guard let publication, publication <= instant else { return false }
        return bookingAllowed.map { $0 <= instant } ?? true
    }
}

extension Product {
    /// How many minutes an event lasts, for publishers; nothing if nobody said, or the portal, which looks at no sign, said less than none.
    package var eventDuration: Int64? { durationMinutes.flatMap { $0 < 0 ? nil : $0 } }
}
