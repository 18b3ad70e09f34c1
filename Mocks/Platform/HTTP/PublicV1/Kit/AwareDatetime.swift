// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A date as requests of today's edition write it: ISO 8601 with its zone (`today §1.4`).
///
/// `T` or a space before the time, seconds or none, up to twelve digits of fraction of which six count, and `Z` or an offset of hours with or
/// without minutes: C# writes seven digits unless told, Java leaves out seconds that are zero.
enum AwareDatetime {
    /// A moment.
    case aware(Instant)
    /// A date that does not say in which zone.
    case naive
    /// No date.
    case invalid

    /// Reads a text.
    init(_ text: String) {
        var reader = DatetimeReader(text)
        guard let local = reader.local() else {
            self = .invalid
            return
        }
        guard !reader.isAtEnd else {
            self = .naive
            return
        }
        guard let offset = reader.offset(), reader.isAtEnd, Self.writable.contains(local - offset) else {
            self = .invalid
            return
        }
        self = .aware(local - offset)
    }

    /// The years 1 to 9999, beyond which an offset may lead, and in which alone answers can be written.
    private static let writable = Instant(microseconds: -62_135_596_800_000_000)...Instant.latest
}

/// Reads the parts of a date from left to right.
private struct DatetimeReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Date and time, as if they were in UTC.
    mutating func local() -> Instant? {
        guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2), let date = CivilDate(year: year, month: month, day: day),
            skip("T") || skip(" "), let hour = number(digits: 2), hour < 24, skip(":"),
            let minute = number(digits: 2), minute < 60
        else { return nil }
        var (second, microsecond) = (0, 0)
        if skip(":") {
            guard let seconds = number(digits: 2), seconds < 60 else { return nil }
            second = seconds
            if skip(".") {
                guard let fraction = fraction() else { return nil }
                microsecond = fraction
            }
        }
        return CivilDateTime(date: date, hour: hour, minute: minute, second: second, microsecond: microsecond)
            .instant(in: .utc)
    }

    /// How far the zone is ahead of UTC: `Z`, `+02`, `+0200` or `+02:00`.
    mutating func offset() -> Span? {
        if skip("Z") || skip("z") { return .zero }
        let isBehind = skip("-")
        guard isBehind || skip("+"), let hours = number(digits: 2), hours < 24 else { return nil }
        var minutes = 0
        if skip(":") || !isAtEnd {
            guard let number = number(digits: 2), number < 60 else { return nil }
            minutes = number
        }
        let offset = Span.minutes(Int64(hours * 60 + minutes))
        return isBehind ? .zero - offset : offset
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest.removeFirst(digits)
        return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// One to twelve digits, as microseconds; what is smaller than one is cut off.
    private mutating func fraction() -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...12).contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        let counted = digits.prefix(6)
        return (counted.count..<6).reduce(counted.reduce(0) { $0 * 10 + Int($1 - 0x30) }) { number, _ in number * 10 }
    }
}
