// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CJSONC
internal import Glibc

/// json-c at work on a text that ``JSONScanner`` found to be well-formed, its tree turned into a ``JSONValue``.
///
/// json-c's tree is reference-counted without atomic operations: it is made and released within one call of
/// ``parse(_:)``, and no pointer into it gets out.
struct JSONParser {
    private var numberCount = 0
    private var negativeZeros: ArraySlice<Int>

    private init(negativeZeros: [Int]) {
        self.negativeZeros = negativeZeros[...]
    }

    /// Parses one value, white space around it allowed.
    ///
    /// - Throws: ``JSONSyntaxError`` for all that is not strict JSON.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        var scanner = JSONScanner(bytes)
        let outline = try scanner.scan()
        guard outline.misreadEscapes.isEmpty else {
            let rewritten = rewrite(bytes, outline)
            return try rewritten.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
                try parse(buffer, outline)
            }
        }
        return try parse(UnsafeBufferPointer(rebasing: bytes[outline.value]), outline)
    }

    /// Parses one value, without white space around it, that holds nothing json-c misreads.
    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ outline: JSONScanner.Outline
    ) throws(JSONSyntaxError) -> JSONValue {
        guard bytes.count < Int(Int32.max), let tokener = json_tokener_new_ex(Int32(outline.depth + 2)) else {
            throw JSONSyntaxError(.refusedByParser, at: 0, detail: "no memory for it")
        }
        defer { json_tokener_free(tokener) }
        json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8)
        let tree = bytes.withMemoryRebound(to: CChar.self) {
            let tree = json_tokener_parse_ex(tokener, $0.baseAddress, Int32($0.count))
            // A number that is the whole document ends only when a NUL byte says so.
            guard json_tokener_get_error(tokener) == json_tokener_continue else { return tree }
            return json_tokener_parse_ex(tokener, "", 1)
        }
        defer { json_object_put(tree) }
        let outcome = json_tokener_get_error(tokener)
        guard outcome == json_tokener_success else {
            let offset = outline.value.lowerBound + Int(json_tokener_get_parse_end(tokener))
            throw JSONSyntaxError(
                .refusedByParser, at: offset, detail: String(cString: json_tokener_error_desc(outcome)))
        }
        var parser = JSONParser(negativeZeros: outline.negativeZeros)
        return parser.value(of: tree)
    }

    /// The value's bytes, with the escapes that json-c misreads replaced by the characters they stand for.
    private static func rewrite(_ bytes: UnsafeBufferPointer<UInt8>, _ outline: JSONScanner.Outline) -> [UInt8] {
        var rewritten: [UInt8] = []
        rewritten.reserveCapacity(outline.value.count)
        var copied = outline.value.lowerBound
        for escape in outline.misreadEscapes {
            rewritten.append(contentsOf: bytes[copied..<escape.range.lowerBound])
            rewritten.append(contentsOf: String(escape.scalar).utf8)
            copied = escape.range.upperBound
        }
        rewritten.append(contentsOf: bytes[copied..<outline.value.upperBound])
        return rewritten
    }

    /// The value of a node; json-c's null pointer is the JSON null.
    private mutating func value(of node: OpaquePointer?) -> JSONValue {
        guard let node else { return .null }
        switch json_object_get_type(node) {
        case json_type_boolean: return .bool(json_object_get_boolean(node) != 0)
        case json_type_int, json_type_double: return .number(number(of: node))
        case json_type_string: return .string(Self.string(of: node))
        case json_type_array:
            let count = json_object_array_length(node)
            var elements: [JSONValue] = []
            elements.reserveCapacity(count)
            for index in 0..<count { elements.append(value(of: json_object_array_get_idx(node, index))) }
            return .array(elements)
        case json_type_object:
            var entries: [(key: String, value: JSONValue)] = []
            entries.reserveCapacity(Int(json_object_object_length(node)))
            var next = cjsonc_first_entry(node)
            while let entry = next {
                entries.append((String(cString: cjsonc_entry_key(entry)), value(of: cjsonc_entry_value(entry))))
                next = cjsonc_next_entry(entry)
            }
            return .object(JSONObject(distinct: entries))
        default: return .null
        }
    }

    private mutating func number(of node: OpaquePointer) -> JSONNumber {
        defer { numberCount += 1 }
        guard json_object_get_type(node) == json_type_int else {
            // json-c keeps the source text of what it takes for a double, and gives it back to the letter.
            return JSONNumber(wellFormed: Self.string(of: node))
        }
        guard negativeZeros.first == numberCount else { return JSONNumber(json_object_get_int64(node)) }
        negativeZeros.removeFirst()
        return JSONNumber(wellFormed: "-0")
    }

    private static func string(of node: OpaquePointer) -> String {
        guard let start = json_object_get_string(node) else { return "" }
        // The length is known for strings only (which may hold a NUL); a number's text ends at its NUL.
        let isString = json_object_get_type(node) == json_type_string
        let count = isString ? Int(json_object_get_string_len(node)) : strlen(start)
        return start.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}

extension JSONValue {
    /// The value that these bytes are, read strictly.
    ///
    /// Refused with the offset: what RFC 8259 forbids, and besides keys that appear twice, a NUL in a key, integers
    /// beyond 64 bits, halves of surrogate pairs, nesting over 64, a byte order mark.
    ///
    /// - Throws: ``JSONSyntaxError``.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONSyntaxError) {
        func parse(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONSyntaxError> {
            do throws(JSONSyntaxError) {
                return .success(try JSONParser.parse(buffer))
            } catch {
                return .failure(error)
            }
        }
        let result = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse)
        self = try result.get()
    }

    /// The value that this text is, read strictly; offsets count bytes of its UTF-8.
    ///
    /// - Throws: ``JSONSyntaxError``.
    public init(parsing text: String) throws(JSONSyntaxError) {
        try self.init(parsing: text.utf8)
    }
}
