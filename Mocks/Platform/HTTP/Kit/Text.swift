// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without the blanks at its ends, as Python's `strip` takes them away.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension Unicode.Scalar {
    /// Whether Python's `strip` takes it away: white space and the four information separators.
    fileprivate var isBlank: Bool {
        properties.isWhitespace || (0x1C...0x1F).contains(value)
    }
}

extension Character {
    /// Whether it is one of the ten digits of ASCII.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
