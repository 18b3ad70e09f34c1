// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// The platform's time: it starts somewhere, ticks on with the machine's monotonic clock or stands still, and only ever goes
/// forward.
///
/// A value: a copy of the platform (a fork, a snapshot) goes on from the same instant by itself.
package struct VirtualClock: Sendable {
    /// Whether time passes by itself.
    package enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Time passes as outside.
        case ticking
        /// Time passes only when it is advanced.
        case frozen
    }

    /// Why time was not set: the instant asked for lies before the present one.
    package struct Backwards: Error, Sendable, Hashable {
        /// What was asked for.
        package let asked: Instant
        /// What it is.
        package let now: Instant
    }

    /// Whether time passes by itself.
    package private(set) var mode: Mode
    private var base: Instant
    private var anchor: Span

    /// Creates a clock that shows that instant now.
    package init(at start: Instant, mode: Mode, monotonic: Span = SystemClock.monotonic()) {
        self.mode = mode
        self.base = start
        self.anchor = monotonic
    }

    /// What the clock shows, never after ``Instant/latest``.
    package func now(monotonic: Span = SystemClock.monotonic()) -> Instant {
        switch mode {
        case .frozen: base
        case .ticking: min(base + (monotonic - anchor), .latest)
        }
    }

    /// What is added to the monotonic time, or what a frozen clock shows: enough to read the clock elsewhere.
    var reading: (isFrozen: Bool, microseconds: Int64) {
        switch mode {
        case .frozen: (true, base.microseconds)
        case .ticking: (false, base.microseconds - anchor.microseconds)
        }
    }

    /// Puts the clock forward.
    package mutating func set(
        to instant: Instant, monotonic: Span = SystemClock.monotonic()
    ) throws(Backwards) {
        let now = now(monotonic: monotonic)
        guard instant >= now else { throw Backwards(asked: instant, now: now) }
        base = min(instant, .latest)
        anchor = monotonic
    }

    /// Lets time pass by itself, or stops it, at the instant that the clock shows.
    package mutating func setMode(_ mode: Mode, monotonic: Span = SystemClock.monotonic()) {
        base = now(monotonic: monotonic)
        anchor = monotonic
        self.mode = mode
    }
}
