// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The states of a booking from which checks begin (today §2.3, §5).
enum PublicState: Sendable {
    /// A product that waits at the counter.
    case product
    /// An event that begins after a span, booked a span ago.
    case event(beginsIn: Span, bookedAgo: Span)
    /// A product that was handed over.
    case used
    /// A product that nobody wants any more.
    case cancelled
    /// A product that was paid for.
    case reimbursed
    /// A digital offer with an activation code, which was handed over.
    case usedWithCode

    /// What the control API calls it; an event is made step by step.
    var name: String {
        switch self {
        case .product, .event: "confirmedProduct"
        case .used: "used"
        case .cancelled: "cancelled"
        case .reimbursed: "reimbursed"
        case .usedWithCode: "activationCodeUsed"
        }
    }
}
