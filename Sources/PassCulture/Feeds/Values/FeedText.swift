// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A title or a description, in French and in other languages if the provider has them (provider document (22)).
public struct FeedText: Hashable, Sendable {
    /// The French text, which there always is.
    public let french: String
    /// The others, by the code of their language, such as `en`.
    public let others: [String: String]

    /// Takes a text.
    ///
    /// - Throws: ``FeedError/emptyText`` when the French one, or one of the others, is empty.
    public init(_ french: String, others: [String: String] = [:]) throws(FeedError) {
        guard !french.trimmed().isEmpty, others.allSatisfy({ !$0.key.isEmpty && !$0.value.trimmed().isEmpty }) else {
            throw .emptyText
        }
        self.french = french
        self.others = others
    }

    var json: JSONValue {
        var object: JSONObject = ["fr": .string(french)]
        for (language, text) in others.sorted(by: { $0.key < $1.key }) where language != "fr" {
            object[language] = .string(text)
        }
        return .object(object)
    }
}
