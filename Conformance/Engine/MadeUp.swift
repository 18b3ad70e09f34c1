// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Countermarks, keys and log-ins that checks make up: they are nobody's, and a report shows them as they were sent.
enum MadeUp {
    /// A countermark that no platform draws: its letters are not of the alphabet.
    static let countermark = "IOIOIO"
    /// With what keys begin that no provider has.
    static let keyPrefix = "test_inconnu_"
    /// Headers that no sound client sends.
    static let headers: [(name: String, value: String)] = [
        ("Authorization", "Basic !!!!"), ("Authorization", "Basic"), ("Authorization", "Basic Og=="),
        ("Authorization", "Basic /////w=="), ("Authorization", "Bearer x"),
        ("Cookie", "session=; remember_token="),
        ("Cookie", "session=AAAA.BBBB.CCCC"), ("Cookie", ";;;=;="), ("apikey", "x"),
        ("X-Long", String(repeating: "a", count: 4_000)),
        ("Authorization", "Basic " + String(repeating: "QUFB", count: 800)),
    ]

    /// Whether a header is one of those, or authorizes by a key that nobody has.
    static func isNobodys(_ header: (name: String, value: String)) -> Bool {
        headers.contains { $0 == header } || header.value.hasPrefix("Bearer " + keyPrefix)
    }

    /// Whether a value is nobody's, in capitals or not: one of those, or one letter over and over, as no countermark is that long.
    static func isNobodys(_ value: some Collection<UInt8>) -> Bool {
        guard let first = value.first else { return true }
        if value.count > 6, value.allSatisfy({ $0 == first }) { return true }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        return text == countermark.lowercased() || text.hasPrefix(keyPrefix)
            || text.count > 6 && headers.contains { $0.value.lowercased().hasSuffix(text) }
    }
}
