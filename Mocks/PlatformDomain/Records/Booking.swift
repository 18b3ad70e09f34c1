// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A booking: a young person's claim on a stock, proved by its countermark.
package struct Booking: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Booking>
    /// Whose.
    package let userID: Identifier<User>
    /// Of what.
    package let stockID: Identifier<Stock>
    /// How many.
    package let quantity: Int
    /// The price of one at the time of booking.
    package let amount: Euros
    /// The countermark: six characters, unique over all bookings ever (`contract 2018-12 §3`).
    package let token: String
    /// When it was made.
    package let dateCreated: Instant
    /// The recommendation that led to it.
    package let recommendationID: Identifier<Recommendation>?
    /// Whether the countermark was validated.
    package var isUsed: Bool
    /// When it was validated.
    package var dateUsed: Instant?
    /// Whether the booking was cancelled.
    package var isCancelled: Bool
    /// The payment made for it, if any.
    package var paymentID: Identifier<Payment>?
    /// How many batches of payments had run when it was validated: what tells, at one and the same instant, before from after.
    package var batchesBeforeUse: Int64?
    /// How many had run when it was cancelled.
    package var batchesBeforeCancellation: Int64?
    /// How many dates there were when a course was booked: what tells, at one and the same instant, its sessions from those added since.
    package var datesBefore: Int64?

    /// What it costs.
    package var total: Euros { amount * quantity }
}

/// Why a booking was cancelled.
package enum CancellationCause: String, Sendable, Hashable {
    /// The young person changed their mind.
    case user
    /// The structure cancelled it.
    case offerer
    /// The stock was taken out.
    case stockDeleted
    /// The date was taken out.
    case occurrenceDeleted
    /// Nobody fetched the book within seven days (`guide G23`).
    case notFetched
}

/// What the pass Culture owes for one booking.
package struct Payment: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Payment>
    /// For which booking.
    package let bookingID: Identifier<Booking>
    /// What is paid.
    package let amount: Euros
    /// By which rule.
    package let rule: ReimbursementRule
    /// Account of the recipient, nothing while it is not processable.
    package var bankDetails: BankDetails?
    /// The recipient.
    package let offererID: Identifier<Offerer>
    /// The fortnight's label, such as `pass Culture Pro - remboursement 1ère quinzaine 12-2018`.
    package var label: String
    /// The history of what happened to it, oldest first.
    package var statuses: [PaymentStatus]
    /// The transfer that paid it.
    package var transferID: Identifier<Transfer>?

    /// Whether it was taken back before it left.
    package var isWithdrawn: Bool { statuses.last?.state == .withdrawn }
}

/// A step in a payment's life (`contract 2018-12 §9.3`).
package struct PaymentStatus: Sendable, Hashable {
    /// Which.
    package let state: State
    /// When.
    package let date: Instant
    /// Why, for the unprocessable and the withdrawn.
    package let detail: String?

    /// The states; the raw value is the wire's.
    package enum State: String, Sendable, Hashable {
        /// Made, with an account to pay to.
        case pending = "PENDING"
        /// Made, without an account to pay to.
        case notProcessable = "NOT PROCESSABLE"
        /// Sent to the bank.
        case sent = "SENT"
        /// Taken back before it was sent: a state of the kit's own.
        case withdrawn = "WITHDRAWN"
    }
}

/// Why a payment was taken back before it left.
package enum WithdrawalCause: String, Sendable, Hashable {
    /// Its booking is cancelled.
    case bookingCancelled
    /// Its date was moved, and nobody had come yet.
    case dateMoved
    /// Its validation was taken back (`today §2.3`).
    case validationTakenBack

    /// What its status says.
    var words: String {
        switch self {
        case .bookingCancelled: "Réservation annulée"
        case .dateMoved: "Date déplacée"
        case .validationTakenBack: "Validation annulée"
        }
    }
}

/// A transfer to one account: the sum of a fortnight's payments to it (`guide G32`).
package struct Transfer: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Transfer>
    /// When it was issued.
    package let executedAt: Instant
    /// The sum.
    package let amount: Euros
    /// The account.
    package let bankDetails: BankDetails
    /// The structure that receives it.
    package let offererID: Identifier<Offerer>
    /// The fortnight's label.
    package let label: String
    /// The payments in it.
    package let paymentIDs: [Identifier<Payment>]
    /// What tells it from every other transfer, to the bank and to the recipient: 32 hexadecimal digits of a random UUID.
    package let endToEndID: String
}

/// Why a booking is paid what it is paid (`contract 2018-12 §9.2`).
package enum ReimbursementRule: String, Sendable, Hashable {
    /// A digital offer that is not eligible.
    case digitalThings = "Pas de remboursement pour les offres digitales"
    /// An event or a physical thing.
    case physicalOffers = "Remboursement total pour les offres physiques"
    /// The structure has reached its ceiling.
    case maximum = "Pas de remboursement au dessus du plafond de 23 000 € par offreur"
    /// A digital offer that the terms of use make eligible (`guide G26`); no such rule existed in the service.
    case eligibleDigitalThings = "Remboursement total pour les offres digitales éligibles"

    // Today's edition (`today §5`): the sentences are the kit's own, the rates the sheet's.
    /// A venue's first 20,000 euros of a year.
    case standardInFull = "Remboursement total jusqu'à 20 000 € par lieu"
    /// Its next 20,000.
    case standard95 = "Remboursement à 95 % entre 20 000 € et 40 000 € par lieu"
    /// Its next 110,000.
    case standard92 = "Remboursement à 92 % entre 40 000 € et 150 000 € par lieu"
    /// All beyond.
    case standard90 = "Remboursement à 90 % au-delà de 150 000 € par lieu"
    /// Books, within a venue's first 20,000 euros of a year.
    case booksInFull = "Remboursement total jusqu'à 20 000 € par lieu pour les livres"
    /// Books beyond.
    case books95 = "Remboursement à 95 % au-delà de 20 000 € par lieu pour les livres"

    /// Whether what it pays for is digital, which the ceiling of a structure has nothing to do with (`contract 2018-12 §9.2`).
    package var isDigital: Bool { self == .digitalThings || self == .eligibleDigitalThings }

    /// How much of a booking it pays, in hundredths.
    package var percent: Int64 {
        switch self {
        case .digitalThings, .maximum: 0
        case .physicalOffers, .eligibleDigitalThings, .standardInFull, .booksInFull: 100
        case .standard95, .books95: 95
        case .standard92: 92
        case .standard90: 90
        }
    }
}
