// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("The decisions of a validation")
struct ValidationMachineTests {
    /// What a machine did, in words, when its request came to that.
    private func history(_ input: ExchangeInput, outcomeRecorded: Bool = true) throws -> [String] {
        let call = CountermarkCall(
            operation: .validate, countermark: try Countermark("LYSYU9"),
            dialect: Prototype2018(identity: .open(try EmailAddress("a@b.fr"), try OfferID("AE"))))
        let letterhead = Letterhead(to: .integration, in: .prototype2018, authorization: nil, Options())
        var machine = ValidationMachine(call, request: call.request(on: letterhead), attempt: 7)
        var history: [String] = []
        var next = ExchangeInput.begin(cancelled: false)
        while true {
            switch machine.next(next) {
            case .persist(let entry):
                #expect(entry.attempt == 7)
                let isOutcome = entry.step != .aboutToSend
                history.append(isOutcome ? "record outcome" : "record intention")
                next = isOutcome && !outcomeRecorded ? .recordFailed("Full") : .recorded
            case .send(let request):
                history.append("send \(request.method)")
                next = input
            case .done(let result):
                switch result {
                case .success(.validated): history.append("validated")
                case .success(.refused(let refusal)): history.append("refused: \(refusal.reason)")
                case .success(.unknown(let unknown)): history.append("unknown: \(unknown.cause)")
                case .failure(let error): history.append("fault: \(error.code)")
                }
                return history
            }
        }
    }

    @Test("are the same four steps whatever comes back: record, send once, record, tell")
    func fourSteps() throws {
        var inputs: [ExchangeInput] = (100...599).map { .answered(TransportResponse(status: $0)) }
        inputs += [.noAnswer, .answerCutShort, .answerTooLarge, .answerMalformed, .neverSent, .cancelled].map {
            .failed(TransportFailure($0))
        }
        for input in inputs {
            for recorded in [true, false] {
                let history = try history(input, outcomeRecorded: recorded)
                #expect(history.count == 4)
                #expect(history.prefix(3) == ["record intention", "send PATCH", "record outcome"])
            }
        }
    }

    @Test("take nothing but a 204 for validated, and nothing but a 4xx for refused")
    func proofs() throws {
        for status in 100...599 {
            let last = try history(.answered(TransportResponse(status: status))).last
            switch status {
            case 204: #expect(last == "validated")
            case 407, 408, 425, 429: #expect(last == "unknown: unexpected-status")
            case 400..<500: #expect(last?.hasPrefix("refused: ") == true)
            default: #expect(last == "unknown: unexpected-status")
            }
        }
    }

    @Test("call a fault only what certainly never left")
    func faults() throws {
        #expect(try history(.failed(TransportFailure(.neverSent))).last == "fault: never-sent")
        #expect(try history(.failed(TransportFailure(.cancelled, nothingWasSent: true))).last == "fault: cancelled")
        #expect(try history(.failed(TransportFailure(.cancelled))).last == "unknown: cancelled")
        #expect(try history(.failed(TransportFailure(.noAnswer))).last == "unknown: no-answer")
    }
}
