// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A ticket that the partner issued for a booking; hidden from every kind of printing, since who has the barcode has the seat.
public struct Ticket: Hashable, Sendable, Masked {
    /// What is scanned at the door: 1 to 100 characters, unlike any other of the booking.
    public let barcode: String
    /// The seat as the young person reads it, at most 100 characters; nothing where seats are not numbered.
    public let seat: String?

    /// Describes a ticket.
    public init(barcode: String, seat: String? = nil) {
        self.barcode = barcode
        self.seat = seat
    }
}
