// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How far a booking has come, as the column "État du paiement" of the screen "Réservations" says it (`guide G34`).
enum BookingState: String, Hashable, Sendable {
    /// Cancelled.
    case cancelled = "Annulée"
    /// Not validated yet.
    case toValidate = "À valider"
    /// Nothing is paid for it, whether validated or not.
    case notReimbursed = "Non remboursable"
    /// To be paid by the next transfer.
    case payable = "En attente du prochain virement"
    /// To be paid once there are bank details.
    case waitsForAccount = "En attente de coordonnées bancaires validées"
    /// Paid by a transfer.
    case transferred = "OK"

    /// Whether it is known to be validated, or settled without that.
    var isUsed: Bool {
        switch self {
        case .cancelled, .toValidate, .notReimbursed: false
        case .payable, .waitsForAccount, .transferred: true
        }
    }
}
