// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform

@Suite("The platform's time")
struct VirtualClockTests {
    private let start = Instant(microseconds: 1_543_821_300_000_000)

    @Test("ticks on with the monotonic clock from wherever it was set")
    func ticks() throws {
        var clock = VirtualClock(at: start, mode: .ticking, monotonic: .seconds(100))
        #expect(clock.now(monotonic: .seconds(103)) == start + .seconds(3))
        try clock.set(to: start + .days(3650), monotonic: .seconds(110))
        #expect(clock.now(monotonic: .seconds(111)) == start + .days(3650) + .seconds(1))
    }

    @Test("stands still when frozen, and goes on from there when it ticks again")
    func freezes() {
        var clock = VirtualClock(at: start, mode: .ticking, monotonic: .zero)
        clock.setMode(.frozen, monotonic: .seconds(5))
        #expect(clock.now(monotonic: .seconds(500)) == start + .seconds(5))
        clock.setMode(.ticking, monotonic: .seconds(500))
        #expect(clock.now(monotonic: .seconds(501)) == start + .seconds(6))
    }

    @Test("does not go back, and says what it was asked")
    func refusesBackwards() {
        var clock = VirtualClock(at: start, mode: .frozen, monotonic: .zero)
        #expect(throws: VirtualClock.Backwards(asked: start - .seconds(1), now: start)) {
            try clock.set(to: start - .seconds(1), monotonic: .zero)
        }
        #expect(clock.now(monotonic: .zero) == start)
    }

    @Test("stops at the last instant that the contract can write")
    func stopsAtTheEnd() throws {
        var clock = VirtualClock(at: start, mode: .ticking, monotonic: .zero)
        try clock.set(to: Instant(microseconds: .max), monotonic: .zero)
        #expect(clock.now(monotonic: .days(1)) == .latest)
    }
}
