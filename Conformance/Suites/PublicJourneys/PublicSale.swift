// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A booking in a journey of today's edition, with what was booked.
struct PublicSale: Sendable {
    /// The booking.
    var booking = PublicBooking(id: 0, token: "", offerId: 0, venueId: 0)
    /// What was booked.
    var article = PublicArticle()
    /// For how many.
    var quantity: Int64 = 1

    /// What the booking is worth, in cents.
    var cents: Int64 { article.cents * quantity }
}
