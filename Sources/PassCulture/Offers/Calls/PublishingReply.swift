// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What an answer, or the lack of one, means for a call: yes, no, lost, or a fault.
enum PublishingReply<Value: Sendable>: Sendable {
    case yes(Value)
    case no(PublishingRefusal)
    case lost(UnknownPublishing)
    case fault(PassCultureError)

    /// Reads what came of a call.
    init(_ input: ExchangeInput, to call: PublishingCall<Value>, as key: ProviderKey) {
        let secrets = [key.text] + call.secrets
        switch input {
        case .answered(let response):
            self.init(response, to: call, hiding: secrets)
        case .failed(let failure):
            self.init(failure, to: call, hiding: secrets)
        case .begin, .recorded, .recordFailed:
            preconditionFailure("a call to publish is answered, or fails")
        }
    }

    private init(_ response: TransportResponse, to call: PublishingCall<Value>, hiding secrets: [String]) {
        switch response.status {
        case 200, 201, 204:
            self.init(reading: response, of: call)
        case 429:
            // The platform counts before it does anything.
            self = .fault(
                PassCultureError(
                    .tooManyRequests, status: 429, retryAfter: response.patience))
        case 400..<500 where ![407, 408, 425].contains(response.status):
            self = .no(PublishingRefusal(response, hiding: secrets))
        default:
            self =
                call.method == "GET"
                ? .fault(
                    PassCultureError(
                        .unexpectedStatus, status: response.status, retryAfter: response.askedDelay))
                : .lost(UnknownPublishing(cause: .unexpectedStatus, status: response.status))
        }
    }

    /// Reads a yes: an empty one has nothing to be read, and so is fit for a call that expects nothing.
    private init(reading response: TransportResponse, of call: PublishingCall<Value>) {
        do throws(JSONReadingError) {
            self = .yes(try call.read(JSONReader(try Self.document(response.body))))
        } catch {
            // Not `error.description`: it repeats what was found.
            self =
                call.method == "GET"
                ? .fault(
                    PassCultureError(
                        .unreadableAnswer, status: response.status, detail: "\(error.path): expected \(error.expected)")
                )
                : .lost(UnknownPublishing(cause: .answerMalformed, status: response.status))
        }
    }

    private static func document(_ body: [UInt8]) throws(JSONReadingError) -> JSONValue {
        guard !body.isEmpty else { return .null }
        do throws(JSONSyntaxError) {
            return try JSONValue(parsing: body)
        } catch {
            throw JSONReadingError(path: "byte \(error.offset)", expected: "JSON", found: nil)
        }
    }

    private init(_ failure: TransportFailure, to call: PublishingCall<Value>, hiding secrets: [String]) {
        guard call.method == "GET" || failure.nothingWasSent else {
            self = .lost(UnknownPublishing(cause: failure.causeOfLoss, status: failure.status))
            return
        }
        let detail = secrets.reduce(failure.description) { $0.hiding($1, by: "(hidden)") }
        self = .fault(
            PassCultureError(
                failure.faultOfRead, status: failure.status, detail: detail, nothingWasSent: failure.nothingWasSent,
                retryAfter: failure.retryAfter))
    }
}
