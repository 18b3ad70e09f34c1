// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A date as requests of today's edition write it: ISO 8601 with its zone, `Z` or an offset (`today §1.4`).
enum AwareDatetime {
    /// A moment.
    case aware(Instant)
    /// A date that does not say in which zone.
    case naive
    /// No date.
    case invalid

    /// Reads a text.
    init(_ text: String) {
        if text.hasSuffix("Z") {
            self = Instant(iso8601: text).map { .aware($0) } ?? .invalid
            return
        }
        guard let (local, offset) = Self.split(text) else {
            self = Instant(iso8601: text) == nil ? .invalid : .naive
            return
        }
        guard let instant = Instant(iso8601: local + "Z").map({ $0 - offset }), Self.writable.contains(instant) else {
            self = .invalid
            return
        }
        self = .aware(instant)
    }

    /// The years 1 to 9999, beyond which an offset may lead, and in which alone answers can be written.
    private static let writable = Instant(microseconds: -62_135_596_800_000_000)...Instant.latest

    /// A text that ends in `+02:00`, `-0430` or the like, taken apart.
    private static func split(_ text: String) -> (local: String, offset: Span)? {
        guard let mark = text.lastIndex(where: { $0 == "+" || $0 == "-" }), text[..<mark].contains("T") else {
            return nil
        }
        let digits = text[text.index(after: mark)...].filter { $0 != ":" }
        guard digits.utf8.count == 4, let number = Int64(digits), number >= 0, number % 100 < 60, number < 24_00 else {
            return nil
        }
        let offset = Span.minutes(number / 100 * 60 + number % 100)
        return (String(text[..<mark]), text[mark] == "-" ? .zero - offset : offset)
    }
}
