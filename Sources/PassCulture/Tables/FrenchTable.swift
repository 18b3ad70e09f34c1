// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Amounts, days and times as French tables write them.
enum FrenchTable {
    /// An amount without its sign of currency: `1250,00`.
    static func amount(_ cents: Int64) -> String {
        let rest = cents.magnitude % 100
        return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100),\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The cents of `1250,00 €`; the sign of currency may be missing, and a blank, no-break ones too, may stand before it.
    static func cents(_ text: String) -> Int64? {
        var scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "€" }
        let isNegative = scalars.first == "-"
        if isNegative { scalars.removeFirst() }
        let parts = String(scalars).split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let cents = Int64(parts[0] + parts[1])
        else { return nil }
        return isNegative ? -cents : cents
    }

    /// A day: `03/12/2018`.
    static func day(_ date: CivilDate) -> String { "\(padded(date.day))/\(padded(date.month))/\(date.year)" }

    /// A day and a time: `03/12/2018 20:30`.
    static func moment(_ instant: Instant, in zone: Zone) -> String {
        let civil = CivilDateTime(instant, in: zone)
        return "\(day(civil.date)) \(padded(civil.hour)):\(padded(civil.minute))"
    }

    /// The instant of `03/12/2018 20:30` on the clocks of a zone.
    static func instant(_ text: String, in zone: Zone) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let (day, clock) = (numbers(parts[0], "/", [2, 2, 4]), numbers(parts[1], ":", [2, 2]))
        guard let day, let clock, let date = CivilDate(year: day[2], month: day[1], day: day[0]), clock[0] < 24,
            clock[1] < 60
        else { return nil }
        return CivilDateTime(date: date, hour: clock[0], minute: clock[1]).instant(in: zone)
    }

    /// The numbers of a text, each of so many digits.
    private static func numbers(_ text: Substring, _ separator: Character, _ digits: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == digits else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        return numbers.count == digits.count ? numbers : nil
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
