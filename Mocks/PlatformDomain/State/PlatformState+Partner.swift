// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What a partner's screens tell (`guide G22`, `G26`, `G34`).
extension PlatformState {
    /// How many of those who booked an offer came (`guide G26`).
    package func conversion(of id: Identifier<Offer>) -> Conversion {
        var (booked, validated, cancelled): (Int64, Int64, Int64) = (0, 0, 0)
        for stockID in indexes.stocksOfOffer.list(id) {
            for bookingID in indexes.bookingsOfStock.list(stockID) {
                guard let booking = bookings[bookingID] else { continue }
                if booking.isCancelled {
                    cancelled += 1
                } else {
                    booked += 1
                    if booking.isUsed { validated += 1 }
                }
            }
        }
        return Conversion(booked: booked, validated: validated, cancelled: cancelled)
    }

    /// Who is expected on a date (`guide G22`). The list is there once nobody can cancel any more, and until all is done: who was neither
    /// validated nor paid for may still come late.
    package func attendance(of occurrence: Occurrence, at instant: Instant) -> Attendance {
        let opening = occurrence.begin - (rules.eventCancellationWindow ?? .hours(72))
        guard instant >= opening else { return .notBefore(opening) }
        let expected = bookings(toCheckAt: occurrence)
        let isSettled = expected.allSatisfy { booking in
            booking.isUsed || isPaid(booking)
                || booking.paymentID != nil && paymentProgress(of: booking) == .notReimbursed
        }
        return instant >= occurrence.end && isSettled ? .over : .expected(expected)
    }

    /// The bookings of a date that are not cancelled, oldest first. Of a course, whose countermarks are checked at the first session
    /// (`guide G25`), also those of its later dates for which this one is the first.
    private func bookings(toCheckAt occurrence: Occurrence) -> [Booking] {
        let own = indexes.stocksOfOccurrence.list(occurrence.id)
        let isCourse =
            published(occurrence.offerID) == nil
            && offers[occurrence.offerID].flatMap { products[$0.productID] }?.type == Self.artPractice
        return (isCourse ? indexes.stocksOfOffer.list(occurrence.offerID) : own)
            .flatMap { indexes.bookingsOfStock.list($0) }.sorted()
            .compactMap { bookings[$0] }.filter { booking in
                guard !booking.isCancelled else { return false }
                if own.contains(booking.stockID) { return true }
                guard let date = self.occurrence(of: booking.stockID) else { return false }
                return firstSession(of: booking, on: date) == occurrence.begin
            }
    }

    /// How far the reimbursement of a booking has come (`guide G34`), with its structure's forecast, for who asks about many.
    package func paymentProgress(of booking: Booking, by forecast: ReimbursementForecast? = nil) -> PaymentProgress {
        if let payment = booking.paymentID.flatMap({ payments[$0] }) {
            // A payment of nothing may go along with a transfer to its account: it pays nothing all the same.
            if payment.amount == .zero { return .notReimbursed }
            if payment.transferID != nil { return .transferred }
            return payment.bankDetails == nil ? .waitsForAccount : .payable
        }
        if booking.isCancelled { return .cancelled }
        if reimbursement(of: booking.id, by: forecast)?.amount == .zero { return .notReimbursed }
        guard payable[booking.id] != nil else { return .toValidate }
        return account(of: booking) == nil ? .waitsForAccount : .payable
    }
}
