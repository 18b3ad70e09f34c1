// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A booking that waits for tickets, asked of the partner's `bookingUrl` (`today §4.5`).
public struct TicketBooking: Hashable, Sendable {
    /// The booking; as many tickets as its quantity are wanted.
    public let booking: BookingFacts
    /// The name of this very request, the same when it comes again: for the partner's own records.
    public let reference: WebhookDigest
    /// Whether it was being dealt with when the program ended: look whether tickets were issued for ``reference`` before others are.
    public internal(set) var wasInterrupted = false

    /// Reads a request for tickets in a signed text.
    ///
    /// - Throws: ``WebhookRefusal`` when it is none.
    public init(_ text: SignedText) throws(WebhookRefusal) {
        let reader = try text.reader()
        booking = try WebhookRefusal.reading { () throws(JSONReadingError) in try BookingFacts(reader) }
        reference = text.digest(for: .booking)
    }
}
