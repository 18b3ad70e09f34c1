// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Marks e-mails, countermarks and known names in any text, by how they look and by what they are.
struct TextMarker {
    private struct Known {
        let bytes: [UInt8]
        let mark: [UInt8]
    }

    /// What is known, by its first three bytes: looking at a text takes a time that grows with the text alone.
    private var known: [UInt32: [Known]] = [:]

    /// Creates a marker that knows nobody.
    init() {}

    /// Makes a value known, in all the forms in which it is written; one of a character or two is too little to look for.
    mutating func learn(_ value: String, as datum: PersonalDatum) {
        let mark = Array(String(datum.mark).utf8)
        for form in Set([
            value, Self.escapedInJSON(value), Self.percentEncoded(value, space: "%20"),
            Self.percentEncoded(value, space: "+"),
        ]) {
            let bytes = Array(form.utf8)
            guard bytes.count >= 3, value.utf8.count >= 3 else { continue }
            let key = Self.key(bytes, at: 0)
            if known[key]?.contains(where: { $0.bytes == bytes }) == true { continue }
            known[key, default: []].append(Known(bytes: bytes, mark: mark))
            known[key]?.sort { $0.bytes.count > $1.bytes.count }
        }
    }

    /// The text with marks; marks that it holds already are left.
    func mark(_ text: String) -> String {
        String(decoding: marking(countermarks: marking(emails: marking(known: Array(text.utf8)))), as: UTF8.self)
    }

    // MARK: What is known

    private func marking(known bytes: [UInt8]) -> [UInt8] {
        guard !known.isEmpty, bytes.count >= 3 else { return bytes }
        var marked: [UInt8] = []
        marked.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if index + 3 <= bytes.count, let candidates = known[Self.key(bytes, at: index)],
                index == 0 || !Self.isWord(bytes[index - 1]) || Self.endsEscape(bytes, at: index),
                let found = candidates.first(where: { isAt(index, $0.bytes, bytes) })
            {
                marked += found.mark
                index += found.bytes.count
            } else {
                marked.append(bytes[index])
                index += 1
            }
        }
        return marked
    }

    private func isAt(_ index: Int, _ value: [UInt8], _ bytes: [UInt8]) -> Bool {
        let end = index + value.count
        return end <= bytes.count && bytes[index..<end].elementsEqual(value)
            && (end == bytes.count || !Self.isWord(bytes[end]))
    }

    private static func key(_ bytes: [UInt8], at index: Int) -> UInt32 {
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// Whether the bytes before an index are an escape, `%20` or the like, which separates words.
    private static func endsEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        index >= 3 && bytes[index - 3] == UInt8(ascii: "%")
    }

    private static func escapedInJSON(_ text: String) -> String {
        text.utf16.reduce(into: "") { escaped, unit in
            switch unit {
            case 0x22, 0x5C: escaped += "\\" + String(UnicodeScalar(UInt8(unit)))
            case 0x20...0x7E: escaped += String(UnicodeScalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }

    private static func percentEncoded(_ text: String, space: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case 0x20: encoded += space
            case let byte where isWord(byte) || "-._~".utf8.contains(byte): encoded += String(UnicodeScalar(byte))
            default: encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    // MARK: What looks like it

    /// The longest part of an address before its at sign: 64 bytes, each of which may be escaped. Nobody looks further back, so that a text
    /// of at signs alone is gone over once.
    private static let longestLocal = 3 * 64

    private func marking(emails bytes: [UInt8]) -> [UInt8] {
        let mark = Array(String(PersonalDatum.email.mark).utf8)
        var marked: [UInt8] = []
        var taken = 0
        var index = 0
        while index < bytes.count {
            let length =
                bytes[index] == UInt8(ascii: "@") ? 1 : bytes[index...].starts(with: [0x25, 0x34, 0x30]) ? 3 : 0
            guard length > 0 else {
                index += 1
                continue
            }
            var start = index
            while start > max(taken, index - Self.longestLocal), Self.isLocal(bytes[start - 1]) { start -= 1 }
            var end = index + length
            while end < bytes.count, Self.isDomain(bytes[end]) { end += 1 }
            if start < index, end > index + length {
                marked += bytes[taken..<start] + mark
                taken = end
            }
            index = max(end, index + length)
        }
        return taken == 0 ? bytes : marked + bytes[taken...]
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isWord(byte) || ".%+-_!#$*~^'".utf8.contains(byte) || (byte >= 0x80)
    }

    private static func isDomain(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x2D || byte >= 0x80 }

    private func marking(countermarks bytes: [UInt8]) -> [UInt8] {
        let mark = Array(String(PersonalDatum.countermark.mark).utf8)
        var marked: [UInt8] = []
        marked.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard Self.isWord(bytes[index]) else {
                // The two digits of an escape are no part of a word.
                let length = bytes[index] == UInt8(ascii: "%") ? min(3, bytes.count - index) : 1
                marked += bytes[index..<(index + length)]
                index += length
                continue
            }
            var end = index
            while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
            let word = bytes[index..<end]
            marked += Self.isCountermark(word) ? mark[...] : word
            index = end
        }
        return marked
    }

    /// Whether a word is three times a letter or digit of the countermarks and one of their second characters
    /// (`contract 2018-12 §3`).
    static func isCountermark(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count == 6 else { return false }
        return word.enumerated().allSatisfy { index, byte in
            index.isMultiple(of: 2)
                ? "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8.contains(byte) : "AE9MQUY4".utf8.contains(byte)
        }
    }
}
