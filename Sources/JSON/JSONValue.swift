// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A JSON document, or a part of one.
///
/// A plain value: it can be compared, hashed, and handed from task to task. Numbers keep the text they were written
/// with (see ``JSONNumber``), objects the order of their keys (see ``JSONObject``).
public enum JSONValue: Hashable, Sendable {
    /// The JSON `null`, which is not the same as a key that is not there.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, to the letter.
    case number(JSONNumber)
    /// A string, its escapes decoded.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, in the order it was written.
    case object(JSONObject)
}

// MARK: - Looking inside

extension JSONValue {
    /// The string, or nil when this is something else.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The truth value, or nil when this is something else.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, or nil when this is something else.
    public var numberValue: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The number as an integer, or nil when this is something else or was written with a fraction or an exponent.
    public var intValue: Int? {
        if case .number(let value) = self, let integer = value.int64 { Int(exactly: integer) } else { nil }
    }

    /// The elements, or nil when this is no array.
    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The object, or nil when this is something else.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// Whether this is the JSON `null`.
    public var isNull: Bool {
        self == .null
    }

    /// The value of a key; nil when the key is missing or when this is no object.
    public subscript(key: String) -> JSONValue? {
        if case .object(let value) = self { value[key] } else { nil }
    }

    /// The element at a position; nil when it is out of bounds or when this is no array.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let value) = self, value.indices.contains(index) { value[index] } else { nil }
    }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `nil` is the JSON `null`.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// `true` and `false`.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// An integer.
    public init(integerLiteral value: Int64) {
        self = .number(JSONNumber(value))
    }

    /// A string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// An object, in the order written. A key that appears twice is a programming error and stops the program.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(uniqueKeysWithValues: elements))
    }
}
