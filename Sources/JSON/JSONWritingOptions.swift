// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a value is written as text.
///
/// Without any option: compact, keys in the order of the object, all characters as themselves in UTF-8 but the quote,
/// the backslash and the control characters. Equal input always gives the same bytes.
public struct JSONWritingOptions: OptionSet, Hashable, Sendable {
    /// The options as bits.
    public let rawValue: UInt8

    /// Options from bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Keys in the order of their code points, at every depth.
    public static let sortedKeys = JSONWritingOptions(rawValue: 1 << 0)
    /// All that is not printable ASCII as `\uXXXX`, beyond U+FFFF as a surrogate pair, as Python's `json.dumps` does.
    public static let escapeNonASCII = JSONWritingOptions(rawValue: 1 << 1)
    /// One line feed after the value.
    public static let trailingNewline = JSONWritingOptions(rawValue: 1 << 2)
    /// One element a line, indented by two spaces.
    public static let pretty = JSONWritingOptions(rawValue: 1 << 3)
    /// On one line, with a blank after each comma and each colon, as Python's `json.dumps` does; of no effect with ``pretty``.
    public static let spaced = JSONWritingOptions(rawValue: 1 << 4)
}
