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

    /// How far time has come, and what fell due on the way.
    package struct Advanced: Sendable {
        /// How many of the things settled are listed.
        package static let listedAtMost = 1_000
        /// The platform's time.
        package internal(set) var now: Instant
        /// The first things settled, oldest first.
        package internal(set) var settled: [Settled] = []
        /// How many there were in all.
        package internal(set) var settledCount = 0

        /// Counts more things, and lists them if there is room.
        mutating func add(_ more: [Settled]) {
            settledCount += more.count
            settled += more.prefix(Self.listedAtMost - settled.count)
        }
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

    /// Puts the clock forward to an instant and says whether time passes by itself from there on.
    ///
    /// Frozen, the clock stands still before anything else happens, so that it shows exactly that instant afterwards; ticking, it
    /// ticks from there. An instant in the past changes nothing, the mode neither.
    @discardableResult
    package func setClock(to instant: Instant, mode: VirtualClock.Mode?) async throws(AdvanceError) -> Advanced {
        try await go(.to(instant), mode: mode)
    }

    /// Advances the clock and settles, in order, all that falls due on the way.
    ///
    /// A long way is gone in steps, between which others are served: they see the platform as far as it has come, and time never
    /// stands beyond what is settled. Whoever advances meanwhile starts from where the first one is going; a reset or a restored
    /// snapshot ends it, and so does the end of the task that asked for it, where it stands.
    @discardableResult
    package func advance(_ advance: Advance) async throws(AdvanceError) -> Advanced {
        try await go(advance, mode: nil)
    }

    private func go(_ advance: Advance, mode: VirtualClock.Mode?) async throws(AdvanceError) -> Advanced {
        var (journey, isThere) = try withCore { core throws(AdvanceError) in
            var journey = try core.setOut(advance, mode: mode)
            let isThere = core.goOn(&journey, mode: mode)
            return (journey, isThere)
        }
        while !isThere {
            await Task.yield()
            // Steps that are not written yet do not pile up; should they never be, the answer will say so.
            try? await settleData()
            // The platform is stopping, and waits for its answers.
            guard !Task.isCancelled else {
                withCore { [journey] in $0.giveUp(journey) }
                break
            }
            (journey, isThere) = withCore { [journey] core in
                var journey = journey
                let isThere = core.goOn(&journey, mode: mode)
                return (journey, isThere)
            }
        }
        return journey.advanced
    }

    /// The mails sent so far, newest last: all, or those to an address.
    package func mails(to address: String? = nil) -> [Mail] {
        withCore { core in
            core.settle()
            return core.mailbox.mails(to: address)
        }
    }

    /// The mail of that number, unless there never was one or the mailbox let it go.
    package func mail(_ number: Int) -> Mail? {
        withCore { core in
            core.settle()
            return core.mailbox.mail(number)
        }
    }

    /// How many mails are gone from the mailbox for want of room.
    package var droppedMails: Int { withCore { $0.mailbox.dropped } }
}
