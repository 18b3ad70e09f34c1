// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension JSONScanner {
    /// Steps over a string that is a value; stands on its opening quote.
    mutating func scanString() throws(JSONSyntaxError) {
        position += 1
        while true {
            skipPlainCharacters()
            guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): _ = try scanEscape()
            case 0x80...: try scanMultibyte()
            default: throw JSONSyntaxError(.controlCharacter, at: position)
            }
        }
    }

    /// Steps over a string that is a key, and says where its decoded bytes are; stands on its opening quote.
    mutating func scanKey() throws(JSONSyntaxError) -> Key {
        position += 1
        let start = position
        skipPlainCharacters()
        guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        if bytes[position] == UInt8(ascii: "\"") {
            position += 1
            return Key(start: start, count: position - 1 - start, isDecoded: false)
        }
        return try scanUnusualKey(from: start)
    }

    /// The rest of a key that is more than plain ASCII: its decoded bytes are put by.
    private mutating func scanUnusualKey(from start: Int) throws(JSONSyntaxError) -> Key {
        let decodedStart = decodedKeys.count
        var copied = start
        while true {
            skipPlainCharacters()
            guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                decodedKeys.append(contentsOf: bytes[copied..<position])
                position += 1
                return Key(start: decodedStart, count: decodedKeys.count - decodedStart, isDecoded: true)
            case UInt8(ascii: "\\"):
                decodedKeys.append(contentsOf: bytes[copied..<position])
                let escape = position
                let scalar = try scanEscape()
                guard scalar != "\0" else { throw JSONSyntaxError(.nulInKey, at: escape) }
                decodedKeys.append(contentsOf: String(scalar).utf8)
                copied = position
            case 0x80...: try scanMultibyte()
            default: throw JSONSyntaxError(.controlCharacter, at: position)
            }
        }
    }

    /// Steps over all that stands for itself: printable ASCII without the quote and the backslash.
    private mutating func skipPlainCharacters() {
        var index = position
        while index < end {
            let byte = bytes[index]
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
            index += 1
        }
        position = index
    }

    /// Steps over one escape, a surrogate pair being one, and says what it stands for; stands on the backslash.
    private mutating func scanEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = position
        guard position + 1 < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw JSONSyntaxError(.invalidEscape, at: start)
        }
        let unit = try scanHexadecimal(escape: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, position + 1 < end,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { throw JSONSyntaxError(.loneSurrogate, at: start) }
        let second = position
        position += 2
        let low = try scanHexadecimal(escape: second)
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONSyntaxError(.loneSurrogate, at: start) }
        if scalar.value & 0xF800 == 0xD800 {
            misreadEscapes.append(MisreadEscape(range: start..<position, scalar: scalar))
        }
        return scalar
    }

    private mutating func scanHexadecimal(escape: Int) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw JSONSyntaxError(.invalidEscape, at: escape)
            }
            position += 1
        }
        return value
    }

    /// Steps over one character of two to four bytes (Unicode 15, table 3-7: neither overlong nor a surrogate).
    private mutating func scanMultibyte() throws(JSONSyntaxError) {
        let lead = bytes[position]
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: count = 2
        case 0xE0...0xEF:
            count = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            count = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: throw JSONSyntaxError(.invalidUTF8, at: position)
        }
        guard end - position >= count, second.contains(bytes[position + 1]),
            count < 3 || bytes[position + 2] & 0xC0 == 0x80, count < 4 || bytes[position + 3] & 0xC0 == 0x80
        else { throw JSONSyntaxError(.invalidUTF8, at: position) }
        position += count
    }
}
