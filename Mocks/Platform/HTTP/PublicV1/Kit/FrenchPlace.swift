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
        let clock = CivilDateTime(instant, in: .officialTime(inDepartment: place?.department))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (
            "\(two(clock.date.day))/\(two(clock.date.month))/\(clock.date.year)",
            "\(two(clock.hour)):\(two(clock.minute))"
        )
    }
}
