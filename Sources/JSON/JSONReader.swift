// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A place in a JSON document from which typed values are read, and which knows its path.
///
/// Going to a key that is not there is no error yet: the reader remembers that nothing is there, and the reading of a
/// required value then fails with the whole path.
///
/// ```swift
/// let booking = JSONReader(value)
/// let price = try booking["stock"]["price"].cents()      // stock.price: expected a number, found "12,5"
/// let isbn = try booking["isbn"].stringIfPresent()       // nil when missing or null
/// ```
public struct JSONReader: Sendable {
    private enum Step: Sendable {
        case start
        case key(String)
        case index(Int)
    }

    /// The value that is here; nil when nothing is.
    public let value: JSONValue?

    private let parent: String
    private let step: Step

    /// A reader of a whole document, or of a part whose path is given.
    public init(_ value: JSONValue, path: String = "") {
        self.value = value
        parent = path
        step = .start
    }

    private init(_ value: JSONValue?, parent: String, step: Step) {
        self.value = value
        self.parent = parent
        self.step = step
    }

    /// Where this is: `stock.price`, `stocks[3].id`; empty for the document itself.
    public var path: String {
        switch step {
        case .start: parent
        case .key(let key): parent.isEmpty ? key : "\(parent).\(key)"
        case .index(let index): "\(parent)[\(index)]"
        }
    }

    /// Whether nothing is here; a JSON null is something.
    public var isMissing: Bool {
        value == nil
    }

    /// Whether a JSON null is here.
    public var isNull: Bool {
        value?.isNull ?? false
    }

    /// The place of a key; nothing is there when this is no object or has no such key.
    public subscript(key: String) -> JSONReader {
        JSONReader(value?[key], parent: path, step: .key(key))
    }

    /// The place of an element; nothing is there when this is no array or a shorter one.
    public subscript(index: Int) -> JSONReader {
        JSONReader(value?[index], parent: path, step: .index(index))
    }

    /// An error about the value here, for a caller that checks more than its type.
    ///
    /// - Parameter expected: what was expected, with its article: `a date`.
    public func error(expected: String) -> JSONReadingError {
        JSONReadingError(path: path, expected: expected, found: value)
    }

    private func present<Value>(
        _ read: (JSONReader) throws(JSONReadingError) -> Value
    ) throws(JSONReadingError) -> Value? {
        isMissing || isNull ? nil : try read(self)
    }
}

// MARK: - Required values

extension JSONReader {
    /// The string here.
    ///
    /// - Throws: ``JSONReadingError`` when something else is here, or nothing. So do all readings below.
    public func string() throws(JSONReadingError) -> String {
        guard case .string(let string)? = value else { throw error(expected: "a string") }
        return string
    }

    /// The integer here; `1.0` is none.
    public func int() throws(JSONReadingError) -> Int {
        guard let integer = value?.intValue else { throw error(expected: "an integer") }
        return integer
    }

    /// The truth value here.
    public func bool() throws(JSONReadingError) -> Bool {
        guard case .bool(let bool)? = value else { throw error(expected: "true or false") }
        return bool
    }

    /// The number here.
    public func number() throws(JSONReadingError) -> JSONNumber {
        guard case .number(let number)? = value else { throw error(expected: "a number") }
        return number
    }

    /// The amount in euros here, in cents; decimals beyond the second must be zeros.
    public func cents() throws(JSONReadingError) -> Int64 {
        guard let cents = try number().scaled(2) else { throw error(expected: "an amount in euros and cents") }
        return cents
    }

    /// The elements here, each with its path.
    public func array() throws(JSONReadingError) -> [JSONReader] {
        guard case .array(let elements)? = value else { throw error(expected: "an array") }
        let path = path
        return elements.enumerated().map { JSONReader($1, parent: path, step: .index($0)) }
    }

    /// The object here.
    public func object() throws(JSONReadingError) -> JSONObject {
        guard case .object(let object)? = value else { throw error(expected: "an object") }
        return object
    }
}

// MARK: - Optional values

extension JSONReader {
    /// The string here; nil when there is nothing or a null.
    ///
    /// - Throws: ``JSONReadingError`` when something else is here. So do all readings below.
    public func stringIfPresent() throws(JSONReadingError) -> String? {
        try present { reader throws(JSONReadingError) in try reader.string() }
    }

    /// The integer here; nil when there is nothing or a null.
    public func intIfPresent() throws(JSONReadingError) -> Int? {
        try present { reader throws(JSONReadingError) in try reader.int() }
    }

    /// The truth value here; nil when there is nothing or a null.
    public func boolIfPresent() throws(JSONReadingError) -> Bool? {
        try present { reader throws(JSONReadingError) in try reader.bool() }
    }

    /// The number here; nil when there is nothing or a null.
    public func numberIfPresent() throws(JSONReadingError) -> JSONNumber? {
        try present { reader throws(JSONReadingError) in try reader.number() }
    }

    /// The amount in euros here, in cents; nil when there is nothing or a null.
    public func centsIfPresent() throws(JSONReadingError) -> Int64? {
        try present { reader throws(JSONReadingError) in try reader.cents() }
    }

    /// The elements here, each with its path; nil when there is nothing or a null.
    public func arrayIfPresent() throws(JSONReadingError) -> [JSONReader]? {
        try present { reader throws(JSONReadingError) in try reader.array() }
    }

    /// The object here; nil when there is nothing or a null.
    public func objectIfPresent() throws(JSONReadingError) -> JSONObject? {
        try present { reader throws(JSONReadingError) in try reader.object() }
    }
}
