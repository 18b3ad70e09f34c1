// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a check (*vérifier*) at a ``Desk`` found; nothing is changed by asking.
public enum Check: Hashable, Sendable {
    /// The platform says that the countermark can be validated, and what the booking is.
    case valid(BookingDetails?)
    /// The platform says no.
    case refused(Refusal)
    /// The platform was not reached; the day list has the countermark. Who validates it then does so provisionally.
    case provisional(DayList.Entry)
    /// The outbox has an attempt of the countermark, open or confirmed, and the platform finds it valid or was not reached; or it was not
    /// reached, and the day list shows the countermark as used: hand nothing over. A validation of it would be told `already-taken`.
    case taken(Attempt?)

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        switch self {
        case .valid(let booking): Verification.valid(booking).cashier
        case .refused(let refusal): refusal.cashier
        case .provisional:
            CashierSentence(
                french: "Sans connexion : la contremarque est sur la liste du jour. Contrôlez l'identité.",
                english: "No connection: the countermark is on the day list. Check the person's identity.")
        case .taken: PassCultureError.Code.alreadyTaken.cashier
        }
    }
}
