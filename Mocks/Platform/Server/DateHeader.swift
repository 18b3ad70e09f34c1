// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// The value of the header `Date` (RFC 9110 §6.6.1): the machine's time and not the platform's, for caches and signatures go by it.
///
/// Put together once a second.
final class DateHeader: Sendable {
    private struct Written {
        var second: Int64
        var text: String
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private let last = Mutex(Written(second: .min, text: ""))

    /// What it says now, or at that instant.
    func current(_ instant: Instant = SystemClock.now()) -> String {
        let second = instant.microseconds / 1_000_000
        return last.withLock { last in
            if last.second != second { last = Written(second: second, text: Self.text(of: instant)) }
            return last.text
        }
    }

    /// An instant as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(of instant: Instant) -> String {
        let time = CivilDateTime(instant, in: .utc)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let weekday = weekdays[time.date.weekday - 1]
        let day = "\(two(time.date.day)) \(months[time.date.month - 1]) \(time.date.year)"
        return "\(weekday), \(day) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) GMT"
    }
}
