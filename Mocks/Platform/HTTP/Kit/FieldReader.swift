// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import JSON
package import PlatformDomain

/// Reads the fields of a body with the contract's own sentences (`contract 2018-12 §1.2` and `§1.3`).
///
/// The service worked in two steps, and so does this: first all dates, numbers written as texts and identifiers are cast,
/// in the order of the body, and the first that cannot be is answered alone; then types and lengths are checked, and all that
/// is wrong is collected in ``errors``. Texts lose the blanks around them. Keys without a meaning are ignored.
package struct FieldReader: Sendable {
    /// What the first step makes of a key.
    package enum Cast: Sendable, Hashable {
        /// A date; null is none either.
        case date
        /// A decimal number.
        case decimal
        /// An integer; a text that is a number stays wrong, with another sentence.
        case integer
    }

    /// What was found wrong so far.
    package var errors = FieldErrors()

    private let body: JSONObject
    private var dates: [String: Instant] = [:]
    private var numbers: [String: JSONNumber] = [:]
    private var identifiers: [String: Int64] = [:]
    /// Keys of integers that were written as texts.
    private var textualIntegers: Set<String> = []

    /// Casts what is to be cast.
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - casts: the keys that are dates or numbers.
    ///   - references: the keys that are identifiers of records.
    /// - Throws: 400 with the sentence of the first date or number that is none, 404 for the first malformed identifier.
    package init(
        _ body: JSONObject, casting casts: [String: Cast] = [:], references: Set<String> = []
    ) throws(WireError) {
        self.body = body
        for (key, value) in body {
            if references.contains(key) {
                identifiers[key] = try HumanizedID.decode(value)
            } else if let cast = casts[key] {
                try self.cast(key, value, as: cast)
            }
        }
    }

    private mutating func cast(_ key: String, _ value: JSONValue, as cast: Cast) throws(WireError) {
        switch (cast, value) {
        case (.date, .string(let text)):
            guard let date = Instant(iso8601: text) else { throw Self.noDate(key) }
            dates[key] = date
        case (.date, _): throw Self.noDate(key)
        case (_, .string(let text)):
            guard let number = Self.number(text) else { throw .field(key, Sentences.numberForm) }
            if cast == .integer { textualIntegers.insert(key) } else { numbers[key] = number }
        case (_, .number(let number)): numbers[key] = number
        case (_, .null): break
        case (.decimal, _): throw .field(key, Sentences.numberForm)
        case (.integer, _): textualIntegers.insert(key)
        }
    }

    private static func noDate(_ key: String) -> WireError { .field(key, Sentences.dateForm).hinting(.noDate) }

    /// A decimal number as Python's `Decimal` reads it: blanks around it, a sign, and digits missing on one side of the point.
    private static func number(_ text: String) -> JSONNumber? {
        var digits = text.trimmed[...]
        if digits.hasPrefix("+") { digits = digits.dropFirst() }
        if let number = JSONNumber(text: String(digits)) { return number }
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits = digits.dropFirst() }
        let stripped = digits.drop { $0 == "0" }
        var rest = String(stripped.first?.isASCIIDigit == true ? stripped : "0" + stripped)
        if let point = rest.firstIndex(of: "."), rest.index(after: point) == rest.endIndex { rest.removeLast() }
        guard digits.contains(where: \.isASCIIDigit) else { return nil }
        return JSONNumber(text: (isNegative ? "-" : "") + rest)
    }

    // MARK: Looking

    /// Whether the body has the key, null or not.
    package func contains(_ key: String) -> Bool { body[key] != nil }

    /// The value as sent.
    package func value(_ key: String) -> JSONValue? { body[key] }

    // MARK: Reading

    /// A text without the blanks around it; nothing when it is absent, null or wrong. `max` counts characters.
    package mutating func string(_ key: String, max: Int? = nil) -> String? {
        switch body[key] {
        case nil, .null: return nil
        case .string(let text):
            let stripped = text.trimmed
            if let max, stripped.unicodeScalars.count > max { errors.add(key, Sentences.longest(max)) }
            return stripped
        default:
            errors.add(key, Sentences.string)
            return nil
        }
    }

    /// A text that must be there; the empty one when it is not, and the error is collected.
    package mutating func requiredString(_ key: String, max: Int? = nil) -> String {
        require(key)
        return string(key, max: max) ?? ""
    }

    /// Collects an error if the key is absent or null.
    package mutating func require(_ key: String) {
        if (body[key] ?? .null).isNull { errors.add(key, Sentences.required) }
    }

    /// An integer, whose key must be cast as one.
    package mutating func integer(_ key: String) -> Int64? {
        if let number = numbers[key], let value = number.int64 { return value }
        if numbers[key] != nil || textualIntegers.contains(key) { errors.add(key, Sentences.integer) }
        return nil
    }

    /// An amount in cents, rounded to even as the service's database did not: from the middle away from zero. The key must be
    /// cast as a decimal. Beyond what fits, the greatest or least.
    package mutating func cents(_ key: String) -> Int64? {
        scaled(key, digits: 2)
    }

    /// A decimal as a count of 10^-`digits`, rounded from the middle away from zero as the service's database did.
    package mutating func scaled(_ key: String, digits: Int) -> Int64? {
        numbers[key].map {
            $0.scaled(digits, rounding: .halfAwayFromZero) ?? ($0.text.hasPrefix("-") ? Int64.min : Int64.max)
        }
    }

    /// A date, whose key must be cast as one; nothing only when it is absent.
    package func date(_ key: String) -> Instant? { dates[key] }

    /// A truth value; nothing when it is absent, null or wrong.
    package mutating func bool(_ key: String) -> Bool? {
        switch body[key] {
        case nil, .null: return nil
        case .bool(let value): return value
        default:
            errors.add(key, Sentences.boolean)
            return nil
        }
    }

    /// A list of texts; empty when it is absent, null or wrong.
    package mutating func strings(_ key: String, max: Int? = nil) -> [String] {
        switch body[key] {
        case nil, .null: return []
        case .array(let values):
            let texts = values.compactMap(\.stringValue)
            if texts.count < values.count { errors.add(key, Sentences.string) }
            if let max, texts.contains(where: { $0.unicodeScalars.count > max }) {
                errors.add(key, Sentences.longest(max))
            }
            return texts
        default:
            errors.add(key, Sentences.string)
            return []
        }
    }

    /// A reference to a record, whose key must be among the references; nothing when it is absent or null. The empty text is
    /// the number 0, which no record has.
    package func identifier<Record>(_ key: String, of record: Record.Type = Record.self) -> Identifier<Record>? {
        identifiers[key].map { Identifier<Record>($0) }
    }
}
