// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the platform says of a countermark that was checked (*vérifier*): nothing is changed by asking.
public enum Verification: Hashable, Sendable {
    /// The countermark can be validated; with what the platform tells about the booking, which is nothing (`nil`) for
    /// who asks without a log-in (`contract 2018-12 §2.1 #7, #8`).
    case valid(BookingDetails?)

    /// The platform says no.
    case refused(Refusal)

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        switch self {
        case .valid(let booking?) where booking.quantity == 2:
            CashierSentence(
                french: "Contremarque valable pour deux : remettez pour deux, puis validez.",
                english: "Valid countermark for two: hand over for two, then validate.")
        case .valid:
            CashierSentence(
                french: "Contremarque valable : remettez, puis validez.",
                english: "Valid countermark: hand over, then validate.")
        case .refused(let refusal):
            refusal.cashier
        }
    }
}
