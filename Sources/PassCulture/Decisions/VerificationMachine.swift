// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a check: send it once, read the answer.
///
/// A check changes nothing, so the caller may always make it again; the SDK does not do so by itself, since its
/// deadline is what the cashier was promised.
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
            .failure(PassCultureError(.unexpectedStatus, status: status))
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
        let code: PassCultureError.Code =
            switch failure.code {
            case .neverSent: .neverSent
            case .cancelled: .cancelled
            case .answerTooLarge, .answerMalformed: .unreadableAnswer
            default: .noAnswer
            }
        return call.fault(code, from: failure)
    }
}
