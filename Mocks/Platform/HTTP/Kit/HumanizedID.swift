// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON
package import PlatformDomain

/// The contract's spelling of a record's number: base32 of its bytes, without confusable letters (`contract 2018-12 §1.1`).
///
/// Writing is canonical; reading accepts what the service accepted: up to four spellings of one number, `O` for `8` and
/// `I` for `9`, zero bytes in front, padding at the end.
package enum HumanizedID {
    /// The letters in the order of their values: base32's, with 8 for O and 9 for I.
    private static let alphabet = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567".utf8)

    /// The spelling of a number; the empty text for 0.
    ///
    /// - Precondition: the number is not negative.
    package static func encode(_ number: Int64) -> String {
        precondition(number >= 0, "records have no negative numbers")
        var bytes: [UInt8] = []
        var rest = number
        while rest > 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        var text: [UInt8] = []
        var accumulator = 0
        var bits = 0
        for byte in bytes.reversed() {
            accumulator = (accumulator << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[accumulator >> bits & 0x1F])
            }
        }
        if bits > 0 { text.append(alphabet[accumulator << (5 - bits) & 0x1F]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The spelling of a record's identifier.
    package static func encode<Record>(_ identifier: Identifier<Record>) -> String {
        encode(identifier.number)
    }

    /// The number that a text spells; beyond 64 bits, the greatest number, which no record has.
    ///
    /// - Throws: 404 in JSON when it spells none.
    package static func decode(_ text: String) throws(WireError) -> Int64 {
        var digits = Array(text.utf8)
        var padding = (8 - digits.count % 8) % 8
        while digits.last == UInt8(ascii: "=") {
            digits.removeLast()
            padding += 1
        }
        guard [0, 1, 3, 4, 6].contains(padding) else { throw .badID }
        var number: UInt64 = 0
        var isTooLarge = false
        var accumulator: UInt64 = 0
        var bits: UInt64 = 0
        for digit in digits {
            guard let value = value(of: digit) else { throw .badID }
            accumulator = (accumulator << 5 | value) & 0xFFFF
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            isTooLarge = isTooLarge || number >> 56 != 0
            number = number << 8 | (accumulator >> bits & 0xFF)
        }
        return isTooLarge ? .max : Int64(exactly: number) ?? .max
    }

    /// The number that a JSON text spells; nothing for null.
    ///
    /// - Throws: 404 in JSON when it spells none, or is no text.
    package static func decode(_ value: JSONValue) throws(WireError) -> Int64? {
        switch value {
        case .null: nil
        case .string(let text): try decode(text)
        default: throw .badID
        }
    }

    /// The identifier that a text spells.
    ///
    /// - Throws: 404 in JSON when it spells none.
    package static func identifier<Record>(_ text: String) throws(WireError) -> Identifier<Record> {
        Identifier(try decode(text))
    }

    /// What one character is worth: `8` is the letter O, `9` the letter I, and both letters are themselves.
    private static func value(of digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt64(digit - UInt8(ascii: "2") + 26)
        case UInt8(ascii: "8"): 14
        case UInt8(ascii: "9"): 8
        default: nil
        }
    }
}
