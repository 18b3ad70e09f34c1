// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where the pass Culture calls a software vendor (`today §4.1`); a venue's own addresses win over its provider's.
package struct PartnerURLs: Sendable, Hashable {
    /// Told of bookings and cancellations.
    package var notification: String?
    /// Asked for tickets; goes with the next one.
    package var booking: String?
    /// Told to take tickets back.
    package var cancel: String?

    /// Creates addresses.
    package init(notification: String? = nil, booking: String? = nil, cancel: String? = nil) {
        self.notification = notification
        self.booking = booking
        self.cancel = cancel
    }

    /// Whether tickets can be asked for.
    package var hasTicketing: Bool { booking != nil && cancel != nil }
    /// Whether one of the two addresses for tickets lacks the other.
    package var isHalfTicketing: Bool { (booking == nil) != (cancel == nil) }
}
