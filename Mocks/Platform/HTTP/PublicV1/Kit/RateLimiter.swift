// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Synchronization

/// How often each provider called within the minute that its first call opened (`today §1.3`), in the platform's time.
///
/// A clock that stands still opens no new minute: whoever tests with one puts it forward, or asks for no limit. Whose minute is over is
/// forgotten in time, so that it remembers few more than call within a minute.
package final class RateLimiter: Sendable {
    /// How many calls a minute are answered, unless told.
    package static let usual = 200

    private struct Minute {
        let start: Instant
        var calls: Int

        /// Whether the minute is not over; time that went back (a reset, a restored snapshot) ends it too.
        func contains(_ instant: Instant) -> Bool { start <= instant && instant < start + .minutes(1) }
    }

    private struct Contents {
        var limit: Int?
        var minutes: [Identifier<Provider>: Minute] = [:]
        /// How many are remembered before those whose minute is over are looked for.
        var sweepsAt = RateLimiter.fewest

        /// Forgets whose minute is over, once as many are remembered as twice those that the last look left.
        mutating func sweep(at instant: Instant) {
            guard minutes.count >= sweepsAt else { return }
            minutes = minutes.filter { $0.value.contains(instant) }
            sweepsAt = max(RateLimiter.fewest, 2 * minutes.count)
        }
    }

    /// How many providers are remembered without a look at whether their minutes are over.
    static let fewest = 64

    private let contents: Mutex<Contents>

    /// Creates a limiter that has seen no call, with a limit or, with nothing, without one.
    package init(limit: Int? = RateLimiter.usual) {
        contents = Mutex(Contents(limit: limit))
    }

    /// How many calls a minute are answered; nothing for any number.
    var limit: Int? {
        get { contents.withLock { $0.limit } }
        set { contents.withLock { $0.limit = newValue } }
    }

    /// Counts a call, and says whether it is answered. What is refused prolongs nothing.
    func allows(_ provider: Identifier<Provider>, at instant: Instant) -> Bool {
        contents.withLock { contents in
            guard let limit = contents.limit else { return true }
            guard var minute = contents.minutes[provider], minute.contains(instant) else {
                contents.sweep(at: instant)
                contents.minutes[provider] = Minute(start: instant, calls: 1)
                return true
            }
            guard minute.calls < limit else { return false }
            minute.calls += 1
            contents.minutes[provider] = minute
            return true
        }
    }

    /// How many providers are remembered.
    var remembered: Int { contents.withLock { $0.minutes.count } }

    /// Forgets all calls.
    func forget() {
        contents.withLock { contents in
            contents.minutes = [:]
            contents.sweepsAt = Self.fewest
        }
    }
}
