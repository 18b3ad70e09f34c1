// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A ticket as a partner issued it (`today §4.5`).
package struct TicketDraft: Sendable, Hashable {
    /// What is scanned at the door.
    package let barcode: String
    /// Where its holder sits.
    package let seat: String?

    /// Creates a ticket.
    package init(barcode: String, seat: String?) {
        self.barcode = barcode
        self.seat = seat
    }
}

/// A ticket that goes with a booking.
package struct Ticket: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Ticket>
    /// With which booking.
    package let bookingID: Identifier<Booking>
    /// What is scanned at the door.
    package let barcode: String
    /// Where its holder sits.
    package let seat: String?
}

/// A barcode that goes back to the partner who issued it, some time later: its booking was not saved, or is no more (`today §4.5`).
package struct ReturnedBarcode: Sendable, Hashable {
    /// Which.
    package let id: Identifier<ReturnedBarcode>
    /// Who issued it.
    package let providerID: Identifier<Provider>
    /// Where it goes back.
    package let url: String
    /// The barcode.
    package let barcode: String
    /// When.
    package let due: Instant
    /// Whether it did: the partner has answered, whatever it was, or had the time for it. From then on it is never sent again.
    package var isSent: Bool
}

/// A booking of an event whose tickets a partner issued.
package struct TicketedOrder: Sendable, Hashable {
    /// Who books.
    package let userID: Identifier<User>
    /// What.
    package let stockID: Identifier<Stock>
    /// How many.
    package let quantity: Int
    /// What led to it.
    package let recommendationID: Identifier<Recommendation>?
    /// When the partner was told of it: it counts as made then, however long the answer took.
    package let askedAt: Instant
    /// The tickets.
    package var tickets: [TicketDraft] = []
    /// The barcodes that were issued beside them.
    package var surplus: [String] = []
    /// How many the partner has left; nothing for no limit.
    package var remaining: Int64?
    /// Who issued them.
    package let providerID: Identifier<Provider>
    /// Where they go back if need be.
    package let cancelURL: String

    /// Creates an order without tickets yet.
    package init(
        userID: Identifier<User>, stockID: Identifier<Stock>, quantity: Int,
        recommendationID: Identifier<Recommendation>?, askedAt: Instant, providerID: Identifier<Provider>,
        cancelURL: String
    ) {
        self.userID = userID
        self.stockID = stockID
        self.quantity = quantity
        self.recommendationID = recommendationID
        self.askedAt = askedAt
        self.providerID = providerID
        self.cancelURL = cancelURL
    }

    /// Every barcode that was issued for it.
    package var barcodes: [String] { tickets.map(\.barcode) + surplus }
}
