// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// The platform's time as it can be read without the lock: for the journal, which may be a change of the clock behind.
struct ClockMirror: ~Copyable {
    private let isFrozen: Atomic<Bool>
    private let microseconds: Atomic<Int64>

    /// Creates a mirror of a clock.
    init(_ clock: VirtualClock) {
        isFrozen = Atomic(clock.reading.isFrozen)
        microseconds = Atomic(clock.reading.microseconds)
    }

    /// Shows a clock that was changed.
    func show(_ clock: VirtualClock) {
        isFrozen.store(clock.reading.isFrozen, ordering: .relaxed)
        microseconds.store(clock.reading.microseconds, ordering: .relaxed)
    }

    /// Whether the clock stands still.
    var standsStill: Bool { isFrozen.load(ordering: .relaxed) }

    /// About what the clock shows.
    func now(monotonic: Span) -> Instant {
        let shown = microseconds.load(ordering: .relaxed)
        return Instant(microseconds: isFrozen.load(ordering: .relaxed) ? shown : shown + monotonic.microseconds)
    }
}
