// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why bytes were not taken for JSON, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The position of the byte at fault, counted from 0; the number of bytes when the text ends too early.
    public let offset: Int

    /// What is wrong.
    public let code: Code

    /// A word or two more about it, such as the key that appears twice.
    private let detail: String?

    /// One sentence with the reason and the offset.
    public var description: String {
        let reason = detail.map { "\(code) (\($0))" } ?? "\(code)"
        return "\(reason) at byte \(offset)"
    }

    init(_ code: Code, at offset: Int, detail: String? = nil) {
        self.code = code
        self.offset = offset
        self.detail = detail
    }
}

extension JSONSyntaxError {
    /// A reason for refusing bytes as JSON. More may come: a `switch` over them needs a default.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case unexpectedEnd = "the text ends too early"
            case unexpectedByte = "unexpected byte"
            case byteOrderMark = "byte order mark"
            case trailingBytes = "bytes after the end of the value"
            case nestingTooDeep = "nested deeper than 64"
            case invalidUTF8 = "invalid UTF-8"
            case controlCharacter = "control character in a string"
            case invalidEscape = "invalid escape"
            case loneSurrogate = "escaped half of a surrogate pair"
            case nulInKey = "NUL in a key"
            case duplicateKey = "key that appears twice"
            case invalidNumber = "malformed number"
            case integerOutOfRange = "integer that does not fit 64 bits"
            case notFinite = "number that is not finite"
            case refusedByParser = "refused by json-c"
        }

        private let kind: Kind

        private init(_ kind: Kind) {
            self.kind = kind
        }

        /// The text ends in the middle of a value, or there is none.
        public static let unexpectedEnd = Code(.unexpectedEnd)
        /// A byte stands where JSON's grammar has no place for it.
        public static let unexpectedByte = Code(.unexpectedByte)
        /// The text begins with a byte order mark, which RFC 8259 forbids.
        public static let byteOrderMark = Code(.byteOrderMark)
        /// The value ends and something else than white space follows.
        public static let trailingBytes = Code(.trailingBytes)
        /// Arrays and objects are nested more than 64 deep.
        public static let nestingTooDeep = Code(.nestingTooDeep)
        /// A string holds bytes that are not UTF-8: truncated, overlong, a surrogate, or beyond U+10FFFF.
        public static let invalidUTF8 = Code(.invalidUTF8)
        /// A string holds an unescaped character below U+0020.
        public static let controlCharacter = Code(.controlCharacter)
        /// A backslash is followed by something that JSON does not know.
        public static let invalidEscape = Code(.invalidEscape)
        /// `\uD800` to `\uDFFF` without its other half.
        public static let loneSurrogate = Code(.loneSurrogate)
        /// `\u0000` in a key: json-c would cut the key there, and so mistake it for another one.
        public static let nulInKey = Code(.nulInKey)
        /// An object has the same key twice, escapes decoded; json-c would keep the last silently.
        public static let duplicateKey = Code(.duplicateKey)
        /// A number departs from JSON's grammar: `01`, `1.`, `.5`, `+1`.
        public static let invalidNumber = Code(.invalidNumber)
        /// An integer does not fit `Int64`; json-c would replace it by the nearest that does.
        public static let integerOutOfRange = Code(.integerOutOfRange)
        /// `NaN`, `Infinity` or `-Infinity`.
        public static let notFinite = Code(.notFinite)
        /// json-c refused what was found to be well-formed; never seen, kept so that nothing is passed over.
        public static let refusedByParser = Code(.refusedByParser)

        /// The reason in a few words.
        public var description: String {
            kind.rawValue
        }
    }
}
