// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Reimbursement by brackets (`today §5`).
extension PlatformState {
    /// Which revenue a booking counts towards: its venue's, in the year in which it was used.
    func venueYear(of booking: Booking, at instant: Instant) -> VenueYear? {
        venue(of: booking.stockID).map {
            VenueYear(venueID: $0.id, year: Int64(CivilDate(booking.dateUsed ?? instant).year))
        }
    }

    /// What a booking brings, and by which rule. The bracket is the one that the revenue reaches with the booking, and its rate is that
    /// of the whole booking; half a cent is rounded up.
    func reimbursement(
        of booking: Booking, in category: OfferCategory, revenueBefore: Euros
    ) -> (amount: Euros, rule: ReimbursementRule) {
        let revenue = revenueBefore + booking.total
        let rule = Self.rule(category.reimbursement, revenue)
        return (Euros(cents: (booking.total.cents * rule.percent + 50) / 100), rule)
    }

    private static func rule(_ kind: OfferCategory.Reimbursement, _ revenue: Euros) -> ReimbursementRule {
        switch (kind, revenue.cents) {
        case (.nothing, _): .digitalThings
        case (.book, ...20_000_00): .booksInFull
        case (.book, _): .books95
        case (.standard, ...20_000_00): .standardInFull
        case (.standard, ...40_000_00): .standard95
        case (.standard, ...150_000_00): .standard92
        case (.standard, _): .standard90
        }
    }

    /// Pays one used booking now, as the fortnight's batch would.
    func reimburse(
        _ id: Identifier<Booking>, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        guard let booking = bookings[id], let venue = venue(of: booking.stockID) else { throw .unknown(.booking) }
        guard booking.paymentID == nil else { return [] }
        guard payable[id] != nil else { throw .publicV1(.notUsed) }
        guard usableBankDetails(of: venue) != nil else { throw .noBankDetails }
        return paymentBatch(at: instant, only: id, drawing: &drawing)
    }
}
