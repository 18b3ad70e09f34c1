// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The circuit that all calls of one ``PassCulture`` to one host share: a ``CircuitBreaker`` behind a lock.
final class Circuit: Sendable {
    private let breaker: Mutex<CircuitBreaker>

    init(_ policy: CircuitPolicy) {
        breaker = Mutex(CircuitBreaker(policy))
    }

    /// Whether a request would be refused at a time; changes nothing.
    func refusal(at now: Duration) -> CircuitBreaker.Admission? { breaker.withLock { $0.refusal(at: now) } }

    /// Asks for a request to be let through at a time.
    func admit(at now: Duration) -> CircuitBreaker.Admission { breaker.withLock { $0.admit(at: now) } }

    /// Takes what the end of an attempt says, and gives the event that this is, if the circuit opened or closed.
    func note(
        _ evidence: CircuitBreaker.Evidence, of admission: CircuitBreaker.Admission, at now: Duration
    ) -> Event.Name? {
        breaker.withLock { $0.note(evidence, of: admission, at: now) }
    }

    /// The state at a time.
    func state(at now: Duration) -> CircuitState { breaker.withLock { $0.state(at: now) } }
}
