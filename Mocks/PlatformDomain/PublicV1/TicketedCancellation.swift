// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A cancellation whose tickets the partner took back: they are no more, whatever happened here meanwhile (`today §4.6`).
package struct TicketedCancellation: Sendable, Hashable {
    /// Of which booking.
    package let bookingID: Identifier<Booking>
    /// Who cancels.
    package let cause: CancellationCause
    /// How many the partner has left then, with nothing for no limit; nothing at all if that could not be read.
    package let remaining: Int64??

    /// Creates a cancellation.
    package init(bookingID: Identifier<Booking>, cause: CancellationCause, remaining: Int64??) {
        self.bookingID = bookingID
        self.cause = cause
        self.remaining = remaining
    }
}
