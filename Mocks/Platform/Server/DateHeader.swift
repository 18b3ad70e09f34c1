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

    private let last = Mutex(Written(second: .min, text: ""))

    /// What it says now, or at that instant.
    func current(_ instant: Instant = SystemClock.now()) -> String {
        let second = instant.microseconds / 1_000_000
        return last.withLock { last in
            if last.second != second { last = Written(second: second, text: instant.httpDate) }
            return last.text
        }
    }
}
