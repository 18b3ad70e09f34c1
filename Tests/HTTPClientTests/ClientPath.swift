// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

/// One of the client's two ways to send a request; most tests go both.
enum ClientPath: CaseIterable, Sendable, CustomTestStringConvertible {
    case blocking
    case async

    var testDescription: String {
        self == .blocking ? "blocking" : "async"
    }

    /// Sends a request this way; the blocking way on a thread of its own, as a till would.
    func send(_ request: HTTPRequest, by client: HTTPClient) async throws(HTTPClientError) -> HTTPResponse {
        switch self {
        case .async: return try await client.send(request)
        case .blocking:
            return try await Thread.run { () throws(HTTPClientError) in try client.sendBlocking(request) }
        }
    }

    /// The error that sending a request this way ends with.
    func failure(_ request: HTTPRequest, by client: HTTPClient) async -> HTTPClientError? {
        do throws(HTTPClientError) {
            let response = try await send(request, by: client)
            Issue.record("there was an answer: \(response.status)")
            return nil
        } catch {
            return error
        }
    }
}

extension ClientPath {
    /// The code of the error that a request to a silent server ends with when its deadline has passed.
    ///
    /// A machine with much else to do may not get as far as expected in a short time: longer deadlines are tried until
    /// one leads to the code expected, or the longest does not.
    func failureAtDeadline(
        _ request: HTTPRequest, by client: HTTPClient, expecting expected: HTTPClientError.Code
    ) async -> HTTPClientError.Code? {
        var code: HTTPClientError.Code?
        for deadline: Duration in [.milliseconds(50), .milliseconds(500), .seconds(3), .seconds(15)] {
            var request = request
            request.totalDeadline = deadline
            code = await failure(request, by: client)?.code
            if code == expected { break }
        }
        return code
    }
}

extension HTTPClient {
    /// A client for tests: no proxy, and a deadline that only a hanging test reaches.
    static func forTests(
        maximumAnswerBytes: Int = 1 << 20, connectDeadline: Duration = .seconds(10),
        totalDeadline: Duration = .seconds(20),
        proxy: HTTPClientConfiguration.Proxy = .none, caFile: String? = nil
    ) -> HTTPClient {
        HTTPClient(
            HTTPClientConfiguration(
                maximumAnswerBytes: maximumAnswerBytes, connectDeadline: connectDeadline, totalDeadline: totalDeadline,
                proxy: proxy, caFile: caFile))
    }
}

/// A short answer with the length of its body.
func answer(_ status: String = "200 OK", _ body: String = "", _ headers: String...) -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
