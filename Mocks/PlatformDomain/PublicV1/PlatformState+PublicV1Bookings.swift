// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

// What becomes of bookings that go by today's rules (`today §5`).
extension PlatformState {
    /// Refuses a booking that today's rules do not allow.
    func check(
        _ published: PublishedOffer, quantity: Int, by userID: Identifier<User>, at instant: Instant
    ) throws(Refusal) {
        guard published.isOpen(at: instant) else { throw .offerWithdrawn }
        guard quantity == 1 || quantity == 2 && published.enableDoubleBookings else { throw .publicV1(.quantity) }
        let hasOne = indexes.bookingsOfUser.list(userID).contains { id in
            guard let booking = bookings[id], !booking.isCancelled else { return false }
            return stocks[booking.stockID]?.ownerOfferID == published.offerID
        }
        guard !hasOne else { throw .publicV1(.alreadyBooked) }
    }

    /// When a booking of today counts as made: later than the one before it of that person and stock, though the clock may stand still. It is
    /// by this date that partners tell the two apart (`today §4.3`).
    func dateOfBooking(_ stockID: Identifier<Stock>, by userID: Identifier<User>, at instant: Instant) -> Instant {
        let earlier = indexes.bookingsOfUser.list(userID).compactMap { bookings[$0] }.filter { $0.stockID == stockID }
        return earlier.reduce(instant) { max($0, $1.dateCreated + Span(microseconds: 1)) }
    }

    /// The terms of a booking just made, if it goes by today's rules. What can never be cancelled can be validated at once: now, even if it
    /// counts as made a little later.
    func newTerms(of booking: Booking, at instant: Instant) -> [Event] {
        guard let stock = stocks[booking.stockID], published(stock.ownerOfferID) != nil else { return [] }
        let limit = occurrence(of: stock.id).map { date in
            let limit = PublicV1Rules.cancellationLimit(bookedAt: booking.dateCreated, start: date.begin)
            return limit > booking.dateCreated ? limit : instant
        }
        let terms = BookingTerms(
            id: bookingTerms.nextID, bookingID: booking.id, cancellationLimit: limit,
            hasActivationCode: published(stock.id)?.hasActivationCodes ?? false)
        return [.publicV1(.termsFixed(terms))]
    }

    /// The new terms of a moved date's bookings.
    func movedTerms(of occurrence: Occurrence, at instant: Instant) -> [Event] {
        guard published(occurrence.offerID) != nil else { return [] }
        let limit = PublicV1Rules.cancellationLimit(movedTo: occurrence.begin, at: instant)
        return indexes.stocksOfOccurrence.list(occurrence.id).flatMap { indexes.bookingsOfStock.list($0) }
            .compactMap { id in
                guard let booking = bookings[id], !booking.isCancelled, !booking.isUsed, var terms = terms(of: id)
                else { return nil }
                terms.cancellationLimit = limit
                return .publicV1(.termsUpdated(terms))
            }
    }

    /// When an event's booking counts as used by itself; nothing for products, and for what goes by the prototype's rules.
    package func automaticUse(of booking: Booking) -> Instant? {
        guard let date = occurrence(of: booking.stockID), published(date.offerID) != nil else { return nil }
        return max(date.begin + PublicV1Rules.automaticUse, booking.dateCreated)
    }

    /// Whether anything is ever paid for a booking that was used.
    func isReimbursable(_ booking: Booking) -> Bool {
        category(of: booking.stockID)?.reimbursement != .nothing
    }
}
