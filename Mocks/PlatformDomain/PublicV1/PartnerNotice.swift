// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A notification that tells a partner of a booking, once at most (`today §4.4`); what it says is written when it leaves.
package struct PartnerNotice: Sendable, Hashable {
    /// What happened to the booking, as on the wire.
    package enum Action: String, Sendable, Hashable {
        /// It was made.
        case book = "BOOK"
        /// It was cancelled.
        case cancel = "CANCEL"
    }

    /// Which; notifications leave in this order.
    package let id: Identifier<PartnerNotice>
    /// Of which booking.
    package let bookingID: Identifier<Booking>
    /// What happened to it.
    package let action: Action
    /// Who is told.
    package let providerID: Identifier<Provider>
    /// Where it goes.
    package let url: String
    /// When it may leave.
    package let due: Instant
    /// Whether it was begun: from then on it is never sent again, whatever becomes of it.
    package var isBegun: Bool
}
