// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Payments that were made out and never left, because there was no account to pay to or nothing to pay: they can be taken back.
extension PlatformState {
    /// Whether a booking was paid: its payment is in a transfer. One that was only made out pays nothing yet. Of
    /// today's edition none is made out before there is an account, and what comes to nothing is settled with it.
    package func isPaid(_ booking: Booking) -> Bool {
        guard let payment = booking.paymentID.flatMap({ payments[$0] }) else { return false }
        return payment.transferID != nil || category(of: booking.stockID) != nil
    }

    /// What takes the payment of a booking back, for a cause of the booking's own; nothing if there is none, or if it left.
    func withdrawal(of booking: Booking, _ cause: WithdrawalCause, at instant: Instant) -> [Event] {
        guard let id = booking.paymentID, !isPaid(booking) else { return [] }
        return [.paymentWithdrawn(id, cause, at: instant)]
    }

    /// What takes payments back when a date is moved to this: those of bookings that nobody used, and that are not payable yet by
    /// the new date.
    func withdrawals(movedTo occurrence: Occurrence, at instant: Instant) -> [Event] {
        guard noShowPayable(of: occurrence) > instant else { return [] }
        return indexes.stocksOfOccurrence.list(occurrence.id)
            .flatMap { bookings(of: $0) }.filter { !$0.isCancelled && !$0.isUsed }
            .flatMap { withdrawal(of: $0, .dateMoved, at: instant) }
    }

    /// Takes a payment back: its booking is as good as one for which none was made out.
    mutating func withdraw(_ id: Identifier<Payment>, _ cause: WithdrawalCause, at instant: Instant) {
        guard let payment = payments[id], payment.transferID == nil, !payment.isWithdrawn else { return }
        count(payment, by: -1)
        noLongerWaits(payment)
        payments.update(id) {
            $0.statuses.append(PaymentStatus(state: .withdrawn, date: instant, detail: cause.words))
        }
        bookings.update(payment.bookingID) { $0.paymentID = nil }
    }
}
