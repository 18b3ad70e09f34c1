// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The fields of a body of today's edition, read strictly: whatever is wrong is collected under its dotted path, a field that nobody
/// asked for included, and ``finish()`` throws it all at once (`today §1.5`).
final class PublicFields {
    private let object: JSONObject
    private let path: String
    private let errors: ValidationErrors
    private var asked: Set<String> = []
    private var children: [PublicFields] = []

    /// Reads the body; an empty one is an empty object.
    ///
    /// - Throws: 400 with the key `global` when it is no JSON object.
    init(_ call: Call) throws(WireError) {
        let value = call.body.isEmpty ? .object(JSONObject()) : Self.value(of: call.body)
        guard case .object(let object)? = value else {
            throw .global("Le corps de la requête n'est pas un objet JSON valide")
        }
        self.object = object
        path = ""
        errors = ValidationErrors()
    }

    /// How many numbers beyond 64 bits a body may have and still be told where they are.
    private static let mostHugeNumbers = 16

    /// The body's value. A whole number beyond 64 bits is JSON, and no whole number that a field could take: it is read with an exponent of
    /// none, which says the same and fits no `Int64`.
    private static func value(of body: [UInt8]) -> JSONValue? {
        var body = body
        for _ in 0...mostHugeNumbers {
            do throws(JSONSyntaxError) {
                return try JSONValue(parsing: body)
            } catch {
                guard error.code == .integerOutOfRange else { return nil }
                let digits = body[(error.offset + 1)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                body.insert(contentsOf: Array("e0".utf8), at: digits.endIndex)
            }
        }
        return nil
    }

    private init(_ object: JSONObject, at path: String, _ errors: ValidationErrors) {
        self.object = object
        self.path = path + "."
        self.errors = errors
    }

    /// Throws 400 if anything was wrong, or was sent that no field asked for.
    func finish() throws(WireError) {
        addExtraFields()
        try errors.throwIfAny()
    }

    /// Says nothing of further fields: what they should be is not known.
    func ignoreRest() { asked.formUnion(object.keys) }

    private func addExtraFields() {
        for child in children { child.addExtraFields() }
        for key in object.keys where !asked.contains(key) { errors.add(path + key, ValidationErrors.extra) }
    }

    /// Says that something is wrong with a field.
    func refuse(_ key: String, _ sentence: String) { errors.add(path + key, sentence) }

    // MARK: Fields

    /// A field, read by `read`, which gives nothing for what it refused.
    func sent<Value>(_ key: String, _ read: (JSONValue) -> Value?) -> Sent<Value> {
        asked.insert(key)
        guard let value = object[key] else { return .absent }
        guard !value.isNull else { return .null }
        return read(value).map { .value($0) } ?? .absent
    }

    /// Whether a field is there and not null.
    func isSent(_ key: String) -> Bool { object[key].map { !$0.isNull } ?? false }

    /// The value of a field that must be there and not be null; nothing when it was refused.
    func required<Value>(_ key: String, _ field: (String) -> Sent<Value>) -> Value? {
        switch field(key) {
        case .value(let value): return value
        case .null: refuse(key, ValidationErrors.notNull)
        case .absent where object[key] == nil: refuse(key, ValidationErrors.required)
        case .absent: break
        }
        return nil
    }

    /// The value of a field that may be left out but not be null.
    func notNull<Value>(_ key: String, _ field: (String) -> Sent<Value>) -> Value? {
        let sent = field(key)
        if case .null = sent { refuse(key, ValidationErrors.notNull) }
        return sent.value
    }

    /// A text of so many characters.
    func text(_ key: String, _ length: ClosedRange<Int> = 0...Int.max) -> Sent<String> {
        sent(key) { value in
            guard let text = value.stringValue else { return refused(key, "str type expected") }
            let count = text.unicodeScalars.count
            if count < length.lowerBound {
                return refused(key, "ensure this value has at least \(length.lowerBound) characters")
            }
            if count > length.upperBound {
                return refused(key, "ensure this value has at most \(length.upperBound) characters")
            }
            return text
        }
    }

    /// One of some texts.
    func oneOf(_ key: String, _ values: some Collection<String>) -> Sent<String> {
        sent(key) { value in
            guard let text = value.stringValue, values.contains(text) else {
                return refused(key, "value is not a valid enumeration member")
            }
            return text
        }
    }

    /// An address of the web.
    func webAddress(_ key: String) -> Sent<String> {
        address(key) { text in
            let rest = ["http://", "https://"].first { text.lowercased().hasPrefix($0) }.map {
                text.dropFirst($0.count)
            }
            guard let host = rest?.prefix(while: { !"/?#".contains($0) }), !host.isEmpty,
                text.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 })
            else { return "invalid or missing URL scheme" }
            return nil
        }
    }

    /// An address at which the platform is to call (`today §4.1`): one at which it cannot is refused, and the sentence says why.
    func calledAddress(_ key: String) -> Sent<String> { address(key) { PartnerAddress.flaw(of: $0) } }

    /// An address that `flaw` finds nothing wrong with.
    private func address(_ key: String, flaw: (String) -> String?) -> Sent<String> {
        sent(key) { value in
            guard let text = value.stringValue, (1...2083).contains(text.unicodeScalars.count) else {
                return refused(key, "ensure this value has at least 1 and at most 2083 characters")
            }
            if let flaw = flaw(text) { return refused(key, flaw) }
            return text
        }
    }

    /// A truth.
    func bool(_ key: String) -> Sent<Bool> {
        sent(key) { $0.boolValue ?? refused(key, "value could not be parsed to a boolean") }
    }

    /// A whole number within bounds; `1.0` is one, as JSON Schema has it.
    func integer(_ key: String, _ bounds: ClosedRange<Int64> = 0...Int64.max) -> Sent<Int64> {
        sent(key) { value in
            guard let number = value.numberValue?.scaled(0) else { return refused(key, "value is not a valid integer") }
            return within(bounds, number, key)
        }
    }

    /// A price in cents (`today §1.4`).
    func price(_ key: String) -> Sent<Euros> {
        switch integer(key, 0...PublicV1Rules.priceLimit.cents) {
        case .absent: .absent
        case .null: .null
        case .value(let cents): .value(Euros(cents: cents))
        }
    }

    /// How many there are: a whole number, or `"unlimited"`, which is nothing here.
    func quantity(_ key: String, from least: Int64 = 0) -> Sent<Int64?> {
        sent(key) { value in
            if value.stringValue == "unlimited" { return .some(nil) }
            guard let number = value.numberValue?.scaled(0) else { return refused(key, "value is not a valid integer") }
            return within(least...1_000_000, number, key).map { .some($0) }
        }
    }

    /// A date with its zone; in the future, if `now` is given.
    func instant(_ key: String, after now: Instant? = nil) -> Sent<Instant> {
        sent(key) { value in
            switch value.stringValue.map({ AwareDatetime($0) }) ?? .invalid {
            case .invalid: return refused(key, "invalid datetime format")
            case .naive: return refused(key, ValidationErrors.naive)
            case .aware(let instant):
                if let now, instant <= now { return refused(key, ValidationErrors.past) }
                return instant
            }
        }
    }

    /// An object, whose own fields are read from what is returned; where it can be one of several models, `model` says which, and its
    /// name is in their paths (`location.AddressLocation.addressId`).
    func object(_ key: String, model: (JSONObject) -> String? = { _ in nil }) -> Sent<PublicFields> {
        sent(key) { value in
            guard let object = value.objectValue else { return refused(key, "value is not a valid dict") }
            return child(object, model(object).map { "\(key).\($0)" } ?? key)
        }
    }

    /// A list of objects, so many at least and at most.
    func objects(_ key: String, from least: Int = 0, atMost limit: Int) -> Sent<[PublicFields]> {
        sent(key) { value in
            guard let list = value.arrayValue else { return refused(key, "value is not a valid list") }
            guard list.count >= least else { return refused(key, "ensure this value has at least \(least) items") }
            guard list.count <= limit else { return refused(key, "ensure this value has at most \(limit) items") }
            var fields: [PublicFields] = []
            for (index, element) in list.enumerated() {
                guard let object = element.objectValue else {
                    // The others will not be read, and nothing may be said of what nobody looked at.
                    for field in fields { field.ignoreRest() }
                    return refused("\(key).\(index)", "value is not a valid dict")
                }
                fields.append(child(object, "\(key).\(index)"))
            }
            return fields
        }
    }

    private func child(_ object: JSONObject, _ key: String) -> PublicFields {
        let child = PublicFields(object, at: path + key, errors)
        children.append(child)
        return child
    }

    private func within(_ bounds: ClosedRange<Int64>, _ number: Int64, _ key: String) -> Int64? {
        if number < bounds.lowerBound {
            return refused(key, "ensure this value is greater than or equal to \(bounds.lowerBound)")
        }
        if number > bounds.upperBound {
            return refused(key, "ensure this value is less than or equal to \(bounds.upperBound)")
        }
        return number
    }

    private func refused<Value>(_ key: String, _ sentence: String) -> Value? {
        refuse(key, sentence)
        return nil
    }
}
