// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a complete answer says, before anybody decides what that means for a check or a validation.
enum Answer: Sendable {
    /// 204: yes, and nothing more.
    case noContent
    /// 200: something to read.
    case content([UInt8])
    /// A 4xx: no.
    case refusal(Refusal)
    /// A 429 that proves that nothing was done: leave the platform alone for so long.
    case tooMany(Duration)
    /// A status that says nothing about the countermark: 1xx, 3xx, 5xx, other 2xx, and those 4xx that speak of the
    /// connection (a proxy's log-in, a time-out, too many requests).
    case other(status: Int)

    /// Reads an answer.
    init(_ response: TransportResponse, to call: CountermarkCall) {
        switch response.status {
        case 204: self = .noContent
        case 200: self = .content(response.body)
        case 429: self = call.dialect.patience(after: response).map { .tooMany($0) } ?? .other(status: 429)
        case 407, 408, 425: self = .other(status: response.status)
        case 400..<500: self = .refusal(call.dialect.refusal(in: response, to: call.operation))
        default: self = .other(status: response.status)
        }
    }
}
