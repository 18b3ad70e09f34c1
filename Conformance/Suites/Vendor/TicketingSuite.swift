// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of a vendor's ticketing system (today §8, 45, 46 and 48 to 54).
public enum TicketingSuite {
    /// All checks: a plain booking first, since the others speak the form that the system has accepted; then a
    /// cancellation, since all are given back; badly signed calls last, since what they take from a system that does not verify cannot be given back.
    public static let checks: [Check] =
        [TicketingBookingChecks.single] + TicketingCancelChecks.all + TicketingBookingChecks.others
        + TicketingPayloadChecks.all + TicketingSeatChecks.all + TicketingSlowChecks.all + TicketingSignatureChecks.all
}
