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

    /// The sentence followed by another.
    func followed(by other: CashierSentence) -> CashierSentence {
        CashierSentence(french: "\(french) \(other.french)", english: "\(english) \(other.english)")
    }
}
