// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One request on its way: asks the circuit, follows the ``RetryMachine``, tells what is decided; it neither sends nor waits
/// itself, so that the blocking and the async loop do no more than that.
struct Errand {
    /// What the loop does next.
    enum Step {
        /// Send ``Errand/request``, once.
        case attempt
        /// Wait for so long.
        case wait(Duration)
        /// It is over.
        case end(ExchangeInput)
    }

    /// The request, with what is left of its deadlines.
    var request: TransportRequest { machine.request }

    private let loop: ExchangeLoop
    private var machine: RetryMachine
    private var admission = CircuitBreaker.Admission.pass
    private var attemptStart = Duration.zero
    private var isHeldBack = false

    /// - Parameter start: When the call began, by the monotonic time.
    init(_ request: consuming TransportRequest, on loop: ExchangeLoop, start: Duration) {
        self.loop = loop
        machine = RetryMachine(request, policy: loop.options.retries, start: start)
    }

    /// Begins.
    mutating func begin() -> Step {
        let now = loop.options.time.monotonic()
        let action = machine.begin(at: now)
        guard case .attempt = action else { return step(action) }
        if let step = heldBack(at: now) { return step }
        admission = loop.circuit.admit(at: now)
        switch admission {
        case .pass: break
        case .probe: tell(.circuitHalfOpen, .coolDownOver)
        case .refuse(let delay):
            tell(.callRefused, .circuitIsOpen, wait: delay)
            return .end(.failed(TransportFailure(delay)))
        }
        attemptStart = now
        return step(action)
    }

    /// Waits until the key may be used again, if the call's deadline allows it.
    private mutating func heldBack(at now: Duration) -> Step? {
        // What the circuit refuses anyway is no use of the key.
        guard let limit = loop.limit, loop.circuit.refusal(at: now) == nil, let wait = limit.admit(at: now) else {
            return nil
        }
        guard now + wait < machine.deadline else {
            tell(.callRefused, .rateLimit, wait: wait)
            var failure = TransportFailure(.tooManyRequests, detail: "the key was used too often")
            failure.retryAfter = wait
            return .end(.failed(failure))
        }
        tell(.callDelayed, .rateLimit, wait: wait)
        isHeldBack = true
        return .wait(wait)
    }

    /// Takes what became of an attempt.
    mutating func attempted(_ outcome: consuming RetryMachine.Outcome) -> Step {
        let now = loop.options.time.monotonic()
        let outcome = outcome.countingRetryAfter(from: loop.options.time)
        tell(outcome, elapsed: now - attemptStart)
        if let change = loop.circuit.note(CircuitBreaker.Evidence(outcome), of: admission, at: now) {
            let opened = change == .circuitOpened
            let reason = opened ? (admission == .probe ? Event.Reason.probeFailed : .faultsInARow) : .answered
            tell(change, reason, wait: opened ? loop.options.circuit.coolDown : nil)
        }
        loop.limit?.ended(attemptStart, at: now)
        if case .success(let response) = outcome, response.status == 429 {
            loop.limit?.block(at: now, for: response.patience)
        } else {
            loop.limit?.passed(at: now)
        }
        let isCircuitOpen = loop.circuit.refusal(at: now) != nil
        let isHeldOff = loop.limit?.delay(at: now) != nil
        let draw = loop.options.draw
        return step(
            machine.attempted(
                outcome, at: now, isCircuitOpen: isCircuitOpen, isHeldOff: isHeldOff, chance: draw()))
    }

    /// Goes on after a wait.
    mutating func waited(isCancelled: Bool) -> Step {
        let now = loop.options.time.monotonic()
        if isHeldBack {
            isHeldBack = false
            guard isCancelled else { return begin() }
            return .end(
                .failed(TransportFailure(.cancelled, nothingWasSent: true, detail: "cancelled before it was sent")))
        }
        attemptStart = now
        let isCircuitOpen = loop.circuit.refusal(at: now) != nil
        let isHeldOff = !isCancelled && !isCircuitOpen && loop.limit?.admit(at: now) != nil
        // A probe is alone with an open circuit, and has found out by now: whoever comes here passed while it was closed.
        return step(
            machine.waited(
                at: now, isCancelled: isCancelled, isCircuitOpen: isCircuitOpen, isHeldOff: isHeldOff))
    }

    private func step(_ action: RetryMachine.Action) -> Step {
        switch action {
        case .attempt:
            return .attempt
        case .wait(let wait, let reason):
            tell(.retryScheduled, reason, wait: wait)
            return .wait(wait)
        case .end(let outcome, let reason):
            if let reason { tell(.gaveUp, reason) }
            switch outcome {
            case .success(let response): return .end(.answered(response))
            case .failure(let failure): return .end(.failed(failure))
            }
        }
    }

    private func tell(_ outcome: RetryMachine.Outcome, elapsed: Duration) {
        guard let observe = loop.options.observe else { return }
        var status: Int?
        var failure: TransportFailure.Code?
        switch outcome {
        case .success(let response): status = response.status
        case .failure(let reason): (status, failure) = (reason.status, reason.code)
        }
        observe(
            Event(
                .requestFinished, method: request.method, pathTemplate: request.pathTemplate, status: status,
                failure: failure, elapsed: elapsed, attempt: machine.attempt))
    }

    private func tell(_ name: Event.Name, _ reason: Event.Reason, wait: Duration? = nil) {
        loop.options.observe?(
            Event(
                name, method: request.method, pathTemplate: request.pathTemplate, attempt: machine.attempt,
                reason: reason, wait: wait))
    }
}

extension TransportFailure {
    /// What a call comes to that the circuit lets not through.
    init(_ circuitDelay: Duration?) {
        self.init(.serviceDown, nothingWasSent: true, detail: "the circuit is open")
        retryAfter = circuitDelay
    }
}

extension RetryMachine.Outcome {
    /// The same with the date of an answer's `Retry-After` made a delay from now.
    fileprivate func countingRetryAfter(from time: any TimeSource) -> Self {
        guard case .success(var response) = self, case .date = response.retryAfter else { return self }
        response.retryAfter = response.retryAfter.map { .delay($0.delay(from: time.now())) }
        return .success(response)
    }
}
