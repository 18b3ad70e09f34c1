// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

// Bookings (`contract 2018-12 §7`).
extension Hint {
    /// A stock that is none.
    static let unknownStock = Hint(
        "stockId is the id of a stock, as POST /stocks answers it, and not of its offer or its date.")
    /// A quantity that is none.
    static let noQuantity = Hint("quantity must be a whole number from 1, and no text.")
    /// A venue that awaits the team.
    static let venueNotValidated = Hint(
        "A venue without SIRET awaits the team: follow the link of the mail in GET /_control/mails (GET /validate/venue?token=)."
    )
    /// A booking limit that is past.
    static let limitPast = Hint(
        "bookingLimitDatetime is before the platform's time (GET /_control/clock), or was set to three days before the date: PATCH the stock."
    )
    /// A free offer for a professional.
    static let freeForYoungOnly = Hint(
        "Professionals cannot book free offers: book with an account of POST /users/signup/webapp.")
    /// An empty wallet.
    static let noCredit = Hint(
        "wallet_balance of GET /users/current is too low; professionals have none: book with an account of POST /users/signup/webapp."
    )
    /// An offer that was switched off.
    static let withdrawn = Hint("The structure or the offer is not active (isActive), or the date was taken out.")
    /// Somebody else's booking.
    static let notYourBooking = Hint("Only who booked sees a booking: a structure reads GET /offerers/{id}/bookings.")

    /// The hints of this page.
    static let bookings = [
        unknownStock, noQuantity, venueNotValidated, limitPast, freeForYoungOnly, noCredit, withdrawn, notYourBooking,
    ]

    /// Why a booking was refused.
    static func booking(_ refusal: Refusal) -> Hint? {
        switch refusal {
        case .unknown(.stock): unknownStock
        case .venueNotValidated: venueNotValidated
        case .bookingLimitPast: limitPast
        case .cannotBookFreeOffers: freeForYoungOnly
        case .insufficientFunds: noCredit
        case .offerWithdrawn: withdrawn
        default: nil
        }
    }
}
