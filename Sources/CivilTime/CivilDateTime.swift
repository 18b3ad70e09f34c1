// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A day and a time of day, without a zone: what a clock on a wall shows.
public struct CivilDateTime: Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 59.
    public var second: Int
    /// The microsecond, 0 to 999,999.
    public var microsecond: Int

    /// Creates a day and time.
    public init(date: CivilDate, hour: Int, minute: Int = 0, second: Int = 0, microsecond: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
    }

    /// What the clocks show in `zone` at `instant`.
    public init(_ instant: Instant, in zone: Zone) {
        let local = instant.microseconds.addingClamped(zone.offset(at: instant).microseconds)
        let day = local.flooringQuotient(by: Span.days(1).microseconds)
        var rest = Int(local.flooringRemainder(by: Span.days(1).microseconds))
        date = CivilDate(daysSinceEpoch: day)
        microsecond = rest % 1_000_000
        rest /= 1_000_000
        second = rest % 60
        rest /= 60
        minute = rest % 60
        hour = rest / 60
    }

    /// The instant at which the clocks in `zone` show this; of the two at the end of summer time the first, and for an hour that
    /// the start of summer time skips the instant that follows from winter time.
    public func instant(in zone: Zone) -> Instant {
        let seconds = Int64((hour * 60 + minute) * 60 + second)
        let asUTC = Instant(microseconds: date.daysSinceEpoch * Span.days(1).microseconds)
            .advanced(by: .seconds(seconds)).advanced(by: Span(microseconds: Int64(microsecond)))
        let inSummer = asUTC - zone.summerOffset
        return zone.offset(at: inSummer) == zone.summerOffset ? inSummer : asUTC - zone.standardOffset
    }

    /// The time of day as `06:15:13`.
    var clockText: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))" }
}
