// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// How long a vendor's answers may take.
enum VendorLimits {
    /// A notification (today §4.4).
    static let notification = Span.seconds(10)
    /// A booking or a cancellation of tickets (today §4.5, §4.6).
    static let ticketing = Span.seconds(8)
    /// How long a system at least tried that refuses because it has no tickets yet.
    static let givingUp = Span.seconds(4)
    /// For how many times as long as a booking may take a receiver is waited for to begin with its queue.
    static let turns = 6
    /// For how many times as long it is waited for to be done with it.
    static let backlog = 24
    /// The most seats that a check takes to see a stock sold out.
    static let seats = 30
}
