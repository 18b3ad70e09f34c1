// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The JSON body of a control request, read with errors that say what was wrong where.
struct ControlBody {
    private let reader: JSONReader

    /// Reads the body; an empty one is an empty object.
    init(_ call: Call) throws(WireError) {
        guard !call.body.isEmpty else {
            reader = JSONReader(.object(JSONObject()))
            return
        }
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: call.body)
        } catch {
            throw .control("The body is no JSON: \(error)", hint: "Send a JSON object.")
        }
        guard case .object = value else {
            throw .control("The body is no JSON object", hint: "Send an object such as {\"toNext\": true}.")
        }
        reader = JSONReader(value)
    }

    /// Whether the key is there, and not null.
    func has(_ key: String) -> Bool { !reader[key].isMissing && !reader[key].isNull }

    /// Whether the key's value is a text.
    func isText(_ key: String) -> Bool { reader[key].value?.stringValue != nil }

    /// One of the names of some cases.
    func choice<Case: RawRepresentable & CaseIterable>(
        _ key: String, of cases: Case.Type
    ) throws(WireError) -> Case where Case.RawValue == String {
        let name = try string(key)
        guard let found = Case(rawValue: name) else {
            let names = Case.allCases.map(\.rawValue).joined(separator: ", ")
            throw .control("\(key) cannot be \(name)", hint: "It is one of \(names).")
        }
        return found
    }

    /// Refuses keys that the route does not know: a slip of the pen must not be read as if nothing had been said.
    func allowOnly(_ keys: [String]) throws(WireError) {
        guard let unknown = reader.value?.objectValue?.keys.first(where: { !keys.contains($0) }) else { return }
        throw .control("No such key: \(unknown)", hint: "The keys are \(keys.joined(separator: ", ")).")
    }

    /// A whole number within bounds.
    func int(_ key: String, in bounds: ClosedRange<Int>) throws(WireError) -> Int {
        let number = try read { () throws(JSONReadingError) in try reader[key].number() }
        guard let value = number.int64.flatMap({ Int(exactly: $0) }), bounds.contains(value) else {
            throw .control(
                "\(key) is out of bounds: \(number)", hint: "It is \(bounds.lowerBound) to \(bounds.upperBound).")
        }
        return value
    }

    /// A number in millionths, from 0 to 1.
    func millionths(_ key: String) throws(WireError) -> UInt64 {
        let number = try read { () throws(JSONReadingError) in try reader[key].number() }
        guard let millionths = number.scaled(6), (0...1_000_000).contains(millionths) else {
            throw .control(
                "\(key) is no probability: \(number)", hint: "It is between 0 and 1, with six decimals at most.")
        }
        return UInt64(millionths)
    }

    /// Names with their values, each a text or a list of texts.
    func pairs(_ key: String) throws(WireError) -> [(name: String, value: String)] {
        let object = try read { () throws(JSONReadingError) in try reader[key].object() }
        var pairs: [(name: String, value: String)] = []
        for (name, value) in object {
            switch value {
            case .string(let text): pairs.append((name, text))
            case .array(let values) where values.allSatisfy({ $0.stringValue != nil }):
                pairs += values.compactMap(\.stringValue).map { (name, $0) }
            default:
                throw .control("\(key).\(name) is no text", hint: "Give a text, or a list of texts.")
            }
        }
        return pairs
    }

    /// A text.
    func string(_ key: String) throws(WireError) -> String {
        try read { () throws(JSONReadingError) in try reader[key].string() }
    }

    /// An e-mail address, as far as mails and headers need it to be one: an `@`, and nothing that cannot be written on a line.
    func email(_ key: String) throws(WireError) -> String {
        let text = try string(key)
        let isLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isLine, text.utf8.contains(UInt8(ascii: "@")) else {
            throw .control("\(key) is no e-mail address", hint: "Write it like libraire@example.com.")
        }
        return text
    }

    /// A truth.
    func bool(_ key: String) throws(WireError) -> Bool {
        try read { () throws(JSONReadingError) in try reader[key].bool() }
    }

    /// A moment in one of the contract's three patterns.
    func instant(_ key: String) throws(WireError) -> Instant {
        let text = try string(key)
        guard let instant = Instant(iso8601: text) else {
            throw .control("\(key) is no date: \(text)", hint: "Write it like 2018-12-03T07:15:00Z, in UTC.")
        }
        return instant
    }

    /// A length of time in seconds, with up to six decimals.
    func seconds(_ key: String) throws(WireError) -> Span {
        let number = try read { () throws(JSONReadingError) in try reader[key].number() }
        guard let microseconds = number.scaled(6) else {
            throw .control("\(key) is no length of time: \(number)", hint: "Give it in seconds, such as 3600.")
        }
        return Span(microseconds: microseconds)
    }

    /// A record's public identifier.
    func identifier<Record>(_ key: String, of record: Record.Type = Record.self) throws(WireError) -> Identifier<Record>
    {
        let text = try string(key)
        do throws(WireError) {
            return try HumanizedID.identifier(text)
        } catch {
            throw .control("\(key) is no id: \(text)", hint: "Give its public id, as the routes answer it, such as AE.")
        }
    }

    private func read<Value>(_ body: () throws(JSONReadingError) -> Value) throws(WireError) -> Value {
        do throws(JSONReadingError) {
            return try body()
        } catch {
            throw .control("\(error)", hint: "See the keys of this route in the documentation.")
        }
    }
}
