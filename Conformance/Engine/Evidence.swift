// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a failed check shows: what was asked for, what came instead, and how to see it again.
public struct Evidence: Sendable, Hashable {
    /// What the requirement asks for.
    public let expected: Sentence
    /// What was done.
    public let seen: Sentence
    /// A command line that sends the same request, with a variable for each secret; nil when no single request shows it.
    public let curl: String?

    /// The three parts; control characters are written out, since much of the text is the platform's.
    public init(expected: Sentence, seen: Sentence, curl: String? = nil) {
        self.expected = expected.visible
        self.seen = seen.visible
        self.curl = curl
    }

    /// The three parts in words of the wire, in English whatever the reader's language: what most checks of a platform show.
    public init(expected: String, seen: String, curl: String? = nil) {
        self.init(expected: Sentence(expected, expected), seen: Sentence(seen, seen), curl: curl)
    }
}
