// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a circuit, without lock or clock: told the monotonic time and what was seen, it says who may pass.
struct CircuitBreaker: Sendable {
    /// What the end of an attempt says about the service.
    enum Evidence: Sendable {
        /// It answers.
        case up
        /// It does not, or something before it says so.
        case down
        /// Nothing: the caller cancelled, or what came back is not HTTP.
        case none
    }

    /// Whether a request may be made.
    enum Admission: Hashable, Sendable {
        /// It may.
        case pass
        /// It may, and finds out for all others: its evidence must be noted.
        case probe
        /// It may not; for so long, where that is known.
        case refuse(Duration?)
    }

    private enum State {
        case closed(faults: Int)
        case open(until: Duration)
        case probing
    }

    private let policy: CircuitPolicy
    private var state = State.closed(faults: 0)

    init(_ policy: CircuitPolicy) {
        self.policy = policy
    }

    /// Whether a request would be refused at a time; changes nothing.
    func refusal(at now: Duration) -> Admission? {
        switch state {
        case .closed: nil
        case .open(let end): now < end ? .refuse(end - now) : nil
        case .probing: .refuse(nil)
        }
    }

    /// Asks for a request to be let through at a time.
    mutating func admit(at now: Duration) -> Admission {
        if let refusal = refusal(at: now) { return refusal }
        guard case .open = state else { return .pass }
        state = .probing
        return .probe
    }

    /// Takes what the end of an attempt says.
    ///
    /// - Parameter admission: What the request was let through as.
    /// - Returns: The event that this is, when the circuit opened or closed.
    mutating func note(_ evidence: Evidence, of admission: Admission, at now: Duration) -> Event.Name? {
        switch (state, evidence) {
        case (.closed(let faults), .down):
            let count = faults + 1
            guard policy.faults > 0, count >= policy.faults else {
                state = .closed(faults: count)
                return nil
            }
            state = .open(until: now + policy.coolDown)
            return .circuitOpened
        case (.closed, .up):
            state = .closed(faults: 0)
            return nil
        case (.open, .up), (.probing, .up):
            // Even a late answer to a request of before shows that the service is there.
            state = .closed(faults: 0)
            return .circuitClosed
        case (.probing, .down) where admission == .probe:
            state = .open(until: now + policy.coolDown)
            return .circuitOpened
        case (.probing, .none) where admission == .probe:
            // It found out nothing: the next call may.
            state = .open(until: now)
            return nil
        case (.closed, .none), (.open, _), (.probing, _):
            return nil
        }
    }

    /// The state at a time.
    func state(at now: Duration) -> CircuitState {
        switch state {
        case .closed: .closed
        case .open(let end): now < end ? .open(end - now) : .halfOpen
        case .probing: .halfOpen
        }
    }
}

extension CircuitBreaker.Evidence {
    /// What an outcome says. A status of the service's own, a 500 included, shows that it is there; 502, 503 and 504 are what
    /// a gateway says before a service that is not.
    init(_ outcome: RetryMachine.Outcome) {
        switch outcome {
        case .success(let response):
            self = (502...504).contains(response.status) ? .down : .up
        case .failure(let failure):
            switch failure.code {
            case .neverSent, .noAnswer: self = .down
            case .answerCutShort: self = failure.status.map { !(502...504).contains($0) } == true ? .up : .down
            default: self = .none
            }
        }
    }
}
