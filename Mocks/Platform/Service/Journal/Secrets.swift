// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What the journal never keeps: passwords, log-ins, cookies and keys, masked before an exchange is recorded.
///
/// Most requests hold none; one look over the bytes finds that out.
enum Secrets {
    /// What stands in the place of a secret.
    static let mask = "***"
    /// What stands in the place of a body that cannot be read and may hold one.
    static let withheld = "(not kept: it may hold a password)"

    // MARK: Headers

    /// Headers without their secrets; of a log-in its scheme stays.
    static func masking(_ headers: [(name: String, value: String)]) -> [(name: String, value: String)] {
        var kept = headers
        for (index, (name, value)) in headers.enumerated() where isSecret(header: name) {
            kept[index].value = masked(value, scheme: isLogIn(header: name))
        }
        return kept
    }

    /// Whether the value of a header is a secret: log-ins, cookies, and whatever is called a key, a token or a secret.
    static func isSecret(header name: String) -> Bool {
        var name = name
        return name.withUTF8 { name in name.indices.contains { isSecret(name, at: $0) } }
    }

    /// Whether a header's value is a log-in, which begins with the word for its scheme.
    private static func isLogIn(header name: String) -> Bool {
        var name = name
        return name.withUTF8 { stands("authorization", in: $0, at: $0.count - 13) }
    }

    /// Whether what makes a header's value a secret stands at a place of its name.
    private static func isSecret(_ name: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch name[index] | 0x20 {
        case UInt8(ascii: "a"):
            stands("authorization", in: name, at: index) || stands("api-key", in: name, at: index)
        case UInt8(ascii: "c"):
            stands("cookie", in: name, at: index) && index + 6 == name.count
                && (index == 0 || index == 4 && stands("set-", in: name, at: 0))
        case UInt8(ascii: "k"): stands("key", in: name, at: index) && index + 3 == name.count
        case UInt8(ascii: "p"): stands("password", in: name, at: index)
        case UInt8(ascii: "s"): stands("secret", in: name, at: index)
        case UInt8(ascii: "t"): stands("token", in: name, at: index)
        default: false
        }
    }

    private static func masked(_ value: String, scheme: Bool) -> String {
        // What a till sends with every request.
        if scheme, value.hasPrefix("Basic "), value.utf8.count > 6 { return "Basic \(mask)" }
        guard scheme, let word = value.split(separator: " ").first, word.count < value.count,
            ["basic", "bearer", "digest"].contains(word.lowercased())
        else { return mask }
        return "\(word) \(mask)"
    }

    // MARK: Queries and bodies

    /// A query without its secrets.
    static func masking(query: String) -> String {
        guard mayHold(query.utf8) || query.utf8.contains(UInt8(ascii: "%")) else { return query }
        let pieces = query.split(separator: "&", omittingEmptySubsequences: false).map { piece -> String in
            let name = piece.prefix { $0 != "=" }
            guard name.count < piece.count, isSecret(field: QueryString.fields(name).first?.name ?? "") else {
                return String(piece)
            }
            return "\(name)=\(mask)"
        }
        return pieces.joined(separator: "&")
    }

    /// A body without its secrets: as it is if it cannot hold any, the same JSON or form with masks if it can be read, and only
    /// the word that it is not kept if it cannot.
    static func masking(body: [UInt8], keeping limit: Int) -> [UInt8] {
        guard mayHold(body.prefix(limit)) else { return body }
        if let value = try? JSONValue(parsing: body) {
            let masked = masking(value)
            // What was sent without secrets is kept as it was sent, to the byte.
            return masked == value ? body : masked.serialized()
        }
        guard let text = String(validating: body, as: UTF8.self), isForm(text) else { return Array(withheld.utf8) }
        return Array(masking(query: text).utf8)
    }

    private static func masking(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            let holdsPassword = object.keys.contains { isSecret(field: $0) }
            var masked = JSONObject()
            for (key, value) in object {
                // The token of a password link opens the account as a password does.
                let isSecret = isSecret(field: key) || (holdsPassword && key == "token")
                masked[key] =
                    isSecret ? .string(mask) : isAddress(field: key) ? masking(address: value) : masking(value)
            }
            return .object(masked)
        case .array(let values): return .array(values.map { masking($0) })
        default: return value
        }
    }

    /// Whether a field has to do with a password or a key.
    static func isSecret(field name: String) -> Bool {
        let name = name.lowercased().filter { $0 != "_" && $0 != "-" }
        return ["passw", "secret", "apikey"].contains { name.has($0) }
    }

    /// Whether a field is where a partner is called: partners put keys of their own there.
    private static func isAddress(field name: String) -> Bool {
        ["notificationurl", "bookingurl", "cancelurl"].contains(name.lowercased())
    }

    private static func masking(address value: JSONValue) -> JSONValue {
        guard case .string(let url) = value, url.utf8.contains(where: { "?@".utf8.contains($0) }) else {
            return masking(value)
        }
        return .string(PartnerAddress(url).text)
    }

    /// Whether a text is written like a form: `a=1&b=2`, on one line.
    private static func isForm(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "=")) && !text.utf8.contains { [10, 13, UInt8(ascii: "{")].contains($0) }
    }

    // MARK: Looking

    /// Whether bytes may hold a secret's name, in any case, or an ASCII letter of it written as an escape (`\u0070`, `%70`).
    static func mayHold(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { mayHold($0) } ?? Array(bytes).withUnsafeBufferPointer { mayHold($0) }
    }

    private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            let next = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
            switch bytes[index] | 0x20 {
            // The first two letters turn nearly all away.
            case UInt8(ascii: "p") where next == UInt8(ascii: "a"):
                if stands("assw", in: bytes, at: index + 1) { return true }
            case UInt8(ascii: "s") where next == UInt8(ascii: "e"):
                if stands("ecret", in: bytes, at: index + 1) { return true }
            case UInt8(ascii: "a") where next == UInt8(ascii: "p"):
                if stands("pikey", in: bytes, at: index + 1) || stands("pi_key", in: bytes, at: index + 1)
                    || stands("pi-key", in: bytes, at: index + 1)
                {
                    return true
                }
            case UInt8(ascii: "u") where next == UInt8(ascii: "r"):
                if stands("notificationurl", in: bytes, at: index - 12)
                    || stands("bookingurl", in: bytes, at: index - 7)
                    || stands("cancelurl", in: bytes, at: index - 6)
                {
                    return true
                }
            case UInt8(ascii: "\\") | 0x20:
                let escape = bytes[index...].prefix(5)
                if escape.count == 5, escape.starts(with: Array(#"\u00"#.utf8)),
                    (0x34...0x37).contains(escape[index + 4])
                {
                    return true
                }
            case UInt8(ascii: "%"):
                if index + 1 < bytes.count, (0x34...0x37).contains(bytes[index + 1]) { return true }
            default: break
            }
        }
        return false
    }
}

extension Secrets {
    /// Whether a word stands at a place, in any case.
    private static func stands(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        word.withUTF8Buffer { word in
            start >= 0 && start + word.count <= bytes.count
                && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] | 0x20 }
        }
    }
}

extension String {
    /// Whether an ASCII text stands in this one.
    fileprivate func has(_ text: String) -> Bool {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }
}
