// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A sentence to show to the person at the till: what happened and what to do, in French and in English.
public struct CashierSentence: Hashable, Sendable, CustomStringConvertible {
    /// The sentence in French, as partners say it.
    public let french: String

    /// The same sentence in English.
    public let english: String

    /// Creates a sentence in both languages.
    public init(french: String, english: String) {
        self.french = french
        self.english = english
    }

    /// The French sentence.
    public var description: String { french }

    /// What happened, without what to do: the sentence of a refusal that can end a validation has the first before a colon, the second
    /// behind it; of any other, all of it.
    var fact: CashierSentence {
        CashierSentence(
            french: Self.head(of: french, before: " : "), english: Self.head(of: english, before: ": "))
    }

    /// What most refusals ask for at the desk, as their sentences say it.
    static let handNothingOver = CashierSentence(french: "ne remettez rien", english: "hand nothing over")

    /// The sentence with other words in the place of those.
    func saying(_ words: CashierSentence, insteadOf those: CashierSentence) -> CashierSentence {
        CashierSentence(
            french: french.replacing(those.french, with: words.french),
            english: english.replacing(those.english, with: words.english))
    }

    private static func head(of sentence: String, before mark: String) -> String {
        sentence.firstRange(of: mark).map { String(sentence[..<$0.lowerBound]) } ?? sentence
    }

    /// The sentence followed by another.
    func followed(by other: CashierSentence) -> CashierSentence {
        CashierSentence(french: "\(french) \(other.french)", english: "\(english) \(other.english)")
    }
}
