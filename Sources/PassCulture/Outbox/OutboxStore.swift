// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// Where attempts are kept: durable when a call returns, and one step that nobody comes between.
///
/// ``SQLiteOutbox`` is the one for tills; a vendor with a database of its own for all tills of a venue writes another, and then its
/// attempts of a countermark are the ledger of the venue. A store makes no decisions: where an attempt may go is said by
/// ``Attempt/Event``. Calls block; the SDK makes them on the caller's thread or on a thread of its own, never on Swift's pool.
public protocol OutboxStore: Sendable {
    /// Writes a new attempt down, as sent or as planned.
    ///
    /// - Parameters:
    ///   - attempt: What is attempted, in state planned.
    ///   - isSent: Whether it is written down as sent: the request leaves as soon as this returns, and until the next event the attempt is in the
    ///     hands of whoever calls.
    ///   - limits: How much may wait; `nil` for an attempt that is sent at once.
    ///   - now: The time (UTC).
    /// - Returns: What became of it; an open attempt of the same countermark is never doubled.
    /// - Throws: ``OutboxError``; then nothing was written.
    func add(
        _ attempt: Attempt, isSent: Bool, within limits: OfflineLimits?, at now: Instant
    ) throws(OutboxError) -> OutboxAddition

    /// Looks at an attempt and takes events in, all or none, in one step.
    ///
    /// After an event that is under way (``Attempt/Event/isUnderWay``) the attempt is in the hands of whoever calls, for as long as they live; after
    /// any other, and when what they have in hand could not be written down, in nobody's.
    ///
    /// ``OutboxCondition/unchanged(_:)`` compares every field: a store gives back exactly what it was given, times to the microsecond, and texts
    /// untouched.
    ///
    /// - Parameters:
    ///   - id: Which attempt.
    ///   - events: What happened to it, in order.
    ///   - condition: What must hold of it at this moment (``OutboxCondition/isMet(by:)``).
    ///   - now: The time (UTC).
    /// - Throws: ``OutboxError``, with the code ``OutboxError/Code/wrongState`` when the condition does not hold or one of the events cannot happen
    ///   any more; ``OutboxError/init(wrongState:)`` tells the person at the till why.
    func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant
    ) throws(OutboxError) -> Attempt

    /// Keeps a new sale that surely never left for later, or gives it up when that would pass a limit; for whoever has it in hand. What was
    /// stored before is put back by ``advance(_:by:if:at:)``, whatever the limits say.
    ///
    /// - Returns: The attempt, planned or abandoned.
    func postpone(_ id: UInt64, within limits: OfflineLimits, at now: Instant) throws(OutboxError) -> Attempt

    /// Adds a line to the history of an attempt, or of a number that is none of an attempt: who asked for something, and what became of it.
    func note(_ text: String, on id: UInt64, at now: Instant) throws(OutboxError)

    /// The attempts that are not closed, oldest first; those that somebody who still lives has in hand are marked.
    func openAttempts() throws(OutboxError) -> [OpenAttempt]

    /// All attempts of a countermark that is not erased, oldest first.
    func attempts(of countermark: Countermark) throws(OutboxError) -> [Attempt]

    /// The attempts planned in a span of time, oldest first; the end is not in it.
    func attempts(from begin: Instant, to end: Instant) throws(OutboxError) -> [Attempt]

    /// Takes the countermarks, and with them the identifiers of bookings, out of what was closed before an instant.
    ///
    /// - Returns: How many were.
    func erase(closedBefore instant: Instant) throws(OutboxError) -> Int

    /// The latest instant written down: a clock that shows an earlier one was set back. `nil` when there is none.
    func latestInstant() throws(OutboxError) -> Instant?

    /// Replaces the day lists of the shows that a list speaks of (``DayList/shows``), of whom nobody may be left.
    func load(_ list: DayList, at now: Instant) throws(OutboxError)

    /// What the day lists say of a countermark.
    func entry(of countermark: Countermark) throws(OutboxError) -> DayList.Entry?

    /// Wipes the day lists of shows that began before an instant.
    ///
    /// - Returns: How many entries were wiped.
    func wipeDayLists(begunBefore instant: Instant) throws(OutboxError) -> Int
}

/// What became of an attempt that was to be written down.
public enum OutboxAddition: Hashable, Sendable {
    /// It was written down.
    case added(Attempt)
    /// An attempt of the same countermark is open, or was confirmed: nothing was written.
    case taken(Attempt)
    /// A limit would be passed, by its code (`offline-count`, `offline-age`, `offline-amount`): nothing was written.
    case limit(String)
}

/// An attempt, and whether it is in somebody's hands: one that is not closed, or one that an event is about to happen to, confirmed ones included.
public struct OpenAttempt: Hashable, Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// Whether somebody who still lives has it in hand at this moment: sends it, or asks the platform to take it back.
    public let isHeld: Bool

    /// Marks an attempt.
    public init(_ attempt: Attempt, isHeld: Bool) {
        self.attempt = attempt
        self.isHeld = isHeld
    }
}
