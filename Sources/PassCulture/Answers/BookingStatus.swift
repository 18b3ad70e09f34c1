// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How far a booking has come, as today's edition says it (`today §2.2`).
public enum BookingStatus: String, Hashable, Sendable, CaseIterable {
    /// Booked, and not used.
    case confirmed = "CONFIRMED"
    /// Validated.
    case used = "USED"
    /// Cancelled; the credit was returned.
    case cancelled = "CANCELLED"
    /// Validated, and paid to the structure.
    case reimbursed = "REIMBURSED"
}
