// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What today's rules fixed for one booking when it was made, and again when its date was moved (`today §5`).
package struct BookingTerms: Sendable, Hashable {
    /// Which.
    package let id: Identifier<BookingTerms>
    /// Of which booking.
    package let bookingID: Identifier<Booking>
    /// Until when an event's booking can be cancelled, and from when on it can be validated; nothing for products.
    package var cancellationLimit: Instant?
    /// Whether an activation code was handed out with it.
    package let hasActivationCode: Bool

    /// Whether the time for cancelling an event's booking is still running.
    package func isWindowOpen(at instant: Instant) -> Bool {
        cancellationLimit.map { $0 > instant } ?? false
    }
}
