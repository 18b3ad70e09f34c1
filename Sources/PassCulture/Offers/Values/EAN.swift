// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The number under the bar code of a book, a disc or a film: thirteen digits, the last of which checks the others.
///
/// Eleven and twelve digits are taken too, and zeros put before them: many lists of discs have lost theirs (`today §6`), and the platform
/// takes thirteen only (`today §3.7`). Blanks and hyphens, as an ISBN is printed, are dropped.
public struct EAN: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The thirteen digits.
    public let digits: String

    /// Reads a number as it was scanned, typed or exported.
    ///
    /// - Throws: ``EANError``, which says what is wrong with it.
    public init(_ text: some StringProtocol) throws(EANError) {
        let given = text.unicodeScalars.filter { $0 != "-" && !$0.properties.isWhitespace }
        let values = given.compactMap { ("0"..."9").contains($0) ? Int($0.value) - 48 : nil }
        guard values.count == given.count else { throw .notOnlyDigits }
        guard (11...13).contains(values.count) else { throw .length(values.count) }
        let padded = Array(repeating: 0, count: 13 - values.count) + values
        let expected = Self.checkDigit(of: padded.dropLast())
        guard padded[12] == expected else { throw .checkDigit(expected: expected, found: padded[12]) }
        digits = padded.map(String.init).joined()
    }

    /// What the thirteenth digit must be: the twelve before it, weighed one and three in turn, and it make a multiple of ten.
    private static func checkDigit(of digits: ArraySlice<Int>) -> Int {
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
        return (10 - sum % 10) % 10
    }

    /// The thirteen digits.
    public var description: String { digits }

    /// Whether the left number comes first.
    public static func < (left: EAN, right: EAN) -> Bool { left.digits < right.digits }
}
