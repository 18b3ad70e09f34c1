// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPClient
import Synchronization
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
            let result = await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<HTTPResponse, HTTPClientError>, Never>) in
                let thread = try? Thread.start {
                    continuation.resume(
                        returning: Result { () throws(HTTPClientError) in try client.sendBlocking(request) })
                }
                if let thread { pthread_detach(thread) }
            }
            return try result.get()
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

extension HTTPClient {
    /// A client for tests: no proxy, and a deadline that only a hanging test reaches.
    static func forTests(
        maximumAnswerBytes: Int = 1 << 20, totalDeadline: Duration = .seconds(20),
        proxy: HTTPClientConfiguration.Proxy = .none, caFile: String? = nil
    ) -> HTTPClient {
        HTTPClient(
            HTTPClientConfiguration(
                maximumAnswerBytes: maximumAnswerBytes, connectDeadline: .seconds(10), totalDeadline: totalDeadline,
                proxy: proxy, caFile: caFile))
    }
}

/// Something that happens some number of times, on any thread, and that tasks and threads can wait for.
final class Signal: Sendable {
    private struct State {
        var count = 0
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    func fire() {
        let ready = state.withLock { state in
            state.count += 1
            let count = state.count
            let ready = state.waiters.filter { $0.count <= count }
            state.waiters.removeAll { $0.count <= count }
            return ready
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Waits until it has happened that many times.
    func wait(for count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.count >= count { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    /// The same for a thread.
    func block(until count: Int) {
        while state.withLock({ $0.count }) < count { sched_yield() }
    }
}

/// A short answer with the length of its body.
func answer(_ status: String = "200 OK", _ body: String = "", _ headers: String...) -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
