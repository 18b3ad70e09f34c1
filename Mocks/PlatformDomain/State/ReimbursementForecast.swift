// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a structure's bookings without a payment will bring, were the batch to run now: gathered once for a whole list.
///
/// What is payable is counted in the batch's order. Of what is not payable yet each booking is judged by itself, as if it were paid right
/// after all that is.
package struct ReimbursementForecast: Sendable {
    private var payable: [Identifier<Booking>: (amount: Euros, rule: ReimbursementRule)] = [:]
    private var running = RunningReimbursements()

    /// Goes through what the structure has payable.
    package init(of offererID: Identifier<Offerer>, in state: PlatformState) {
        for booking in Self.payable(of: offererID, in: state) {
            // What goes by today's rules is not paid, nor counted, before there is an account.
            let waits = state.category(of: booking.stockID) != nil && state.account(of: booking) == nil
            if !waits { payable[booking.id] = running.pay(booking, at: state.now, in: state) }
        }
    }

    /// What a booking without a payment will bring, and by which rule.
    func reimbursement(of booking: Booking, in state: PlatformState) -> (amount: Euros, rule: ReimbursementRule) {
        payable[booking.id] ?? running.reimbursement(of: booking, at: state.now, in: state)
    }

    /// In the batch's order, oldest booking first; by way of whichever list is the shorter.
    private static func payable(of offererID: Identifier<Offerer>, in state: PlatformState) -> [Booking] {
        guard state.payable.count > 0 else { return [] }
        let own = state.bookingIDs(of: offererID)
        let ids = own.count < state.payable.count ? own.filter { state.payable[$0] != nil } : state.payable.keys
        return ids.sorted().compactMap { state.bookings[$0] }
            .filter { state.offererID(of: $0.stockID) == offererID }
    }
}
