// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

struct ZoneTests {
    @Test(arguments: [
        ("2018-03-25T00:59:59Z", 1), ("2018-03-25T01:00:00Z", 2), ("2018-10-28T00:59:59Z", 2),
        ("2018-10-28T01:00:00Z", 1),
        ("2026-03-29T01:00:00Z", 2), ("2026-10-25T01:00:00Z", 1), ("2026-12-03T06:15:13Z", 1),
    ])
    func `Paris changes at one o'clock UTC on the last Sundays of March and October`(text: String, hours: Int64) throws
    {
        #expect(Zone.paris.offset(at: try #require(Instant(iso8601: text))) == .hours(hours))
    }

    @Test func `mails give the venue's own time`() throws {
        let instant = try #require(Instant(iso8601: "2026-12-03T06:15:13Z"))
        #expect(FrenchDate.long(instant, in: .ofDepartment("93")) == "3 décembre 2026 à 07:15")
        #expect(FrenchDate.long(instant, in: .ofDepartment("97")) == "3 décembre 2026 à 03:15")
        #expect(FrenchDate.long(instant, in: .ofDepartment(nil)) == "3 décembre 2026 à 07:15")
        #expect(EnglishDate.long(instant, in: .ofDepartment("97")) == "3 December 2026 at 03:15")
    }

    @Test func `a desk says the first of a month as people do, and mails as the service does`() throws {
        let first = try #require(Instant(iso8601: "2026-12-01T06:15:13Z"))
        #expect(FrenchDate.moment(first, in: .paris) == "1er décembre 2026 à 07:15")
        #expect(FrenchDate.moment(first + .days(1), in: .paris) == "2 décembre 2026 à 07:15")
        #expect(FrenchDate.day(CivilDate(first, in: .paris)) == "1er décembre 2026")
        #expect(FrenchDate.long(first, in: .paris) == "1 décembre 2026 à 07:15")
    }

    @Test func `an instant survives the way through the clocks on the wall`() throws {
        var instant = try #require(Instant(iso8601: "2018-01-01T00:00:00Z"))
        for _ in 0..<9_000 {
            // The second of the two equal hours at the end of summer time cannot come back: it reads as the first.
            let civil = CivilDateTime(instant, in: .paris)
            let back = civil.instant(in: .paris)
            #expect(back == instant || (instant - back == .hours(1) && civil.date.month == 10))
            instant = instant + .minutes(61)
        }
    }

    @Test func `weekdays count from Monday`() throws {
        #expect(try #require(CivilDate(year: 2018, month: 12, day: 3)).weekday == 1)
        #expect(try #require(CivilDate(year: 2026, month: 11, day: 22)).weekday == 7)
        #expect(try #require(CivilDate(year: 1969, month: 12, day: 31)).weekday == 3)
    }
}
