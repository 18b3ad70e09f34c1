// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The fields of an object in a seed, read with errors that say what was wrong where; no key but those that are known may be there.
struct SeedFields {
    private let reader: JSONReader

    /// Takes an object.
    init(_ value: JSONValue, keys: Set<String>) throws(SeedError) {
        guard case .object(let object) = value else {
            throw .malformed("expected an object, found \(value.text.prefix(60))", "un objet était attendu")
        }
        for key in object.keys where !keys.contains(key) {
            let known = keys.sorted().joined(separator: ", ")
            throw .malformed("no such key: \(key) (there are \(known))", "clé inconnue : \(key) (il y a \(known))")
        }
        reader = JSONReader(value)
    }

    /// The value of a key, or nothing.
    func value(_ key: String) -> JSONValue? {
        reader[key].isNull ? nil : reader[key].value
    }

    /// A text, or nothing.
    func string(_ key: String) throws(SeedError) -> String? {
        try read { () throws(JSONReadingError) in try reader[key].stringIfPresent() }
    }

    /// An integer, or nothing.
    func int(_ key: String) throws(SeedError) -> Int? {
        try read { () throws(JSONReadingError) in try reader[key].intIfPresent() }
    }

    /// A list, empty if the key is missing.
    func list(_ key: String) throws(SeedError) -> [JSONValue] {
        try read { () throws(JSONReadingError) in try reader[key].arrayIfPresent() ?? [] }.compactMap(\.value)
    }

    /// An object, or nothing.
    func object(_ key: String) throws(SeedError) -> JSONObject? {
        try read { () throws(JSONReadingError) in try reader[key].objectIfPresent() }
    }

    /// A date in one of the contract's three patterns, or nothing.
    func instant(_ key: String) throws(SeedError) -> Instant? {
        guard let text = try string(key) else { return nil }
        guard let instant = Instant(iso8601: text) else {
            throw .malformed(
                "\(key) is no date: \(text); write it like 2018-12-03T08:00:00Z",
                "\(key) n'est pas une date : \(text) ; écrivez 2018-12-03T08:00:00Z")
        }
        return instant
    }

    /// `ticking`, `frozen`, or nothing.
    func clockMode(_ key: String) throws(SeedError) -> VirtualClock.Mode? {
        guard let text = try string(key) else { return nil }
        guard let mode = VirtualClock.Mode(rawValue: text) else {
            throw .malformed("\(key) is ticking or frozen, not \(text)", "\(key) vaut ticking ou frozen, pas \(text)")
        }
        return mode
    }

    /// `prototype2018`, `publicV1`, `both`, or nothing.
    func edition(_ key: String) throws(SeedError) -> Edition? {
        guard let text = try string(key) else { return nil }
        guard let edition = Edition(rawValue: text) else {
            let names = Edition.allCases.map(\.rawValue).joined(separator: ", ")
            throw .malformed("\(key) is one of \(names), not \(text)", "\(key) vaut \(names), pas \(text)")
        }
        return edition
    }

    /// `documented`, `observed`, or nothing.
    func profile(_ key: String) throws(SeedError) -> Profile? {
        guard let text = try string(key) else { return nil }
        guard let profile = Profile(rawValue: text) else {
            throw .malformed(
                "\(key) is documented or observed, not \(text)", "\(key) vaut documented ou observed, pas \(text)")
        }
        return profile
    }

    /// A text in both languages, or nothing; a plain text is taken for both.
    func words(_ key: String) throws(SeedError) -> SeedWords? {
        guard let value = value(key) else { return nil }
        if case .string(let text) = value { return SeedWords(french: text, english: text) }
        let fields = try SeedFields(value, keys: ["fr", "en"])
        let (french, english) = (try fields.string("fr"), try fields.string("en"))
        guard let any = french ?? english else {
            throw .malformed("\(key) has neither fr nor en", "\(key) n'a ni fr ni en")
        }
        return SeedWords(french: french ?? any, english: english ?? any)
    }

    private func read<Value>(_ body: () throws(JSONReadingError) -> Value) throws(SeedError) -> Value {
        do throws(JSONReadingError) {
            return try body()
        } catch {
            throw .malformed("\(error)", "\(error)")
        }
    }
}
