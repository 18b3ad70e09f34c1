// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, without a time or a zone.
public struct CivilDate: Comparable, Hashable, Sendable {
    /// The year, such as 2018.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Creates a date, or nothing if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, in: year)
        else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// The day that it is at `instant` in `zone`.
    public init(_ instant: Instant, in zone: Zone = .utc) {
        let local = instant.microseconds.addingClamped(zone.offset(at: instant).microseconds)
        self.init(daysSinceEpoch: local.flooringQuotient(by: Span.days(1).microseconds))
    }

    /// The day so many days after 1970-01-01.
    public init(daysSinceEpoch days: Int64) {
        // Counted from 0000-03-01, so that the leap day ends a year; an era is 400 years.
        let shifted = days + 719_468
        let era = shifted.flooringQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        self.init(checkedYear: year, month: month, day: Int(dayOfYear - (153 * shiftedMonth + 2) / 5) + 1)
    }

    private init(checkedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The number of days since 1970-01-01; negative before.
    public var daysSinceEpoch: Int64 {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = shiftedYear.flooringQuotient(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    public var weekday: Int {
        let sinceMonday = daysSinceEpoch + 3  // 1970-01-01 was a Thursday.
        return Int(sinceMonday - sinceMonday.flooringQuotient(by: 7) * 7) + 1
    }

    /// The date as `2018-12-03`.
    public var iso8601: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    /// Whether the left day comes first.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The number of days in a month.
    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
