// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The sentence of a refusal in its parts, none of which has a full stop: what is so, and what follows from it. Who tells it puts them together
/// as the moment asks, and nobody cuts a finished sentence.
struct RefusalSentence: Sendable {
    /// What follows from a refusal.
    enum Consequence: Sendable {
        /// The same whenever it is told, in French and in English.
        case saying(String, String)
        /// What most refusals ask for where a good is at stake.
        case handNothingOver
        /// The same, until the time that stands before it.
        case handNothingOverUntilThen
    }

    /// What the person at the till had asked for.
    enum Occasion: Sendable {
        /// A check or a validation.
        case desk
        /// That something be taken back or cancelled: nothing was to be handed over. In the till, what waits goes on waiting, and is sent
        /// (``CashierSentence/stillWaits``).
        case reversal
    }

    /// What is so.
    let fact: CashierSentence
    /// What follows, in the order in which it is said.
    let consequences: [Consequence]

    /// The whole sentence.
    func told(_ occasion: Occasion) -> CashierSentence {
        let words = consequences.map { $0.words(occasion) }
        return CashierSentence(
            french: Self.sentence(fact.french, words.map(\.french), " : ", " ; "),
            english: Self.sentence(fact.english, words.map(\.english), ": ", "; "))
    }

    private static func sentence(_ fact: String, _ words: [String], _ colon: String, _ semicolon: String) -> String {
        (words.isEmpty ? fact : fact + colon + words.joined(separator: semicolon)) + "."
    }

    /// What is said when it is known how long to wait.
    static func tooEarly(until instant: Instant, in zone: Zone) -> RefusalSentence {
        let french = FrenchDate.moment(instant, in: zone), english = EnglishDate.long(instant, in: zone)
        return RefusalSentence(
            fact: Refusal.Reason.tooEarly.sentence.fact,
            consequences: [
                .saying(
                    "cette contremarque pourra être validée à partir du \(french)",
                    "this countermark can be validated from \(english) (local time) on"),
                .handNothingOverUntilThen,
            ])
    }
}

extension RefusalSentence.Consequence {
    /// What is said of it.
    fileprivate func words(_ occasion: RefusalSentence.Occasion) -> CashierSentence {
        switch (self, occasion) {
        case (.saying(let french, let english), _): CashierSentence(french: french, english: english)
        case (_, .reversal):
            CashierSentence(
                french: "rien n'a été changé côté pass Culture", english: "nothing was changed at the pass Culture")
        case (.handNothingOver, .desk): CashierSentence(french: "ne remettez rien", english: "hand nothing over")
        case (.handNothingOverUntilThen, .desk):
            CashierSentence(french: "ne remettez rien d'ici là", english: "hand nothing over until then")
        }
    }
}
