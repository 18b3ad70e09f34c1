// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One sentence of a refusal, as the platform sent it: typos, key and all.
///
/// For logs and support; what the cashier reads is a ``CashierSentence``.
public struct ServerSentence: Hashable, Sendable {
    /// The key under which the sentence came (`global`, `booking`, `email` …); `nil` when the body was plain text.
    public let key: String?

    /// The sentence to the letter.
    public let text: String

    /// Creates a sentence with the key it came under.
    public init(key: String?, text: String) {
        self.key = key
        self.text = text
    }
}
