// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The decisions about making one request, and perhaps making it again: without any input or output, clock or chance.
///
/// Told the time and what became of an attempt, it says what to do next. Whoever asked sees one outcome, that of the last
/// attempt, or of an earlier one that says more: a check that left once was not "never sent".
struct RetryMachine: Sendable {
    /// What to do next.
    enum Action: Sendable {
        /// Send ``RetryMachine/request``.
        case attempt
        /// Wait for so long, and then say so; the reason is why a further attempt is made.
        case wait(Duration, because: Event.Reason)
        /// Give the caller this; the reason is why no further attempt is made, where one might have been.
        case end(Outcome, gaveUp: Event.Reason?)
    }

    /// What became of an attempt.
    typealias Outcome = Result<TransportResponse, TransportFailure>

    /// The request, with what is left of its deadlines.
    private(set) var request: TransportRequest
    /// The monotonic time at which all is over.
    let deadline: Duration
    private let policy: RetryPolicy
    /// The number of the attempt that is or was made last, from 1.
    private(set) var attempt = 1
    /// What the caller would be told now.
    private var told = Outcome.failure(TransportFailure(.neverSent, detail: "the deadline had passed"))
    /// Whether an attempt may have been sent: what became of one that was not says less from then on.
    private var wasSent = false

    /// A request that is about to be made for the first time.
    ///
    /// - Parameters:
    ///   - start: When the call began, by the monotonic time: the request's deadlines count from there.
    init(_ request: consuming TransportRequest, policy: RetryPolicy, start: Duration) {
        deadline = start + request.totalDeadline
        self.request = request
        self.policy = policy
    }

    /// Begins, at a monotonic time.
    mutating func begin(at now: Duration) -> Action { nextAttempt(at: now) }

    /// Takes the outcome of an attempt.
    ///
    /// - Parameters:
    ///   - outcome: What became of it; a date in it has been made a delay.
    ///   - now: The monotonic time.
    ///   - isCircuitOpen: Whether the platform is held to be down by now.
    ///   - isHeldOff: Whether the key may not be used again yet.
    ///   - chance: 64 random bits; drawn only when they are needed.
    mutating func attempted(
        _ outcome: Outcome, at now: Duration, isCircuitOpen: Bool, isHeldOff: Bool = false,
        chance: @autoclosure () -> UInt64
    ) -> Action {
        if !outcome.nothingWasSent { wasSent = true }
        if !wasSent || !outcome.nothingWasSent { told = outcome }
        guard let reason = outcome.reasonToRetry else { return end(gaveUp: nil) }
        guard request.method == "GET" || outcome.nothingWasSent else { return end(gaveUp: .mayHaveBeenSent) }
        guard attempt < policy.attempts else { return end(gaveUp: .attemptsUsed) }
        guard !isCircuitOpen else { return end(gaveUp: .circuitIsOpen) }
        guard !isHeldOff else { return end(gaveUp: .rateLimit) }
        let wait = outcome.askedDelay + policy.wait(before: attempt + 1, chance: chance())
        guard now + wait < deadline else { return end(gaveUp: .deadline) }
        return .wait(wait, because: reason)
    }

    /// Goes on after a wait.
    ///
    /// - Parameters:
    ///   - now: The monotonic time.
    ///   - isCancelled: Whether the caller cancelled meanwhile.
    ///   - isCircuitOpen: Whether the platform is held to be down by now.
    ///   - isHeldOff: Whether the key may not be used again yet.
    mutating func waited(at now: Duration, isCancelled: Bool, isCircuitOpen: Bool, isHeldOff: Bool = false) -> Action {
        if isCancelled {
            let detail = "cancelled before attempt \(attempt + 1)"
            return .end(
                .failure(TransportFailure(.cancelled, nothingWasSent: !wasSent, detail: detail)), gaveUp: .cancelled)
        }
        guard !isCircuitOpen else { return end(gaveUp: .circuitIsOpen) }
        guard !isHeldOff else { return end(gaveUp: .rateLimit) }
        attempt += 1
        return nextAttempt(at: now)
    }

    private mutating func nextAttempt(at now: Duration) -> Action {
        let left = deadline - now
        guard left > .zero else { return end(gaveUp: .deadline) }
        request.totalDeadline = left
        request.connectDeadline = min(request.connectDeadline, left)
        return .attempt
    }

    private func end(gaveUp reason: Event.Reason?) -> Action { .end(told, gaveUp: reason) }
}

extension RetryMachine.Outcome {
    /// Whether the platform surely saw nothing of it.
    fileprivate var nothingWasSent: Bool {
        if case .failure(let failure) = self { failure.nothingWasSent } else { false }
    }

    /// Why making the request again might help; nil when it would not, or when nobody waits for it any more.
    fileprivate var reasonToRetry: Event.Reason? {
        switch self {
        case .success(let response):
            response.status == 429 || (500...599).contains(response.status) ? .status : nil
        case .failure(let failure):
            switch failure.code {
            case .cancelled: nil
            case .neverSent: .neverSent
            case .noAnswer, .answerCutShort: .noAnswer
            default: failure.nothingWasSent ? .neverSent : nil
            }
        }
    }

    /// How long the platform wants to be left alone.
    fileprivate var askedDelay: Duration {
        if case .success(let response) = self { response.askedDelay ?? .zero } else { .zero }
    }
}

extension TransportResponse {
    /// How long the platform wants to be left alone, if it says so with a status where that means something; nil for a date,
    /// which the loop makes a delay first.
    var askedDelay: Duration? {
        guard [429, 503].contains(status), case .delay(let delay) = retryAfter else { return nil }
        return delay
    }
}
