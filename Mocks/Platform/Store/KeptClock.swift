// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The platform's clock as it is kept: what it showed when, by the machine's own clock.
///
/// A clock that ticks goes on ticking while nobody runs the platform, as time does outside. One that stands still stands still.
struct KeptClock: Sendable, Hashable {
    /// Whether it ticks.
    let mode: VirtualClock.Mode
    /// What it showed.
    let shown: Instant
    /// What the machine's clock showed then.
    let real: Instant

    /// Creates a clock as it was kept.
    init(mode: VirtualClock.Mode, shown: Instant, real: Instant) {
        self.mode = mode
        self.shown = shown
        self.real = real
    }

    /// Notes what a clock shows.
    init(_ clock: VirtualClock) {
        self.init(mode: clock.mode, shown: clock.now(), real: SystemClock.now())
    }

    /// The clock as it goes on: never before an instant, and never back, should the machine's clock have been set back.
    func resumed(notBefore instant: Instant) -> VirtualClock {
        let passed = mode == .ticking ? max(.zero, SystemClock.now() - real) : .zero
        return VirtualClock(at: min(max(shown + passed, instant), .latest), mode: mode)
    }
}
