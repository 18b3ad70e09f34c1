// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a check: have it sent, read the answer.
///
/// A check changes nothing, so it may be made again: by ``RetryMachine`` within the call's deadline, and by the caller.
struct VerificationMachine: OneRequestMachine {
    typealias Outcome = Verification

    private let call: CountermarkCall
    let request: TransportRequest

    init(_ call: CountermarkCall, request: TransportRequest) {
        self.call = call
        self.request = request
    }

    func outcome(of response: TransportResponse) -> Result<Verification, PassCultureError> {
        switch Answer(response, to: call) {
        case .noContent:
            if let told = call.dialect.nothingTold {
                .success(told)
            } else {
                .failure(PassCultureError(.unexpectedStatus, status: 204))
            }
        case .content(let body):
            call.dialect.verification(reading: body)
        case .refusal(let refusal):
            .success(.refused(refusal))
        case .tooMany(let delay):
            .failure(PassCultureError(.tooManyRequests, status: 429, retryAfter: delay))
        case .other(let status):
            .failure(PassCultureError(.unexpectedStatus, status: status, retryAfter: response.askedDelay))
        }
    }

    func outcome(of failure: TransportFailure) -> Result<Verification, PassCultureError> {
        .failure(call.fault(failure.faultOfRead, from: failure))
    }
}

extension TransportFailure {
    /// What it means for a request that changes nothing.
    var faultOfRead: PassCultureError.Code {
        switch code {
        case .neverSent: .neverSent
        case .serviceDown: .serviceDown
        case .tooManyRequests: .tooManyRequests
        case .cancelled: .cancelled
        case .answerTooLarge, .answerMalformed: .unreadableAnswer
        default: .noAnswer
        }
    }
}
