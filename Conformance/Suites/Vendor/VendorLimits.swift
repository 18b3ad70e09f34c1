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
    /// The most seats that a check takes to see a stock sold out.
    static let seats = 30
}
