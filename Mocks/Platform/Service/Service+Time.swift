// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain

extension Service {
    /// What the clock shows, and what comes next.
    package struct ClockReading: Sendable {
        /// The platform's time.
        package let now: Instant
        /// Whether it passes by itself.
        package let mode: VirtualClock.Mode
        /// The next thing that falls due.
        package let nextDue: (at: Instant, what: DueWhat)?
    }

    /// How far to go.
    package enum Advance: Sendable, Hashable {
        /// To that instant.
        case to(Instant)
        /// By that much.
        case by(Span)
        /// To the next thing that falls due.
        case toNext
    }

    /// Why time was not advanced.
    package enum AdvanceError: Error, Sendable, Hashable {
        /// Backwards.
        case backwards(VirtualClock.Backwards)
        /// Nothing will fall due.
        case nothingDue
    }

    /// Reads the clock.
    package func clock() -> ClockReading {
        withCore { core in
            let (now, _) = core.settle()
            return ClockReading(now: now, mode: core.clock.mode, nextDue: core.state.nextDue)
        }
    }

    /// Lets time pass by itself, or stops it.
    package func setClockMode(_ mode: VirtualClock.Mode) {
        withCore { $0.clock.setMode(mode) }
    }

    /// Advances the clock and settles, in order, all that falls due on the way.
    @discardableResult
    package func advance(_ advance: Advance) throws(AdvanceError) -> (now: Instant, settled: [Settled]) {
        try withCore { core throws(AdvanceError) in
            let (now, before) = core.settle()
            let target: Instant
            switch advance {
            case .to(let instant): target = instant
            case .by(let span): target = now + span
            case .toNext:
                guard let next = core.state.nextDue else { throw .nothingDue }
                target = next.at
            }
            do throws(VirtualClock.Backwards) {
                try core.clock.set(to: target)
            } catch {
                throw .backwards(error)
            }
            let (reached, settled) = core.settle()
            return (reached, before + settled)
        }
    }

    /// The mails sent so far, newest last: all, or those to an address.
    package func mails(to address: String? = nil) -> [Mail] {
        withCore { core in
            core.settle()
            return core.mailbox.mails(to: address)
        }
    }
}
