// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of taking a validation back, or cancelling a booking: have it sent **once**, read the answer.
///
/// Neither can be repeated blindly: a second time is refused, and says nothing about who was first.
struct ReversalMachine: OneRequestMachine {
    typealias Outcome = Reversal

    private let kind: Reversal.Kind
    private let call: CountermarkCall
    let request: TransportRequest

    init(_ kind: Reversal.Kind, _ call: CountermarkCall, request: TransportRequest) {
        self.kind = kind
        self.call = call
        self.request = request
    }

    func outcome(of response: TransportResponse) -> Result<Reversal, PassCultureError> {
        switch Answer(response, to: call) {
        case .noContent: .success(.done(kind))
        case .refusal(let refusal) where refusal.isThePlatforms: .success(.refused(refusal))
        case .tooMany(let delay):
            .failure(PassCultureError(.tooManyRequests, status: 429, retryAfter: delay))
        // A page's no may stand in the place of the platform's yes.
        case .content, .other, .refusal:
            .success(.unknown(UnknownValidation(cause: .unexpectedStatus, status: response.status)))
        }
    }

    func outcome(of failure: TransportFailure) -> Result<Reversal, PassCultureError> {
        if failure.nothingWasSent { return .failure(call.fault(failure.faultOfUnsent, from: failure)) }
        if failure.status == 204 { return .success(.done(kind)) }
        return .success(.unknown(UnknownValidation(cause: failure.causeOfLoss, status: failure.status)))
    }
}
