// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Synchronization

/// How often each provider called within the minute that its first call opened (`today §1.3`), in the platform's time.
///
/// A clock that stands still opens no new minute: whoever tests with one puts it forward, or asks for no limit.
package final class RateLimiter: Sendable {
    /// How many calls a minute are answered, unless told.
    package static let usual = 200

    private struct Minute {
        let start: Instant
        var calls: Int
    }

    private struct Contents {
        var limit: Int?
        var minutes: [Identifier<Provider>: Minute] = [:]
    }

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
            var minute = contents.minutes[provider] ?? Minute(start: instant, calls: 0)
            // Time that went back (a reset, a restored snapshot) opens a new one too.
            if instant < minute.start || instant >= minute.start + .minutes(1) {
                minute = Minute(start: instant, calls: 0)
            }
            guard minute.calls < limit else { return false }
            minute.calls += 1
            contents.minutes[provider] = minute
            return true
        }
    }

    /// Forgets all calls.
    func forget() {
        contents.withLock { $0.minutes = [:] }
    }
}
