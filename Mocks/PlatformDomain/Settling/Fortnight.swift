// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The fortnight of the payments: its batches and its label (`contract 2018-12 §9.3`, `§9.4`).
enum Fortnight {
    /// The first batch after an instant: 00:00 UTC on the 1st and the 15th of each month, for ever.
    static func batch(after instant: Instant) -> Instant {
        let today = CivilDate(min(instant, .latest))
        let next: CivilDate? =
            if today.day < 15 {
                CivilDate(year: today.year, month: today.month, day: 15)
            } else if today.month < 12 {
                CivilDate(year: today.year, month: today.month + 1, day: 1)
            } else {
                CivilDate(year: today.year + 1, month: 1, day: 1)
            }
        // After the last day that the contract can write there is nothing left to wait for.
        guard let next else { return Instant(microseconds: .max) }
        return Instant(microseconds: next.daysSinceEpoch * Span.days(1).microseconds)
    }

    /// The label of the payments made at an instant.
    static func label(at instant: Instant) -> String {
        let date = CivilDate(instant)
        let half = date.day < 15 ? "1ère quinzaine" : "2nde quinzaine"
        return "pass Culture Pro - remboursement \(half) \(date.month < 10 ? "0" : "")\(date.month)-\(date.year)"
    }
}
