// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

@testable import PassCulture

/// An outbox whose caller is held up once, between the reading of a countermark's attempts and what it does by that; or cannot read them.
struct HeldUpOutbox: OutboxStore {
    private let store: any OutboxStore
    private let holdUp: @Sendable () throws(OutboxError) -> Void
    private let isHeldUp: Once

    /// What holds it up, at which reading: it goes on when this returns.
    init(
        _ store: any OutboxStore, at reading: Int = 1, by holdUp: @escaping @Sendable () throws(OutboxError) -> Void
    ) {
        self.store = store
        isHeldUp = Once(at: reading)
        self.holdUp = holdUp
    }

    func attempts(of countermark: Countermark) throws(OutboxError) -> [Attempt] {
        let attempts = try store.attempts(of: countermark)
        if isHeldUp.take() { try holdUp() }
        return attempts
    }

    func add(
        _ attempt: Attempt, isSent: Bool, within limits: OfflineLimits?, at now: Instant
    ) throws(OutboxError) -> OutboxAddition {
        try store.add(attempt, isSent: isSent, within: limits, at: now)
    }

    func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant
    ) throws(OutboxError) -> Attempt {
        try store.advance(id, by: events, if: condition, at: now)
    }

    func postpone(_ id: UInt64, within limits: OfflineLimits, at now: Instant) throws(OutboxError) -> Attempt {
        try store.postpone(id, within: limits, at: now)
    }

    func note(_ text: String, on id: UInt64, at now: Instant) throws(OutboxError) {
        try store.note(text, on: id, at: now)
    }

    func openAttempts() throws(OutboxError) -> [OpenAttempt] { try store.openAttempts() }

    func attempts(from begin: Instant, to end: Instant) throws(OutboxError) -> [Attempt] {
        try store.attempts(from: begin, to: end)
    }

    func erase(closedBefore instant: Instant) throws(OutboxError) -> Int { try store.erase(closedBefore: instant) }

    func latestInstant() throws(OutboxError) -> Instant? { try store.latestInstant() }

    func load(_ list: DayList, at now: Instant) throws(OutboxError) { try store.load(list, at: now) }

    func entry(of countermark: Countermark) throws(OutboxError) -> DayList.Entry? { try store.entry(of: countermark) }

    func wipeDayLists(begunBefore instant: Instant) throws(OutboxError) -> Int {
        try store.wipeDayLists(begunBefore: instant)
    }
}
