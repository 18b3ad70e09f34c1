// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A time zone of the contract.
///
/// Only these are needed: mails give a venue's own time, and the service of 2018 knew two zones for venues, by department
/// (`contract 2018-12 §10`); today's gives every department its own (``officialTime(inDepartment:)``).
public enum Zone: Hashable, Sendable {
    /// Coordinated universal time.
    case utc
    /// Metropolitan France: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, at 01:00 UTC.
    case paris
    /// French Guiana, which the service used for all of department 97: UTC−3 all year.
    case cayenne
    /// A zone without a summer time, so far ahead of UTC.
    case fixed(Span)
    /// Saint-Pierre-et-Miquelon: UTC−3, and UTC−2 from the second Sunday of March to the first Sunday of November, at 02:00 there.
    case miquelon

    /// The zone of a venue in that department; Paris when there is none.
    public static func ofDepartment(_ code: String?) -> Zone {
        code?.hasPrefix("97") == true ? .cayenne : .paris
    }

    /// How far the clocks of the zone are ahead of UTC in winter.
    var standardOffset: Span {
        switch self {
        case .utc: .zero
        case .paris: .hours(1)
        case .cayenne, .miquelon: .hours(-3)
        case .fixed(let offset): offset
        }
    }

    /// How far they are ahead in summer.
    var summerOffset: Span {
        switch self {
        case .paris: .hours(2)
        case .miquelon: .hours(-2)
        case .utc, .cayenne, .fixed: standardOffset
        }
    }

    /// How far the clocks of the zone are ahead of UTC at `instant`.
    public func offset(at instant: Instant) -> Span {
        guard summerOffset != standardOffset else { return standardOffset }
        let year = CivilDate(instant, in: .utc).year
        // Saint-Pierre-et-Miquelon changes at 02:00 by the clocks of before: 05:00 UTC in March, 04:00 UTC in November.
        let (start, end) =
            self == .paris
            ? (Zone.lastSunday(ofMonth: 3, in: year), Zone.lastSunday(ofMonth: 10, in: year))
            : (
                Zone.sunday(from: 8, ofMonth: 3, in: year) + .hours(5),
                Zone.sunday(from: 1, ofMonth: 11, in: year) + .hours(4)
            )
        return instant >= start && instant < end ? summerOffset : standardOffset
    }

    /// 00:00 UTC on the first Sunday that is that day of the month or later.
    private static func sunday(from day: Int, ofMonth month: Int, in year: Int) -> Instant {
        guard let start = CivilDate(year: year, month: month, day: day) else { return .latest }
        return Instant(microseconds: (start.daysSinceEpoch + Int64(7 - start.weekday)) * Span.days(1).microseconds)
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func lastSunday(ofMonth month: Int, in year: Int) -> Instant {
        guard let last = CivilDate(year: year, month: month, day: 31) else { return .latest }
        let days = last.daysSinceEpoch - Int64(last.weekday % 7)
        return Instant(microseconds: days * Span.days(1).microseconds) + .hours(1)
    }
}
