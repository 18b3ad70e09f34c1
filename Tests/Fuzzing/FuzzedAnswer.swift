// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Synchronization

/// An answer of a platform as an input of three bytes and its body: which status, what became of the exchange, who asks, and the body.
struct FuzzedAnswer {
    private static let statuses = [200, 204, 400, 401, 403, 404, 407, 408, 410, 425, 429, 500, 502, 503]
    private static let failures: [TransportFailure.Code] = [
        .neverSent, .noAnswer, .answerCutShort, .answerTooLarge, .answerMalformed, .cancelled,
    ]

    /// What the transport gives.
    let result: Result<TransportResponse, TransportFailure>
    /// The status that came, if one did.
    let status: Int?
    /// Whether the partner logs in.
    let isDesk: Bool

    /// Reads an input.
    init(_ input: [UInt8]) {
        let head = Array(input.prefix(3)) + [UInt8](repeating: 0, count: max(0, 3 - input.count))
        let body = Array(input.dropFirst(3))
        // Half of all inputs have a status that matters; the others any, those too that no server should send.
        let status =
            head[0] < 128
            ? Self.statuses[Int(head[0]) % Self.statuses.count] : Int(head[0] & 0x7F) * 8 + Int(head[2] >> 5)
        isDesk = head[1] & 1 == 0
        guard head[1] >= 0xE0 else {
            self.status = status
            result = .success(TransportResponse(status: status, contentType: "application/json", body: body))
            return
        }
        let code = Self.failures[Int(head[1] >> 1 & 0xF) % Self.failures.count]
        self.status = head[2] & 1 == 0 ? status : nil
        let failure = TransportFailure(
            code, nothingWasSent: code == .cancelled && head[2] & 2 == 0, status: self.status,
            detail: String(decoding: body, as: UTF8.self))
        result = .failure(failure)
    }

    /// An input that gives this status and body to a partner who logs in.
    static func input(status: Int, _ body: [UInt8]) -> [UInt8] {
        [UInt8(statuses.firstIndex(of: status) ?? 0), 0, 0] + body
    }
}

/// A platform that answers what it is told to.
final class FuzzedPlatform: Transport {
    private let result = Mutex(Result<TransportResponse, TransportFailure>.success(TransportResponse(status: 204)))

    /// Sets the next answers.
    func answer(_ next: Result<TransportResponse, TransportFailure>) { result.withLock { $0 = next } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        try sendBlocking(request)
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        try result.withLock { $0 }.get()
    }
}
