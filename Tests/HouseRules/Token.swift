// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A word or a single sign of stripped code.
package struct Token: Hashable, Sendable {
    /// The word (letters, digits, `_`, anything beyond ASCII) or the one sign.
    package let text: String
    /// The line, from 1.
    package let line: Int
    /// The offset of the first byte in the file.
    package let offset: Int

    /// Whether this is a word and no sign.
    package var isWord: Bool {
        guard let first = text.utf8.first else { return false }
        return Token.isWordByte(first)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// The tokens of `code`, which has been through ``CodeStripper``.
    static func scan(_ code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var index = 0
        while index < code.count {
            let byte = code[index]
            if byte == .newline { line += 1 }
            if byte <= .space {
                index += 1
                continue
            }
            let start = index
            index += 1
            if isWordByte(byte) {
                while index < code.count, isWordByte(code[index]) { index += 1 }
            }
            tokens.append(Token(text: String(decoding: code[start..<index], as: UTF8.self), line: line, offset: start))
        }
        return tokens
    }
}
