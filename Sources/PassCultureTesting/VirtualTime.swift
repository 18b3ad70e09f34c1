// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
public import PassCulture
import Synchronization

/// A time that only the test moves, so that nothing is ever waited for.
///
/// ```swift
/// let time = VirtualTime()
/// let transport = FakeTransport([.fail(TransportFailure(.noAnswer)), .status(204)])
/// let passCulture = PassCulture(.integration, options: Options(time: time), transport: transport)
/// // … a check: the second attempt comes at once, and time.waits tells how long it would have been waited for.
/// ```
///
/// The limit of 200 calls a minute is one for the whole process by a vendor's key, whatever the time: give each test a `ProviderKey` of its
/// own, or one that is told to wait (a 429, say) holds the next one up.
///
/// Safe to use from several threads.
public final class VirtualTime: TimeSource {
    /// What becomes of a wait.
    public enum Waiting: Sendable {
        /// It is over at once, and the time has moved by it.
        case passes
        /// It lasts until the time is advanced that far, or the task is cancelled. A wait on the caller's thread passes all the same:
        /// nobody could end it.
        case holds
    }

    private struct State {
        var elapsed: Duration = .zero
        var waits: [Duration] = []
        var waiters: [Int: (end: Duration, continuation: CheckedContinuation<Void, Never>)] = [:]
        var cancelled: Set<Int> = []
        var nextWaiter = 0
    }

    private let start: Instant
    private let waiting: Waiting
    private let state = Mutex(State())

    /// Creates a time that stands still.
    ///
    /// - Parameters:
    ///   - start: What it is, UTC; the 24th of December 2018 at 10:00 unless given.
    ///   - waiting: What becomes of waits.
    public init(_ start: Instant = Instant(microseconds: 1_545_645_600_000_000), waiting: Waiting = .passes) {
        self.start = start
        self.waiting = waiting
    }

    /// How long was waited so far, wait by wait, begun ones included.
    public var waits: [Duration] { state.withLock { $0.waits } }

    /// How many tasks are waiting.
    public var waiterCount: Int { state.withLock { $0.waiters.count } }

    /// Moves the time on, and ends the waits that are then over.
    public func advance(by duration: Duration) {
        let over = state.withLock { state in
            state.elapsed += duration
            let over = state.waiters.filter { $0.value.end <= state.elapsed }
            for id in over.keys { state.waiters[id] = nil }
            return over.values.map(\.continuation)
        }
        for continuation in over { continuation.resume() }
    }

    /// The time that it is, UTC.
    public func now() -> Instant {
        let elapsed = monotonic().components
        return start.advanced(
            by: Span(microseconds: elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000))
    }

    /// The time since the test began.
    public func monotonic() -> Duration { state.withLock { $0.elapsed } }

    /// Waits as ``Waiting`` says.
    public func wait(for duration: Duration) async {
        guard waiting == .holds else { return waitBlocking(for: duration) }
        let id = state.withLock { state in
            state.waits.append(duration)
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.cancelled.contains(id) || duration <= .zero { return true }
                    state.waiters[id] = (state.elapsed + duration, continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.cancelled.insert(id)
                return state.waiters.removeValue(forKey: id)
            }
            waiter?.continuation.resume()
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }

    /// Moves the time on by the wait.
    public func waitBlocking(for duration: Duration) {
        state.withLock { $0.waits.append(duration) }
        advance(by: duration)
    }
}
