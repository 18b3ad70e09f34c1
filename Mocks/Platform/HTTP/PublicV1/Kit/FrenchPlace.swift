// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Where in France a postal code is: its department, and what its clocks show (`today §2.3`, sentence E).
struct FrenchPlace: Sendable, Hashable {
    /// The department: `75`, `2A`, `974`.
    let department: String

    /// The place of a postal code; nothing without one.
    init?(postalCode: String?) {
        guard let postalCode, postalCode.utf8.count == 5 else { return nil }
        if postalCode.hasPrefix("97") || postalCode.hasPrefix("98") {
            department = String(postalCode.prefix(3))
        } else if postalCode.hasPrefix("20") {
            department = postalCode < "20200" ? "2A" : "2B"
        } else {
            department = String(postalCode.prefix(2))
        }
    }

    /// Day and time of a moment as the clocks of a place show them, those of Paris where the place is not known:
    /// `03/12/2018`, `07:15`.
    static func clock(_ instant: Instant, at place: FrenchPlace?) -> (day: String, time: String) {
        let offset = place?.overseasOffset(at: instant) ?? Zone.paris.offset(at: instant)
        let clock = CivilDateTime(instant + offset, in: .utc)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (
            "\(two(clock.date.day))/\(two(clock.date.month))/\(clock.date.year)",
            "\(two(clock.hour)):\(two(clock.minute))"
        )
    }

    /// How far the clocks of a department overseas are ahead of UTC; nothing in metropolitan France.
    private func overseasOffset(at instant: Instant) -> Span? {
        switch department {
        case "971", "972", "977", "978": .hours(-4)
        case "973": .hours(-3)
        case "974": .hours(4)
        case "975": Self.isMiquelonSummer(instant) ? .hours(-2) : .hours(-3)
        case "976": .hours(3)
        case "986": .hours(12)
        case "987": .hours(-10)
        case "988": .hours(11)
        default: nil
        }
    }

    /// Saint-Pierre-et-Miquelon has the summer time of its neighbours: from the second Sunday of March to the first one of November.
    private static func isMiquelonSummer(_ instant: Instant) -> Bool {
        let year = CivilDate(instant).year
        guard let begin = sunday(2, ofMonth: 3, in: year), let end = sunday(1, ofMonth: 11, in: year) else {
            return false
        }
        return (begin + .hours(5)..<end + .hours(4)).contains(instant)
    }

    private static func sunday(_ count: Int64, ofMonth month: Int, in year: Int) -> Instant? {
        CivilDate(year: year, month: month, day: 1).map { first in
            let days = first.daysSinceEpoch + Int64(7 - first.weekday) + 7 * (count - 1)
            return Instant(microseconds: days * Span.days(1).microseconds)
        }
    }
}
