// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Sequence<Sentence> {
    /// All of them as one, language by language.
    func joined(separator: String) -> Sentence {
        Sentence(map(\.french).joined(separator: separator), map(\.english).joined(separator: separator))
    }
}
