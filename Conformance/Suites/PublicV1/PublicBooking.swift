// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A booking of today's edition that was made for a check.
struct PublicBooking: Sendable {
    /// Its number.
    let id: Int
    /// Its countermark.
    let token: String
    /// The offer booked.
    let offerId: Int
    /// The venue of the offer.
    let venueId: Int
}
