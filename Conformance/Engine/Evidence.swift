// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a failed check shows: what was asked for, what came instead, and how to see it again.
public struct Evidence: Sendable, Hashable {
    /// What the requirement asks for.
    public let expected: String
    /// What the platform did.
    public let seen: String
    /// A command line that sends the same request, with a variable for each secret; nil when no single request shows it.
    public let curl: String?

    /// The three parts; control characters are written out, since much of the text is the platform's.
    public init(expected: String, seen: String, curl: String? = nil) {
        self.expected = Visible.text(expected)
        self.seen = Visible.text(seen)
        self.curl = curl
    }
}
