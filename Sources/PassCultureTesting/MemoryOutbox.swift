// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
public import PassCulture
import Synchronization

/// An outbox in memory that can be killed at any of its writes, as a power cut would kill a till: for tests of what happens then.
///
/// ```swift
/// let outbox = MemoryOutbox()
/// outbox.kill(atWrite: 2, .afterwards)            // the second write is durable, and nothing is heard of it
/// _ = try? desk.validateBlocking(code)            // the till is off
/// let survivor = outbox.restarted()               // what the disk held
/// ```
///
/// Safe to use from several threads. Each write is durable at once; ``writes`` counts them, as a file would sync.
public final class MemoryOutbox: OutboxStore {
    /// When, relative to a write, the power goes.
    public enum Moment: Hashable, Sendable, CaseIterable {
        /// Before it is durable.
        case before
        /// After it is durable, and before the till hears of it.
        case afterwards
    }

    private struct Contents {
        var attempts: [Attempt] = []
        var inFlight: Set<UInt64> = []
        var dayLists: [DayList.Entry] = []
        var latest: Instant?
        var notes: [String] = []

        /// Takes note of the time at which something became of an attempt.
        mutating func note(_ now: Instant) { latest = max(now, latest ?? now) }
    }

    private struct State {
        var contents = Contents()
        var writes = 0
        var death: (write: Int, moment: Moment)?
        var isDead = false
    }

    private let state: Mutex<State>

    /// Creates an empty outbox.
    public init() {
        state = Mutex(State())
    }

    private init(_ contents: Contents) {
        var state = State()
        state.contents = contents
        self.state = Mutex(state)
    }

    /// How many writes there were.
    public var writes: Int { state.withLock { $0.writes } }

    /// Whether the till is off.
    public var isDead: Bool { state.withLock { $0.isDead } }

    /// Has the power go at a write, counted from 1. From then on every call fails.
    public func kill(atWrite write: Int, _ moment: Moment) {
        state.withLock { $0.death = (write, moment) }
    }

    /// What is found after the till is switched on again: what was durable, with nobody sending anything.
    public func restarted() -> MemoryOutbox {
        MemoryOutbox(
            state.withLock { state in
                var contents = state.contents
                contents.inFlight = []
                return contents
            })
    }

    /// Everything that was ever written down, oldest first.
    public var attempts: [Attempt] { state.withLock { $0.contents.attempts } }

    /// What was noted beside the attempts, oldest first.
    public var notes: [String] { state.withLock { $0.contents.notes } }

    // MARK: - The store

    /// Writes a new attempt down.
    public func add(
        _ attempt: Attempt, isSent: Bool, within limits: OfflineLimits?, at now: Instant
    ) throws(OutboxError) -> OutboxAddition {
        try write { contents in
            if let taken = contents.attempts.first(where: {
                $0.countermark == attempt.countermark && (!$0.state.isClosed || $0.state == .confirmed)
            }) {
                return .taken(taken)
            }
            let waiting = contents.attempts.filter { $0.state == .planned }
            if let limit = limits?.passed(by: attempt, waiting: waiting, at: now) { return .limit(limit) }
            var attempt = attempt
            if isSent {
                try? attempt.apply(.sent, at: now)
                contents.inFlight.insert(attempt.id)
            }
            contents.attempts.append(attempt)
            contents.note(now)
            return .added(attempt)
        }
    }

    /// Looks and takes events in.
    public func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant
    ) throws(OutboxError) -> Attempt {
        try write { contents throws(OutboxError) in
            try Self.advance(id, by: events, if: condition, at: now, &contents)
        }
    }

    /// Keeps for later, or gives up.
    public func postpone(_ id: UInt64, within limits: OfflineLimits, at now: Instant) throws(OutboxError) -> Attempt {
        try write { contents throws(OutboxError) in
            guard let attempt = contents.attempts.first(where: { $0.id == id }) else {
                throw OutboxError(.unknownAttempt)
            }
            let waiting = contents.attempts.filter { $0.state == .planned }
            let limit = limits.passed(by: attempt, waiting: waiting, at: now)
            let events: [Attempt.Event] = [.notSent] + (limit.map { [.abandoned($0)] } ?? [])
            return try Self.advance(id, by: events, if: .inHand, at: now, &contents)
        }
    }

    private static func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant,
        _ contents: inout Contents
    ) throws(OutboxError) -> Attempt {
        guard let index = contents.attempts.firstIndex(where: { $0.id == id }) else {
            throw OutboxError(.unknownAttempt)
        }
        var attempt = contents.attempts[index]
        let isHeld = contents.inFlight.contains(id)
        guard condition.isMet(by: OpenAttempt(attempt, isHeld: isHeld)) else {
            throw OutboxError(wrongState: OpenAttempt(attempt, isHeld: isHeld))
        }
        do throws(Attempt.WrongState) {
            for event in events { try attempt.apply(event, at: now) }
        } catch {
            throw OutboxError(wrongState: OpenAttempt(attempt, isHeld: isHeld))
        }
        contents.attempts[index] = attempt
        contents.note(now)
        if events.last?.isUnderWay ?? false { contents.inFlight.insert(id) } else { contents.inFlight.remove(id) }
        return attempt
    }

    /// Adds a line to the notes.
    public func note(_ text: String, on id: UInt64, at now: Instant) throws(OutboxError) {
        try write { contents in
            contents.notes.append(text)
            contents.note(now)
        }
    }

    /// The attempts that are not closed.
    public func openAttempts() throws(OutboxError) -> [OpenAttempt] {
        try read { contents in
            contents.attempts.filter { !$0.state.isClosed }
                .map { OpenAttempt($0, isHeld: contents.inFlight.contains($0.id)) }
        }
    }

    /// All attempts of a countermark.
    public func attempts(of countermark: Countermark) throws(OutboxError) -> [Attempt] {
        try read { contents in contents.attempts.filter { $0.countermark == countermark } }
    }

    /// The attempts planned in a span of time.
    public func attempts(from begin: Instant, to end: Instant) throws(OutboxError) -> [Attempt] {
        try read { contents in contents.attempts.filter { $0.plannedAt >= begin && $0.plannedAt < end } }
    }

    /// Takes countermarks out.
    public func erase(closedBefore instant: Instant) throws(OutboxError) -> Int {
        try write { contents in
            var erased = 0
            for index in contents.attempts.indices {
                guard contents.attempts[index].countermark != nil,
                    contents.attempts[index].closedAt.map({ $0 < instant }) ?? false
                else { continue }
                contents.attempts[index].countermark = nil
                contents.attempts[index].bookingID = nil
                erased += 1
            }
            return erased
        }
    }

    /// The latest instant written down.
    public func latestInstant() throws(OutboxError) -> Instant? { try read { $0.latest } }

    /// Replaces the day lists of the shows that a list speaks of.
    public func load(_ list: DayList, at now: Instant) throws(OutboxError) {
        try write { contents in
            contents.dayLists.removeAll { list.shows.contains($0.show) }
            contents.dayLists += list.entries
        }
    }

    /// What the day lists say of a countermark.
    public func entry(of countermark: Countermark) throws(OutboxError) -> DayList.Entry? {
        try read { contents in contents.dayLists.last { $0.countermark == countermark } }
    }

    /// Wipes day lists.
    public func wipeDayLists(begunBefore instant: Instant) throws(OutboxError) -> Int {
        try write { contents in
            let before = contents.dayLists.count
            contents.dayLists.removeAll { $0.begins < instant }
            return before - contents.dayLists.count
        }
    }

    // MARK: - Power

    private static let noPower = OutboxError(.unreachable, detail: "the power is off")

    private func read<Value: Sendable>(_ body: (Contents) -> Value) throws(OutboxError) -> Value {
        try state.withLock { state throws(OutboxError) in
            guard !state.isDead else { throw Self.noPower }
            return body(state.contents)
        }
    }

    private func write<Value: Sendable>(
        _ body: (inout Contents) throws(OutboxError) -> Value
    ) throws(OutboxError) -> Value {
        try state.withLock { state throws(OutboxError) in
            guard !state.isDead else { throw Self.noPower }
            state.writes += 1
            let dies = state.death.map { $0.write == state.writes } ?? false
            if dies { state.isDead = true }
            if dies, state.death?.moment == .before { throw Self.noPower }
            var contents = state.contents
            let value = try body(&contents)
            state.contents = contents
            if dies { throw Self.noPower }
            return value
        }
    }
}
