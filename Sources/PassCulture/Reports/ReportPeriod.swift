// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The days that a report is about, from midnight to midnight on the clocks of Paris.
public struct ReportPeriod: Hashable, Sendable, CustomStringConvertible {
    /// Its first day.
    public let first: CivilDate
    /// The day after its last one.
    public let end: CivilDate
    /// `2018-12-03` or `2018-12`.
    public let description: String

    /// A day.
    public init(day: CivilDate) {
        first = day
        end = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
        description = day.iso8601
    }

    /// A month; `nil` if there is none of that number.
    public init?(year: Int, month: Int) {
        guard let first = CivilDate(year: year, month: month, day: 1),
            let end = CivilDate(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        else { return nil }
        self.first = first
        self.end = end
        description = String(first.iso8601.dropLast(3))
    }

    /// A day as `2018-12-03`, or a month as `2018-12`; `nil` if the text is neither, or there is no such day.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDay = parts.map(\.utf8.count) == [4, 2, 2]
        guard isDay || parts.map(\.utf8.count) == [4, 2],
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard isDay else {
            self.init(year: numbers[0], month: numbers[1])
            return
        }
        guard let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
        self.init(day: day)
    }

    /// Whether it is one day.
    public var isDay: Bool { end.daysSinceEpoch == first.daysSinceEpoch + 1 }

    /// Its first instant (UTC).
    public var begin: Instant { Self.midnight(first) }

    /// The instant at which it is over (UTC).
    public var over: Instant { Self.midnight(end) }

    /// Whether an instant is in it.
    public func contains(_ instant: Instant) -> Bool { begin <= instant && instant < over }

    /// As French people write it: `3 décembre 2018`, `décembre 2018`.
    public var inFrench: String {
        let day = FrenchDate.day(first)
        return isDay ? day : day.split(separator: " ").dropFirst().joined(separator: " ")
    }

    private static func midnight(_ date: CivilDate) -> Instant {
        CivilDateTime(date: date, hour: 0).instant(in: .paris)
    }
}
