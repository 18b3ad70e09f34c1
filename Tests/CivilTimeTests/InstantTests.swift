// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2018-12-03T06:15:13Z", 1_543_817_713_000_000),
        ("2026-11-23T06:11:53.169069Z", 1_795_414_313_169_069), ("1969-12-31T23:59:59.999999Z", -1),
        ("2000-02-29T12:00:00Z", 951_825_600_000_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
    ])
    func `reads and writes the contract's form`(text: String, microseconds: Int64) {
        #expect(Instant(iso8601: text)?.microseconds == microseconds)
        #expect(Instant(microseconds: microseconds).iso8601 == text)
    }

    @Test func `reads a date without Z and a short fraction`() {
        #expect(Instant(iso8601: "2018-12-03T06:15:13")?.iso8601 == "2018-12-03T06:15:13Z")
        #expect(Instant(iso8601: "2018-12-03T06:15:13.5Z")?.iso8601 == "2018-12-03T06:15:13.500000Z")
    }

    @Test(arguments: [
        "", "2018-01-01", "2018-12-03T06:15:13+01:00", "2018-12-03 06:15:13Z", "2018-12-03T06:15Z",
        "2018-02-29T00:00:00Z",
        "2018-12-03T24:00:00Z", "2018-12-03T06:60:00Z", "2018-13-03T06:00:00Z", "2018-12-03T06:15:13.Z",
        "2018-12-03T06:15:13.1234567Z", "2018-12-03T06:15:13.5", "2018-12-03T06:15:13ZZ", "+018-12-03T06:15:13Z",
        "2018-12-03T06:15:13z", "٢٠١٨-12-03T06:15:13Z",
    ])
    func `refuses every other form`(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test(arguments: [Int64.min, .min + 1, .min + 86_400_000_000, .max - 1, .max])
    func `the ends of what can be represented are written and reckoned with`(microseconds: Int64) {
        let instant = Instant(microseconds: microseconds)
        #expect(instant.iso8601.hasSuffix("Z"))
        for zone in [Zone.utc, .paris] {
            let civil = CivilDateTime(instant, in: zone)
            #expect((0..<24).contains(civil.hour) && (0..<60).contains(civil.minute) && (0..<60).contains(civil.second))
            #expect((0..<1_000_000).contains(civil.microsecond))
        }
        let other = Instant(microseconds: microseconds < 0 ? .max : .min)
        #expect((instant - other).microseconds == (microseconds < 0 ? .min : .max))
        #expect(instant - Span(microseconds: microseconds) == .epoch)
        #expect(instant - Span(microseconds: .min) >= instant)
    }

    @Test func `spans are held at the ends of what can be represented`() {
        let longest = Span(microseconds: .max)
        let shortest = Span(microseconds: .min)
        for span in [
            Span.days(.max), .hours(.max), .minutes(.max), .seconds(.max), .milliseconds(.max), longest + .days(1),
        ] {
            #expect(span == longest)
        }
        for span in [Span.days(.min), .milliseconds(.min), shortest - .days(1), shortest + .seconds(-1)] {
            #expect(span == shortest)
        }
        #expect(shortest.inSeconds == "-9223372036854.77")
    }

    @Test func `days survive the way there and back, over eight centuries`() {
        for days in stride(from: Int64(-150_000), through: 150_000, by: 37) {
            let date = CivilDate(daysSinceEpoch: days)
            #expect(date.daysSinceEpoch == days)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test func `sums are held at the ends instead of trapping`() {
        #expect(Instant(microseconds: .max) + .days(1) == Instant(microseconds: .max))
        #expect(Instant(microseconds: .min) - .days(1) == Instant(microseconds: .min))
    }
}
