// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// Notices a clock that was set back: one that shows an earlier time than the outbox has written down already.
///
/// Nothing is lost by that: attempts keep their order, and an attempt that seems to be sent before it was checked has no evidence. But times
/// in reports are wrong, so it is told.
final class ClockWatch: Sendable {
    /// By how much a clock may be corrected without a word.
    private static let tolerance = Span.minutes(1)

    private struct Seen {
        var latest: Instant?
        var isRead = false
        var wasSetBack = false
    }

    private let seen = Mutex(Seen())

    /// Whether the clock was set back since the outbox was last written.
    var wasSetBack: Bool { seen.withLock { $0.wasSetBack } }

    /// Takes note of the time at which something is written; says whether the clock has just been found to be set back.
    func note(_ now: Instant, _ store: any OutboxStore) -> Bool {
        let isRead = seen.withLock { $0.isRead }
        let stored = isRead ? nil : (try? store.latestInstant()) ?? nil
        return seen.withLock { seen in
            seen.isRead = true
            let latest = [seen.latest, stored].compactMap(\.self).max()
            let isBack = latest.map { now < $0 - Self.tolerance } ?? false
            defer { seen.wasSetBack = isBack }
            seen.latest = max(now, latest ?? now)
            return isBack && !seen.wasSetBack
        }
    }
}
