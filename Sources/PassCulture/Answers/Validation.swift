// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What became of a countermark that was to be validated (*valider*): the one call that cannot be taken back.
public enum Validation: Hashable, Sendable {
    /// The platform validated the countermark for this very request; the booking will be reimbursed.
    case validated

    /// The platform says no, and nothing was changed by this request.
    case refused(Refusal)

    /// The request left, and no answer came that tells what became of it.
    ///
    /// Never to be taken for one of the other two, and never a reason to validate again: the platform accepts a
    /// countermark once, and cannot tell a second attempt from somebody else's first.
    case unknown(UnknownValidation)

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        switch self {
        case .validated:
            CashierSentence(french: "Contremarque validée.", english: "Countermark validated.")
        case .refused(let refusal):
            refusal.cashier
        case .unknown(let unknown):
            unknown.cashier
        }
    }
}
