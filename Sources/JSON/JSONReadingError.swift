// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a value could not be read as what was expected, and where in the document it is.
///
/// Its description is made for people: `stock.price: expected a number, found "12,5"`.
public struct JSONReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the value is: `stock.price`, `stocks[3].id`; empty for the document itself.
    public let path: String

    /// What was expected, with its article: `a number`.
    public let expected: String

    /// What was found instead, shortened when it is long; nil when nothing is there.
    public let found: String?

    /// Whether the value is missing altogether (a JSON null is not).
    public var isMissing: Bool {
        found == nil
    }

    /// The path, what was expected and what was found, in one line.
    public var description: String {
        "\(path.isEmpty ? "" : "\(path): ")expected \(expected), found \(found ?? "nothing")"
    }

    /// An error about a value, for readers that check more than the type (`expected one of …`).
    ///
    /// - Parameters:
    ///   - path: where the value is.
    ///   - expected: what was expected, with its article.
    ///   - value: what is there; nil when nothing is.
    public init(path: String, expected: String, found value: JSONValue?) {
        self.path = path
        self.expected = expected
        found = value.map(Self.describe)
    }

    private static let longestShown = 60

    private static func describe(_ value: JSONValue) -> String {
        switch value {
        case .array: return "an array"
        case .object: return "an object"
        case .null, .bool, .number, .string:
            if case .string(let string) = value, string.unicodeScalars.count > longestShown {
                let start = String(String.UnicodeScalarView(string.unicodeScalars.prefix(longestShown)))
                return "\(JSONValue.string(start).text)…"
            }
            let text = value.text
            return text.count <= longestShown + 2 ? text : "\(text.prefix(longestShown))…"
        }
    }
}
