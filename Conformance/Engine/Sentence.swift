// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The same sentence in French and in English.
public struct Sentence: Sendable, Hashable {
    /// The French text.
    public let french: String
    /// The English text.
    public let english: String

    /// Both texts.
    public init(_ french: String, _ english: String) {
        self.french = french
        self.english = english
    }

    /// The sentence with its control characters written out.
    var visible: Sentence { Sentence(Visible.text(french), Visible.text(english)) }

    /// The text in one language.
    public func text(in language: Language) -> String {
        language == .french ? french : english
    }
}
