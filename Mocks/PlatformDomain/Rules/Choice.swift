// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A divergence with its typed values: one line of the table.
struct Choice<Value: Sendable>: Sendable {
    /// What it is about, in words.
    let divergence: Divergence
    private let documented: Value
    private let observed: Value

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - id: Stable name of the divergence.
    ///   - documented: What the documents say: the value, then the words.
    ///   - observed: What the service did: the value, then the words.
    ///   - example: Where it shows on the wire: a request, and what its answer is under the documents.
    ///   - source: Where both are read.
    init(
        _ id: String, documented: (value: Value, words: String), observed: (value: Value, words: String),
        example: String = "", source: String
    ) {
        divergence = Divergence(
            id: id, documented: documented.words, observed: observed.words, example: example, source: source)
        self.documented = documented.value
        self.observed = observed.value
    }

    /// The value that a profile serves.
    func value(in profile: Profile) -> Value {
        switch profile {
        case .documented: documented
        case .observed: observed
        }
    }
}

/// The table of divergences; each group lists its own lines, so that ``Divergence/all`` forgets none.
enum Choices {}
