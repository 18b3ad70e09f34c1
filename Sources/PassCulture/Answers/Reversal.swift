// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What became of a validation that was to be taken back, or of a booking that was to be cancelled.
public enum Reversal: Hashable, Sendable {
    /// What was asked for.
    public enum Kind: String, Hashable, Sendable {
        /// To take a validation back: the countermark is valid again.
        case undo
        /// To cancel a booking: the young person gets the credit back, and nothing brings the booking back.
        case cancel
    }

    /// It is done; or what was to be taken back had only waited in the outbox, or got lost, and the platform has nothing to take back: then
    /// the attempt is given up.
    case done(Kind)
    /// The platform says no, and nothing was changed.
    case refused(Refusal)
    /// It was sent, and the answer lost: a check of the countermark tells what became of it.
    case unknown(UnknownValidation)

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        switch self {
        case .done(.undo):
            CashierSentence(
                french: "Validation annulée : la contremarque est de nouveau valable.",
                english: "Validation taken back: the countermark is valid again.")
        case .done(.cancel):
            CashierSentence(french: "Réservation annulée.", english: "Booking cancelled.")
        case .refused(let refusal) where refusal.reason == .cancelled: Refusal.Reason.alreadyCancelled.cashier
        case .refused(let refusal): refusal.cashierOfReversal
        case .unknown:
            CashierSentence(
                french: "Réponse non reçue : vérifiez la contremarque pour savoir ce qu'il en est.",
                english: "No answer received: check the countermark to know what became of it.")
        }
    }
}

extension Reversal {
    /// The same, of what only waited in the till: where it was refused, it says that this goes on.
    var ofWhatWaits: Reversal {
        guard case .refused(var refusal) = self else { return self }
        refusal.stillWaits = true
        return .refused(refusal)
    }
}
