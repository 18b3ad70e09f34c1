// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A booking, as the platform confirmed it.
struct Booking: Sendable {
    /// The booking's id.
    let id: String
    /// The countermark.
    let token: String
    /// The price of one, in cents.
    let cents: Int64
    /// How many.
    let quantity: Int
    /// Where a digital offer sends its user.
    let completedURL: String?

    /// A place for a booking that is not there yet.
    static let none = Booking(id: "", token: "", cents: 0, quantity: 1, completedURL: nil)
}
