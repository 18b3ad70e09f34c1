// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A category of today's edition (`today §3.8`), as far as the domain has to know it.
package struct OfferCategory: Sendable, Hashable {
    /// How its bookings are reimbursed (`today §5`).
    package enum Reimbursement: Sendable, Hashable {
        /// By the general brackets.
        case standard
        /// By the brackets of books.
        case book
        /// Not at all.
        case nothing
    }

    /// What it is called on the wire.
    package let id: String
    /// Whether what is offered happens at a time.
    package let isEvent: Bool
    /// Whether it is offered on line.
    package let isDigital: Bool
    /// How its bookings are reimbursed.
    package let reimbursement: Reimbursement
    /// The prototype's type that comes next to it.
    package let prototypeType: String

    /// Whether one booking may be for two: of what people go to.
    package var allowsDoubleBookings: Bool { isEvent && !isDigital }
    /// Whether a booking of it must be collected within the shorter time.
    package var isPaperBook: Bool { id == "LIVRE_PAPIER" }

    /// The category of that name.
    package static func named(_ id: String) -> OfferCategory? { byID[id] }

    /// All of them, events first.
    package static let all = events + products

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
