// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Work that somebody waits for until a time is over, and that goes on to its end whether anybody waits or not.
enum TimeLimit {
    /// Does work and gives what came of it, or nothing when the time was over or the caller was cancelled before.
    ///
    /// - Parameters:
    ///   - limit: How long is waited.
    ///   - time: By which time.
    ///   - work: What is done; it is never cancelled, as half of it may be done already.
    ///   - late: What is done with what nobody waited for.
    static func run<Value: Sendable>(
        within limit: Duration, by time: any TimeSource, _ work: @escaping @Sendable () async -> Value,
        late: @escaping @Sendable (Value) async -> Void
    ) async -> Value? {
        let ending = Ending<Value>()
        let begin = time.monotonic()
        Task {
            let value = await work()
            // Whoever looks at the time may be held up itself: what came too late is late, told or not.
            let isInTime = time.monotonic() - begin < limit
            if !ending.come(isInTime ? value : nil) || !isInTime { await late(value) }
        }
        let timer = Task {
            await time.wait(for: limit)
            _ = ending.come(nil)
        }
        defer { timer.cancel() }
        return await withTaskCancellationHandler {
            await ending.value()
        } onCancel: {
            _ = ending.come(nil)
        }
    }

    /// How it ended: by whoever comes first.
    private final class Ending<Value: Sendable>: Sendable {
        private enum State {
            case open
            case waitedFor(CheckedContinuation<Value?, Never>)
            case over(Value?)
        }

        private let state = Mutex(State.open)

        /// Ends it, unless it has ended.
        ///
        /// - Returns: Whether it had not.
        func come(_ value: Value?) -> Bool {
            let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Value?, Never>?) in
                switch state {
                case .over: return (false, nil)
                case .open:
                    state = .over(value)
                    return (true, nil)
                case .waitedFor(let waiter):
                    state = .over(value)
                    return (true, waiter)
                }
            }
            waiter?.resume(returning: value)
            return isFirst
        }

        /// Waits for the end; for one caller.
        func value() async -> Value? {
            await withCheckedContinuation { continuation in
                let over = state.withLock { state -> Value?? in
                    if case .over(let value) = state { return .some(value) }
                    state = .waitedFor(continuation)
                    return nil
                }
                if let over { continuation.resume(returning: over) }
            }
        }
    }
}
