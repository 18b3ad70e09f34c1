// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a validation: record the intention, have it sent **once**, record the outcome, tell it.
///
/// What counts is what an answer proves. A 204 proves the validation, even when the connection broke right after its first
/// line. A 4xx of the contract proves a refusal. A request that never left proves that nothing happened. All else proves
/// nothing, a 502 or a redirection of something in between included, and is told as ``Validation/unknown(_:)``.
struct ValidationMachine: ExchangeMachine {
    private enum State {
        case ready
        case recordingIntention
        case sending
        // In a box: one word, where a value laid out flat would leave words unwritten that are looked at.
        indirect case recordingOutcome(Result<Validation, PassCultureError>)
        case finished
    }

    private let call: CountermarkCall
    private let request: TransportRequest
    private let attempt: UInt64
    private var state = State.ready

    init(_ call: CountermarkCall, request: TransportRequest, attempt: UInt64) {
        self.call = call
        self.request = request
        self.attempt = attempt
    }

    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Validation> {
        switch input {
        case .begin(let isCancelled):
            guard case .ready = state else { break }
            if isCancelled { return finish(.failure(PassCultureError(.cancelled, nothingWasSent: true))) }
            state = .recordingIntention
            return .persist(entry(.aboutToSend))
        case .recorded:
            if case .recordingOutcome(let outcome) = state { return finish(outcome) }
            guard case .recordingIntention = state else { break }
            state = .sending
            return .send(request)
        case .recordFailed(let error):
            // An outcome that could not be recorded is told all the same: it is what happened.
            if case .recordingOutcome(let outcome) = state { return finish(outcome) }
            guard case .recordingIntention = state else { break }
            return finish(.failure(PassCultureError(.journalFailed, detail: error)))
        case .answered(let response):
            guard case .sending = state else { break }
            return recordOutcome(of: response)
        case .failed(let failure):
            guard case .sending = state else { break }
            return recordOutcome(of: failure)
        }
        preconditionFailure("a validation in state \(state) was told something that cannot happen there")
    }

    private mutating func recordOutcome(of response: TransportResponse) -> ExchangeAction<Validation> {
        switch Answer(response, to: call) {
        case .noContent:
            record(.validated, .success(.validated))
        case .refusal(let refusal):
            record(.refused(refusal.reason), .success(.refused(refusal)))
        case .tooMany(let delay):
            record(
                .notSent, .failure(PassCultureError(.tooManyRequests, status: 429, retryAfter: delay)))
        case .content:
            unknown(.unexpectedStatus, status: response.status)
        case .other(let status):
            unknown(.unexpectedStatus, status: status)
        }
    }

    private mutating func recordOutcome(of failure: TransportFailure) -> ExchangeAction<Validation> {
        if failure.nothingWasSent {
            return record(.notSent, .failure(call.fault(failure.faultOfUnsent, from: failure)))
        }
        if failure.status == 204 {
            return record(.validated, .success(.validated))
        }
        return unknown(failure.causeOfLoss, status: failure.status)
    }

    private mutating func unknown(_ cause: UnknownValidation.Cause, status: Int?) -> ExchangeAction<Validation> {
        record(.unknown(cause), .success(.unknown(UnknownValidation(cause: cause, status: status))))
    }

    private mutating func record(
        _ step: JournalEntry.Step, _ outcome: Result<Validation, PassCultureError>
    ) -> ExchangeAction<Validation> {
        state = .recordingOutcome(outcome)
        return .persist(entry(step))
    }

    private mutating func finish(_ outcome: Result<Validation, PassCultureError>) -> ExchangeAction<Validation> {
        state = .finished
        return .done(outcome)
    }

    private func entry(_ step: JournalEntry.Step) -> JournalEntry {
        JournalEntry(attempt: attempt, countermark: call.countermark, step: step)
    }
}
