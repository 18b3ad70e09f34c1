// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What counts towards ceilings and brackets as bookings are paid one after the other: what was paid before, and what was counted here.
struct RunningReimbursements: Sendable {
    private var totals: [Identifier<Offerer>: Euros] = [:]
    private var revenues: [VenueYear: Euros] = [:]

    /// What a booking brings if it is paid next, and by which rule.
    func reimbursement(
        of booking: Booking, at instant: Instant, in state: PlatformState
    ) -> (amount: Euros, rule: ReimbursementRule) {
        if let category = state.category(of: booking.stockID) {
            let before = state.venueYear(of: booking, at: instant).map { revenue($0, in: state) } ?? .zero
            return state.reimbursement(of: booking, in: category, revenueBefore: before)
        }
        let before = state.offererID(of: booking.stockID).map { total($0, in: state) } ?? .zero
        return state.reimbursement(of: booking, countedBefore: before)
    }

    /// Gives what a booking brings, and counts it for those that are paid after it.
    mutating func pay(
        _ booking: Booking, at instant: Instant, in state: PlatformState
    ) -> (amount: Euros, rule: ReimbursementRule) {
        let paid = reimbursement(of: booking, at: instant, in: state)
        if state.category(of: booking.stockID) != nil {
            if let venueYear = state.venueYear(of: booking, at: instant) {
                revenues[venueYear] = revenue(venueYear, in: state) + booking.total
            }
        } else if !paid.rule.isDigital, let offererID = state.offererID(of: booking.stockID) {
            totals[offererID] = total(offererID, in: state) + booking.total
        }
        return paid
    }

    private func total(_ id: Identifier<Offerer>, in state: PlatformState) -> Euros {
        totals[id] ?? state.reimbursable[id] ?? .zero
    }

    private func revenue(_ venueYear: VenueYear, in state: PlatformState) -> Euros {
        revenues[venueYear] ?? state.revenue[venueYear] ?? .zero
    }
}
