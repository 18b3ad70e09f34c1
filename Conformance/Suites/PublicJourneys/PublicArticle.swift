// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What is sold in a journey of today's edition: an offer with its stock.
struct PublicArticle: Sendable {
    /// The offer's number.
    var offerId = 0
    /// The number of its stock, or of its date; nil where the public API does not tell it.
    var stockId: Int?
    /// The offer's name.
    var name = ""
    /// What one costs, in cents.
    var cents: Int64 = 0
    /// When the event begins; nil for products.
    var beginning: Instant?
    /// How its bookings are reimbursed.
    var brackets = PublicBrackets.general
}
