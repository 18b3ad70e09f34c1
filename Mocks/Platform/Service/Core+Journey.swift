// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension Service.Core {
    /// An advance of the clock under way: a long one is gone in steps, so that it never holds the lock for long.
    struct Journey: Sendable {
        /// Where it leads.
        let target: Instant
        /// Of which timeline it is: after a reset or a restored snapshot it is of none any more.
        let timeline: Int
        /// What it has met so far.
        var advanced: Service.Advanced
    }

    /// How many things are settled in one step.
    static let step = 500

    /// Finds where an advance leads, stopping the clock first if it is to stand still there; refused, it changes nothing.
    mutating func setOut(
        _ advance: Service.Advance, mode: VirtualClock.Mode?
    ) throws(Service.AdvanceError) -> Journey {
        let before = clock
        if mode == .frozen { clock.setMode(.frozen) }
        let (now, settled) = settle()
        // Another advance may be under way: this one comes after it.
        let from = max(now, destination ?? now)
        var target: Instant
        switch advance {
        case .to(let instant): target = instant
        case .by(let span): target = from + span
        case .toNext:
            guard let next = state.nextDue else {
                clock = before
                throw .nothingDue
            }
            target = max(next.at, from)
        }
        guard target >= from else {
            clock = before
            throw .backwards(VirtualClock.Backwards(asked: target, now: from))
        }
        target = min(target, .latest)
        destination = target
        var advanced = Service.Advanced(now: now)
        advanced.add(settled)
        return Journey(target: target, timeline: timeline, advanced: advanced)
    }

    /// Leaves an advance where it stands.
    mutating func giveUp(_ journey: Journey) {
        if journey.timeline == timeline, destination == journey.target { destination = nil }
    }

    /// Goes one step on; says whether the advance is over.
    mutating func goOn(_ journey: inout Journey, mode: VirtualClock.Mode?) -> Bool {
        guard journey.timeline == timeline else {
            journey.advanced.now = clock.now()
            return true
        }
        let settled = settle(until: journey.target, limit: Self.step)
        journey.advanced.add(settled)
        let isThere = settled.count < Self.step || state.nextDue.map { $0.at > journey.target } ?? true
        // A ticking clock may be past this already: then it shows what the next settling brings about.
        try? clock.set(to: isThere ? journey.target : state.now)
        if isThere {
            if destination == journey.target { destination = nil }
            if let mode { clock.setMode(mode) }
        }
        journey.advanced.now = clock.now()
        return isThere
    }
}
