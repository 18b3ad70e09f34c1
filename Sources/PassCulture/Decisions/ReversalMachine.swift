// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of taking a validation back, or cancelling a booking: have it sent **once**, read the answer.
///
/// Neither can be repeated blindly: a second time is refused, and says nothing about who was first.
struct ReversalMachine: ExchangeMachine {
    private let kind: Reversal.Kind
    private let call: CountermarkCall
    private let request: TransportRequest

    init(_ kind: Reversal.Kind, _ call: CountermarkCall, request: TransportRequest) {
        self.kind = kind
        self.call = call
        self.request = request
    }

    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Reversal> {
        switch input {
        case .begin(cancelled: true):
            .done(.failure(PassCultureError(.cancelled, nothingWasSent: true)))
        case .begin(cancelled: false):
            .send(request)
        case .answered(let response):
            .done(outcome(of: response))
        case .failed(let failure):
            .done(outcome(of: failure))
        case .recorded, .recordFailed:
            preconditionFailure("what is taken back is recorded by the desk")
        }
    }

    private func outcome(of response: TransportResponse) -> Result<Reversal, PassCultureError> {
        switch Answer(response, to: call) {
        case .noContent: .success(.done(kind))
        case .refusal(let refusal): .success(.refused(refusal))
        case .tooMany(let delay):
            .failure(PassCultureError(.tooManyRequests, status: 429, retryAfter: delay))
        case .content, .other:
            .success(.unknown(UnknownValidation(cause: .unexpectedStatus, status: response.status)))
        }
    }

    private func outcome(of failure: TransportFailure) -> Result<Reversal, PassCultureError> {
        if failure.nothingWasSent { return .failure(call.fault(failure.faultOfUnsent, from: failure)) }
        if failure.status == 204 { return .success(.done(kind)) }
        return .success(.unknown(UnknownValidation(cause: failure.causeOfLoss, status: failure.status)))
    }
}
