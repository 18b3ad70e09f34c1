// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Bytes in the making from a ``JSONValue``.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let options: JSONWritingOptions
    private var depth = 0

    init(_ options: JSONWritingOptions) {
        self.options = options
        bytes.reserveCapacity(256)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): bytes.append(contentsOf: value.text.utf8)
        case .string(let value): write(value)
        case .array(let elements):
            open(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                separate(isFirst: index == 0)
                write(element)
            }
            close(UInt8(ascii: "]"), isEmpty: elements.isEmpty)
        case .object(let object): write(object)
        }
    }

    mutating func finish() -> [UInt8] {
        if options.contains(.trailingNewline) { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    private mutating func write(_ object: JSONObject) {
        open(UInt8(ascii: "{"))
        var isFirst = true
        func writeEntry(_ key: String, _ value: JSONValue, into writer: inout JSONWriter) {
            writer.separate(isFirst: isFirst)
            isFirst = false
            writer.write(key)
            writer.bytes.append(UInt8(ascii: ":"))
            if writer.isAiry { writer.bytes.append(UInt8(ascii: " ")) }
            writer.write(value)
        }
        if options.contains(.sortedKeys) {
            let sorted = object.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (key, value) in sorted { writeEntry(key, value, into: &self) }
        } else {
            for (key, value) in object { writeEntry(key, value, into: &self) }
        }
        close(UInt8(ascii: "}"), isEmpty: object.isEmpty)
    }

    private var isAiry: Bool { options.contains(.pretty) || options.contains(.spaced) }

    private mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
    }

    private mutating func separate(isFirst: Bool) {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if options.contains(.spaced), !options.contains(.pretty) { bytes.append(UInt8(ascii: " ")) }
        }
        breakLine()
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        bytes.append(bracket)
    }

    private mutating func breakLine() {
        guard options.contains(.pretty) else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: Strings

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        let escapesAll = options.contains(.escapeNonASCII)
        let isPlain = string.withUTF8 { utf8 in
            for byte in utf8 {
                let needsEscape = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                if needsEscape || (byte >= 0x7F && escapesAll) { return false }
            }
            bytes.append(contentsOf: utf8)
            return true
        }
        if !isPlain {
            for scalar in string.unicodeScalars { write(scalar, escapesAll: escapesAll) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ scalar: Unicode.Scalar, escapesAll: Bool) {
        switch scalar {
        case "\"": bytes.append(contentsOf: "\\\"".utf8)
        case "\\": bytes.append(contentsOf: "\\\\".utf8)
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case "\r": bytes.append(contentsOf: "\\r".utf8)
        case "\t": bytes.append(contentsOf: "\\t".utf8)
        case "\u{8}": bytes.append(contentsOf: "\\b".utf8)
        case "\u{C}": bytes.append(contentsOf: "\\f".utf8)
        case "\0"..<" ": writeEscape(UInt16(scalar.value))
        case " "..<"\u{7F}": bytes.append(UInt8(scalar.value))
        default:
            guard escapesAll else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return
            }
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { writeEscape(unit) }
        }
    }

    private mutating func writeEscape(_ unit: UInt16) {
        bytes.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON text in UTF-8.
    public func serialized(_ options: JSONWritingOptions = []) -> [UInt8] {
        var writer = JSONWriter(options)
        writer.write(self)
        return writer.finish()
    }

    /// The value as compact JSON text.
    public var text: String {
        String(decoding: serialized(), as: UTF8.self)
    }

    /// The value as JSON text, written as the options say.
    public func text(_ options: JSONWritingOptions) -> String {
        String(decoding: serialized(options), as: UTF8.self)
    }

    /// The value as compact JSON text.
    public var description: String {
        text
    }
}
