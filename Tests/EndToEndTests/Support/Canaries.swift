// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import Synchronization

/// Secrets that nobody may find in anything written, and a look for them in whatever spelling.
final class Canaries: Sendable {
    /// What a secret is.
    enum Kind: String, CaseIterable {
        case key, hmacKey, password, countermark, birthDate, email
    }

    private struct Spelling: Hashable {
        let kind: Kind
        let text: [UInt8]
    }

    private struct State {
        var spellings: Set<Spelling> = []
        var countermarks: Set<UInt64> = []
    }

    private let state = Mutex(State())

    /// How many countermarks it knows.
    var countermarkCount: Int { state.withLock(\.countermarks.count) }

    /// Adds a secret.
    func add(_ secret: String, _ kind: Kind) {
        guard !secret.isEmpty else { return }
        if kind == .countermark {
            guard secret.utf8.count == 6 else { return }
            state.withLock { _ = $0.countermarks.insert(Self.packed(Array(secret.uppercased().utf8)[...])) }
            return
        }
        let spellings = kind == .birthDate ? Self.dates(secret) : Self.texts(secret)
        state.withLock { state in
            for spelling in spellings { state.spellings.insert(Spelling(kind: kind, text: Array(spelling.utf8))) }
        }
    }

    /// Adds a log-in: its parts, and how it stands in a header.
    func add(email: String, password: String) {
        add(email, .email)
        add(password, .password)
        add(email + ":" + password, .password)
    }

    /// Adds what an answer tells of secrets, by the names of its fields.
    func learn(from value: JSONValue) {
        switch value {
        case .object(let object):
            for (name, value) in object {
                if let text = value.stringValue, let kind = Self.kind(of: name) { add(text, kind) }
                learn(from: value)
            }
        case .array(let values): for value in values { learn(from: value) }
        default: break
        }
    }

    /// What of them is seen in a text, kind by kind, with what stands around it.
    func seen(in text: String, but allowed: Set<Kind> = []) -> [String] {
        let bytes = Array(text.utf8)
        let (spellings, countermarks) = state.withLock { ($0.spellings, $0.countermarks) }
        var seen: [String] = []
        for spelling in spellings where !allowed.contains(spelling.kind) {
            if let place = Self.place(of: spelling.text, in: bytes) {
                seen.append("\(spelling.kind.rawValue) \(Self.around(place, in: bytes))")
            }
        }
        if !allowed.contains(.countermark) {
            // As it is, and as people write it: in small letters, with blanks or hyphens in between.
            for bytes in [bytes, Self.withoutBlanks(bytes)] {
                for place in Self.places(of: countermarks, in: bytes).prefix(3) {
                    seen.append("countermark \(Self.around(place, in: bytes))")
                }
            }
        }
        return seen
    }

    // MARK: - Spellings

    private static func kind(of field: String) -> Kind? {
        switch field {
        case "token": .countermark
        case "apiKey": .key
        case "hmacKey": .hmacKey
        case "userBirthDate", "dateOfBirth", "user_birth_date": .birthDate
        case "userEmail", "user_email": .email
        default: nil
        }
    }

    private static func texts(_ secret: String) -> [String] {
        let escaped = JSONValue.string(secret).text(.escapeNonASCII)
        return [secret, percentEncoded(secret), String(escaped.dropFirst().dropLast())] + base64(secret)
    }

    private static func dates(_ text: String) -> [String] {
        let parts = text.prefix(10).split(separator: "-").map(String.init)
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month) else {
            return [text]
        }
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        return [
            String(text.prefix(10)), "\(parts[2])/\(parts[1])/\(parts[0])", "\(day) \(months[month - 1]) \(parts[0])",
            parts.joined(),
        ]
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
            if isPlain || "-._~".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// The part of a text in Base64 that is the same whatever stands before and after it, at each of three places.
    private static func base64(_ text: String) -> [String] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return (0..<3).map { shift in
            let bytes = Array(repeating: UInt8(0), count: shift) + Array(text.utf8)
            var digits = ""
            for start in stride(from: 0, to: bytes.count - bytes.count % 3, by: 3) {
                let group = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
                for place in [18, 12, 6, 0] { digits.append(letters[group >> place & 63]) }
            }
            return String(digits.dropFirst(shift == 0 ? 0 : 4))
        }.filter { $0.count >= 8 }
    }

    // MARK: - Looking

    private static func place(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes -> Int? in
            guard let start = bytes.baseAddress else { return nil }
            var place = 0
            while place <= bytes.count - wanted.count {
                if bytes[place] == first, memcmp(start + place, wanted, wanted.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }

    private static func places(of countermarks: Set<UInt64>, in bytes: [UInt8]) -> [Int] {
        guard bytes.count >= 6, !countermarks.isEmpty else { return [] }
        var window: UInt64 = 0
        var places: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                window = (window << 8 | UInt64(upper(bytes[place]))) & 0xFFFF_FFFF_FFFF
                if place >= 5, countermarks.contains(window) { places.append(place - 5) }
                place += 1
            }
        }
        return places
    }

    private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    private static func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? byte &- 32 : byte }

    private static func withoutBlanks(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x20 && $0 != 0x2D } }

    private static func around(_ place: Int, in bytes: [UInt8]) -> String {
        String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 40)], as: UTF8.self)
    }
}
