// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The machine's clocks: the only file of the kit that reads them.
///
/// Everything else is given the time, so that tests and the local platform can set it.
public enum SystemClock {
    /// The real time, as this machine has it.
    public static func now() -> Instant {
        Instant(microseconds: read(CLOCK_REALTIME))
    }

    /// The time since some fixed moment, which nobody can set back: for measuring how long something took.
    public static func monotonic() -> Span {
        Span(microseconds: read(CLOCK_MONOTONIC))
    }

    /// Holds the calling thread for so long; a negative span holds it not at all.
    public static func hold(_ span: Span) {
        let end = monotonic() + span
        while true {
            let left = (end - monotonic()).microseconds
            guard left > 0 else { return }
            // A signal may end it early; then what is left is waited for.
            var time = timespec(tv_sec: Int(left / 1_000_000), tv_nsec: Int(left % 1_000_000) * 1_000)
            nanosleep(&time, nil)
        }
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
