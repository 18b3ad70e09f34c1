// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// What comes out of the printer after the button was pressed.
enum Paper {
    /// The final receipt.
    case receipt(Receipt)
    /// A slip with the number to ask about later.
    case slip(Slip)
    /// Nothing: the platform said no.
    case nothing(CashierSentence)

    init(_ outcome: Outcome, saying sentence: CashierSentence? = nil) {
        let sentence = sentence ?? outcome.cashier
        switch outcome {
        case .validated(let validated): self = .receipt(Receipt(validated))
        case .refused: self = .nothing(sentence)
        case .provisional(let provisional): self = .slip(Slip(provisional.attempt, sentence))
        case .probable(let probable): self = .slip(Slip(probable.attempt, sentence))
        case .unknown(let unsettled): self = .slip(Slip(unsettled.attempt, sentence))
        }
    }
}

/// The final receipt: made of a `Validated` and of nothing else, so that none can be printed too early.
struct Receipt {
    let text: String

    init(_ validated: Validated) {
        text = "pass Culture \(Slip.number(validated.attempt.id)) OK"
    }
}

/// What the customer or the file gets while a validation is not certain.
struct Slip {
    let sentence: CashierSentence
    let text: String

    init(_ attempt: Attempt, _ sentence: CashierSentence) {
        self.sentence = sentence
        text = "pass Culture \(Slip.number(attempt.id)) ?"
    }

    /// The number of an attempt as it stands on paper.
    static func number(_ id: UInt64) -> String {
        let digits = String(id, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
