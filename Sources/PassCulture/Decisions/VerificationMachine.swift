// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a check: have it sent, read the answer.
///
/// A check changes nothing, so it may be made again: by ``RetryMachine`` within the call's deadline, and by the caller.
struct VerificationMachine: ExchangeMachine {
    private let call: CountermarkCall
    private let request: TransportRequest

    init(_ call: CountermarkCall, request: TransportRequest) {
        self.call = call
        self.request = request
    }

    mutating func next(_ input: ExchangeInput) -> ExchangeAction<Verification> {
        switch input {
        case .begin(cancelled: true):
            .done(.failure(PassCultureError(.cancelled, nothingWasSent: true)))
        case .begin(cancelled: false):
            .send(request)
        case .answered(let response):
            .done(outcome(of: response))
        case .failed(let failure):
            .done(.failure(fault(of: failure)))
        case .recorded, .recordFailed:
            preconditionFailure("a check records nothing")
        }
    }

    private func outcome(of response: TransportResponse) -> Result<Verification, PassCultureError> {
        switch Answer(response, to: call) {
        case .noContent:
            switch call.identity {
            case .open:
                .success(.valid(nil))
            case .desk:
                // Logged in, and still told nothing: the log-in has no rights over the offer's structure (`§2.1 #8`).
                .success(.refused(Refusal(reason: .notYours, status: 204, basis: .sentence, serverSentences: [])))
            }
        case .content(let body):
            content(body)
        case .refusal(let refusal):
            .success(.refused(refusal))
        case .other(let status):
            .failure(PassCultureError(.unexpectedStatus, status: status, retryAfter: response.askedDelay))
        }
    }

    private func content(_ body: [UInt8]) -> Result<Verification, PassCultureError> {
        do {
            let content = try VerificationContent(body)
            guard !content.isUsed else {
                let refusal = Refusal(reason: .alreadyValidated, status: 200, basis: .sentence, serverSentences: [])
                return .success(.refused(refusal))
            }
            return .success(.valid(content.details))
        } catch {
            return .failure(error)
        }
    }

    private func fault(of failure: TransportFailure) -> PassCultureError {
        call.fault(failure.faultOfRead, from: failure)
    }
}

extension TransportFailure {
    /// What it means for a request that changes nothing.
    var faultOfRead: PassCultureError.Code {
        switch code {
        case .neverSent: .neverSent
        case .serviceDown: .serviceDown
        case .cancelled: .cancelled
        case .answerTooLarge, .answerMalformed: .unreadableAnswer
        default: .noAnswer
        }
    }
}
