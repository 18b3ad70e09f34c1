// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The key of a provider of today's edition (today §1.2); hidden wherever it might be printed.
public struct APIKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The key as it goes over the wire.
    public let text: String

    /// A key; nil when it is empty or cannot stand in a header.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        self.text = text
    }

    /// Three asterisks.
    public var description: String { "***" }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
