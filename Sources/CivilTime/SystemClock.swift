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

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
