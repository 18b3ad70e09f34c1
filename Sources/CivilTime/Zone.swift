// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A time zone of the contract.
///
/// Only these are needed: mails give a venue's own time, and the service knew two zones for venues, by department
/// (`contract 2018-12 §10`).
public enum Zone: Hashable, Sendable {
    /// Coordinated universal time.
    case utc
    /// Metropolitan France: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, at 01:00 UTC.
    case paris
    /// French Guiana, which the service used for all of department 97: UTC−3 all year.
    case cayenne

    /// The zone of a venue in that department; Paris when there is none.
    public static func ofDepartment(_ code: String?) -> Zone {
        code?.hasPrefix("97") == true ? .cayenne : .paris
    }

    /// How far the clocks of the zone are ahead of UTC in winter.
    var standardOffset: Span {
        switch self {
        case .utc: .zero
        case .paris: .hours(1)
        case .cayenne: .hours(-3)
        }
    }

    /// How far they are ahead in summer.
    var summerOffset: Span { self == .paris ? .hours(2) : standardOffset }

    /// How far the clocks of the zone are ahead of UTC at `instant`.
    public func offset(at instant: Instant) -> Span {
        guard self == .paris else { return standardOffset }
        let year = CivilDate(instant, in: .utc).year
        return (Zone.lastSunday(ofMonth: 3, in: year)..<Zone.lastSunday(ofMonth: 10, in: year)).contains(instant)
            ? summerOffset : standardOffset
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func lastSunday(ofMonth month: Int, in year: Int) -> Instant {
        guard let last = CivilDate(year: year, month: month, day: 31) else { return .latest }
        let days = last.daysSinceEpoch - Int64(last.weekday % 7)
        return Instant(microseconds: days * Span.days(1).microseconds) + .hours(1)
    }
}
