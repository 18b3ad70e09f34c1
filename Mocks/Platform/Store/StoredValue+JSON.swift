// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

extension StoredValue {
    /// How moments are written in JSON.
    enum Moments {
        /// As microseconds since 1970: short, for the data file.
        case numbers
        /// As dates where they can be written as such: readable, for snapshots.
        case dates
    }

    /// The value in JSON.
    func json(_ moments: Moments) -> JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .number(JSONNumber(value))
        case .instant(let instant):
            switch moments {
            case .numbers: .number(JSONNumber(instant.microseconds))
            case .dates where Self.hasDate(instant): .string(instant.iso8601)
            case .dates: .number(JSONNumber(instant.microseconds))
            }
        case .text(let text): .string(text)
        case .list(let values): .array(values.map { $0.json(moments) })
        }
    }

    /// Reads a value from JSON; nothing if no field can hold such a one.
    init?(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number):
            guard let value = number.scaled(0) else { return nil }
            self = .integer(value)
        case .string(let text): self = .text(text)
        case .array(let elements):
            var values: [StoredValue] = []
            for element in elements {
                guard let value = StoredValue(element) else { return nil }
                values.append(value)
            }
            self = .list(values)
        case .object: return nil
        }
    }

    /// Whether an instant lies in the years that have four digits.
    private static func hasDate(_ instant: Instant) -> Bool {
        Instant(microseconds: -62_135_596_800_000_000) <= instant && instant <= .latest
    }
}

extension StoredEvent {
    /// The fields as a text of JSON.
    var text: String {
        var object = JSONObject()
        for field in fields where field.value != .null { object[field.name] = field.value.json(.numbers) }
        return JSONValue.object(object).text
    }

    /// Reads an event from its kind and the text of its fields.
    init(kind: String, text: String) throws(StoredError) {
        guard case .object(let object)? = try? JSONValue(parsing: text) else {
            throw StoredError("the fields of \(kind) are no JSON object")
        }
        var fields: [Field] = []
        fields.reserveCapacity(object.count)
        for (name, json) in object {
            guard let value = StoredValue(json) else { throw StoredError("\(kind): \(name) is \(json)") }
            fields.append(Field(name, value))
        }
        self.init(kind: kind, fields: fields)
    }
}
