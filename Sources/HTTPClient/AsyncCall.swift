// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// One request of the async path and the task that waits for it, which is answered exactly once.
final class AsyncCall: Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPClientError>

    private enum State {
        case idle
        case waiting(CheckedContinuation<Outcome, Never>)
        /// Decided before anybody waited.
        case decided(Outcome)
        case answered
    }

    let checked: CheckedRequest
    let gate = SendGate()
    private let state = Mutex(State.idle)

    init(_ checked: CheckedRequest) {
        self.checked = checked
    }

    /// Whether the outcome is known, and there is nothing left to do for this call.
    var isDecided: Bool {
        state.withLock { state in
            switch state {
            case .idle, .waiting: false
            case .decided, .answered: true
            }
        }
    }

    /// Begins to wait; the outcome is given at once if it is known already.
    ///
    /// - Returns: whether there is something to wait for.
    func wait(_ continuation: CheckedContinuation<Outcome, Never>) -> Bool {
        let known: Outcome? = state.withLock { state in
            guard case .decided(let outcome) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .answered
            return outcome
        }
        if let known { continuation.resume(returning: known) }
        return known == nil
    }

    /// Decides the outcome, unless it is decided already.
    func decide(_ outcome: Outcome) {
        let continuation: CheckedContinuation<Outcome, Never>? = state.withLock { state in
            switch state {
            case .idle: state = .decided(outcome)
            case .waiting(let continuation):
                state = .answered
                return continuation
            case .decided, .answered: break
            }
            return nil
        }
        continuation?.resume(returning: outcome)
    }

    /// Closes the gate and decides on "cancelled", knowing whether the request may have left.
    func cancel(_ detail: String) {
        let wasNeverSent = gate.close()
        decide(.failure(HTTPClientError(.cancelled, detail: detail, wasNeverSent: wasNeverSent)))
    }
}
