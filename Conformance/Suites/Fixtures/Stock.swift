// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A price, and perhaps a number of seats, of an offer.
struct Stock: Sendable {
    /// The stock's id.
    let id: String
    /// The date's id, for an event.
    let occurrenceId: String?
    /// The price, in cents.
    let cents: Int64
    /// When the date begins, for an event.
    let beginning: Instant?

    /// A place for a stock that is not there yet.
    static let none = Stock(id: "", occurrenceId: nil, cents: 0, beginning: nil)
}
