// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What the texts of a seed may refer to: the answers of earlier steps, and time.
///
/// `${booking.token}` is the key `token` in the answer of the step `booking`, or failing that in the body which that step sent;
/// `${list.0.id}` goes into a list. `${now}` and `${start}` are the platform's time and the seed's beginning, `${now+P3DT2H}` and
/// `${start-P1D}` so much later or earlier. `$${` is `${` itself.
struct SeedReferences {
    /// What a step answered, and what it had sent.
    private struct Known {
        let answer: JSONValue
        let sent: JSONValue?
    }

    /// Where the seed began.
    let start: Instant
    /// The platform's time.
    var now: Instant
    private var known: [String: Known] = [:]

    /// The first instant of the year 1.
    private static let earliest = Instant(microseconds: -62_135_596_800_000_000)

    /// Creates references to nothing but time.
    init(start: Instant) {
        self.start = start
        self.now = start
    }

    /// Notes what a step answered, and what it had sent.
    mutating func note(_ name: String, answer: JSONValue, sent: JSONValue?) {
        known[name] = Known(answer: answer, sent: sent)
    }

    /// The value with all references in its texts replaced; a text that is one reference and nothing else becomes what it refers to.
    func resolve(_ value: JSONValue) throws(SeedError) -> JSONValue {
        switch value {
        case .string(let text):
            let pieces = try Self.pieces(of: text)
            if pieces.count == 1, case .reference(let path) = pieces[0] { return try self.value(of: path) }
            return .string(try join(pieces) { $0 })
        case .array(let values):
            return .array(try values.map { value throws(SeedError) in try resolve(value) })
        case .object(let object):
            var resolved = JSONObject()
            for (key, value) in object { resolved[key] = try resolve(value) }
            return .object(resolved)
        default: return value
        }
    }

    /// The text with all references replaced, each written by `encode`.
    func text(_ text: String, encode: (String) -> String = { $0 }) throws(SeedError) -> String {
        try join(try Self.pieces(of: text), encode)
    }

    /// A part of a text: itself, or a reference.
    private enum Piece {
        case text(Substring)
        case reference(Substring)
    }

    private func join(_ pieces: [Piece], _ encode: (String) -> String) throws(SeedError) -> String {
        var joined = ""
        for piece in pieces {
            switch piece {
            case .text(let text): joined += text
            case .reference(let path):
                switch try value(of: path) {
                case .string(let text): joined += encode(text)
                case .number(let number): joined += encode(number.text)
                case .bool(let truth): joined += truth ? "true" : "false"
                default:
                    throw .malformed("${\(path)} is no text and no number", "${\(path)} n'est ni un texte ni un nombre")
                }
            }
        }
        return joined
    }

    private static func pieces(of text: String) throws(SeedError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            let after = rest[rest.index(after: dollar)...]
            if after.hasPrefix("${") {
                pieces.append(.text(rest[..<dollar] + "${"))
                rest = after.dropFirst(2)
            } else if after.hasPrefix("{") {
                guard let end = after.firstIndex(of: "}") else {
                    throw .malformed("a ${ without its }: \(text)", "un ${ sans son } : \(text)")
                }
                if dollar > rest.startIndex { pieces.append(.text(rest[..<dollar])) }
                pieces.append(.reference(after[after.index(after: after.startIndex)..<end]))
                rest = after[after.index(after: end)...]
            } else {
                pieces.append(.text(rest[...dollar]))
                rest = after
            }
        }
        if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(rest)) }
        return pieces
    }

    private func value(of path: Substring) throws(SeedError) -> JSONValue {
        let keys = path.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = keys.first, let known = known[String(first)] else {
            if let instant = try instant(path) { return .string(instant.iso8601) }
            throw .malformed(
                "${\(path)}: no earlier step has that name", "${\(path)} : aucune étape précédente ne porte ce nom")
        }
        guard let found = Self.find(keys.dropFirst(), in: known.answer) ?? Self.find(keys.dropFirst(), in: known.sent)
        else {
            throw .malformed(
                "${\(path)}: there is no such thing in what \(first) answered: \(known.answer.text.prefix(200))",
                "${\(path)} : rien de tel dans la réponse de \(first) : \(known.answer.text.prefix(200))")
        }
        return found
    }

    private static func find(_ keys: ArraySlice<Substring>, in value: JSONValue?) -> JSONValue? {
        keys.reduce(value) { value, key in
            if case .array = value { return Int(key).flatMap { $0 >= 0 ? value?[$0] : nil } }
            return value?[String(key)]
        }
    }

    /// `now`, `start`, or one of them moved; nothing if it is no word of time.
    private func instant(_ path: Substring) throws(SeedError) -> Instant? {
        let word = path.prefix { $0 != "+" && $0 != "-" }
        let base: Instant
        switch word {
        case "now": base = now
        case "start": base = start
        default: return nil
        }
        let rest = path[word.endIndex...]
        guard let sign = rest.first else { return base }
        guard let span = SeedSpan.parse(rest.dropFirst()) else {
            throw .malformed("${\(path)}: write it like ${now+P3DT2H}", "${\(path)} : écrivez ${now+P3DT2H}")
        }
        let instant = sign == "+" ? base + span : base - span
        // What cannot be written as a date is none.
        return min(max(instant, Self.earliest), .latest)
    }
}
