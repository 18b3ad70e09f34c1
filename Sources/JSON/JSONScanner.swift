// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One pass over the bytes that refuses all that JSON forbids and json-c lets through.
///
/// It checks the whole grammar (RFC 8259) and keeps nothing but what the parser needs to know beforehand. The strings
/// and the numbers are in files of their own.
struct JSONScanner {
    /// What the parser needs to know of a text found to be well-formed.
    struct Outline: Equatable {
        /// Where the value is, without the white space around it.
        var value: Range<Int>
        /// How deep arrays and objects are nested.
        var depth: Int
        /// Which of the numbers, counted from 0 in the order written, are `-0`: json-c reads them as `0`.
        var negativeZeros: [Int]
        /// The escapes that json-c would misread, with what they stand for.
        var misreadEscapes: [MisreadEscape]
    }

    /// A surrogate pair, well-formed, that json-c 0.16 takes for two halves that do not match.
    ///
    /// It does so for the characters beyond U+FFFF whose lower 16 bits look like a surrogate, such as the ideographs
    /// from U+2D800 to U+2DFFF, and puts U+FFFD in their place.
    struct MisreadEscape: Equatable {
        var range: Range<Int>
        var scalar: Unicode.Scalar
    }

    /// How deep arrays and objects may be nested.
    static let deepest = 64

    /// More keys than this in one object are looked up in a set and no longer one by one.
    private static let mostComparedKeys = 16

    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    var position = 0
    var numberCount = 0
    var negativeZeros: [Int] = []
    var misreadEscapes: [MisreadEscape] = []
    /// The decoded bytes of those keys of the open objects that were written with escapes.
    var decodedKeys: [UInt8] = []

    private var depth = 0
    private var deepestSeen = 0
    /// The keys of all open objects, the innermost last.
    private var openKeys: [Key] = []

    /// Where a key's decoded bytes are.
    struct Key {
        var start: Int
        var count: Int
        /// Whether they are in ``JSONScanner/decodedKeys`` and not in the text itself.
        var isDecoded: Bool
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        end = bytes.count
    }

    /// Goes over the whole text.
    ///
    /// - Throws: ``JSONSyntaxError`` at the first byte that is not strict JSON.
    mutating func scan() throws(JSONSyntaxError) -> Outline {
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw JSONSyntaxError(.byteOrderMark, at: 0)
        }
        skipWhiteSpace()
        let start = position
        try scanValue()
        let value = start..<position
        skipWhiteSpace()
        guard position == end else { throw JSONSyntaxError(.trailingBytes, at: position) }
        return Outline(
            value: value, depth: deepestSeen, negativeZeros: negativeZeros, misreadEscapes: misreadEscapes)
    }

    private mutating func scanValue() throws(JSONSyntaxError) {
        guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        switch bytes[position] {
        case UInt8(ascii: "{"): try scanObject()
        case UInt8(ascii: "["): try scanArray()
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        case UInt8(ascii: "t"): try scanWord("true")
        case UInt8(ascii: "f"): try scanWord("false")
        case UInt8(ascii: "n"): try scanWord("null")
        case UInt8(ascii: "N") where startsWord("NaN", at: position),
            UInt8(ascii: "I") where startsWord("Infinity", at: position):
            throw JSONSyntaxError(.notFinite, at: position)
        case UInt8(ascii: "+"), UInt8(ascii: "."): throw JSONSyntaxError(.invalidNumber, at: position)
        default: throw JSONSyntaxError(.unexpectedByte, at: position)
        }
    }

    private mutating func scanObject() throws(JSONSyntaxError) {
        try enter()
        let outer = openKeys.count
        let outerDecoded = decodedKeys.count
        var manyKeys: Set<JSONKey> = []
        if try !closes(with: UInt8(ascii: "}")) {
            repeat {
                skipWhiteSpace()
                try expect(UInt8(ascii: "\""))
                let start = position
                let key = try scanKey()
                try refuseRepeated(key, at: start, since: outer, &manyKeys)
                skipWhiteSpace()
                try expect(UInt8(ascii: ":"))
                position += 1
                skipWhiteSpace()
                try scanValue()
            } while try continues(until: UInt8(ascii: "}"))
        }
        openKeys.removeLast(openKeys.count - outer)
        decodedKeys.removeLast(decodedKeys.count - outerDecoded)
        depth -= 1
    }

    private mutating func scanArray() throws(JSONSyntaxError) {
        try enter()
        if try !closes(with: UInt8(ascii: "]")) {
            repeat {
                skipWhiteSpace()
                try scanValue()
            } while try continues(until: UInt8(ascii: "]"))
        }
        depth -= 1
    }

    private mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        guard depth <= Self.deepest else { throw JSONSyntaxError(.nestingTooDeep, at: position) }
        deepestSeen = max(deepestSeen, depth)
        position += 1
    }

    /// Whether an array or object just opened is closed at once; steps over the closing byte if so.
    private mutating func closes(with closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhiteSpace()
        guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        guard bytes[position] == closing else { return false }
        position += 1
        return true
    }

    /// Steps over a comma and says true, or over the closing byte and says false.
    private mutating func continues(until closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhiteSpace()
        guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        let byte = bytes[position]
        guard byte == closing || byte == UInt8(ascii: ",") else { throw JSONSyntaxError(.unexpectedByte, at: position) }
        position += 1
        return byte != closing
    }

    private func expect(_ byte: UInt8) throws(JSONSyntaxError) {
        guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
        guard bytes[position] == byte else { throw JSONSyntaxError(.unexpectedByte, at: position) }
    }

    private mutating func skipWhiteSpace() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func scanWord(_ word: StaticString) throws(JSONSyntaxError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < end else { throw JSONSyntaxError(.unexpectedEnd, at: end) }
            guard bytes[position] == word.utf8Start[index] else {
                throw JSONSyntaxError(.unexpectedByte, at: position)
            }
            position += 1
        }
    }

    /// Whether a word that JSON does not know, such as `NaN`, stands at a position.
    func startsWord(_ word: StaticString, at start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        return end - start >= count && (0..<count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    }
}

// MARK: - Keys that appear twice

extension JSONScanner {
    private mutating func refuseRepeated(
        _ key: Key, at offset: Int, since outer: Int, _ manyKeys: inout Set<JSONKey>
    ) throws(JSONSyntaxError) {
        let isRepeated: Bool
        if openKeys.count - outer < Self.mostComparedKeys {
            isRepeated = openKeys[outer...].contains { hasSameBytes($0, key) }
        } else {
            if manyKeys.isEmpty {
                for known in openKeys[outer...] { manyKeys.insert(JSONKey(text(of: known))) }
            }
            isRepeated = !manyKeys.insert(JSONKey(text(of: key))).inserted
        }
        guard !isRepeated else {
            throw JSONSyntaxError(.duplicateKey, at: offset, detail: "\"\(text(of: key).prefix(40))\"")
        }
        if manyKeys.isEmpty { openKeys.append(key) }
    }

    private func hasSameBytes(_ left: Key, _ right: Key) -> Bool {
        guard left.count == right.count else { return false }
        return (0..<left.count).allSatisfy { byte($0, of: left) == byte($0, of: right) }
    }

    private func byte(_ index: Int, of key: Key) -> UInt8 {
        key.isDecoded ? decodedKeys[key.start + index] : bytes[key.start + index]
    }

    private func text(of key: Key) -> String {
        let range = key.start..<key.start + key.count
        return key.isDecoded
            ? String(decoding: decodedKeys[range], as: UTF8.self)
            : String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
