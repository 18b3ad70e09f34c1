// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import PassCulture

// What the documentation of `Transport` shows, compiled and tried: a change here is one there.

struct AsyncHTTPClientTransport: Transport {
    let client: HTTPClient  // made with `redirectConfiguration = .disallow`

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        outgoing.headers.add(contentsOf: request.headers.map { ($0.name, $0.value) })
        outgoing.body = request.body.map { .bytes($0) }
        do {
            let answer = try await client.execute(
                outgoing, timeout: .milliseconds(Int64(request.totalDeadline / .milliseconds(1))))
            return TransportResponse(
                status: Int(answer.status.code), contentType: answer.headers.first(name: "Content-Type"),
                retryAfter: answer.headers.first(name: "Retry-After").flatMap { RetryAfter($0) },
                body: Array((try await answer.body.collect(upTo: 1 << 20)).readableBytesView))
        } catch  where error is NIOConnectionError || (error as? IOError)?.errnoCode == ECONNREFUSED {
            throw TransportFailure(.neverSent, detail: "\(error)")  // nobody listens
        } catch {
            throw TransportFailure(Task.isCancelled ? .cancelled : .noAnswer, detail: "\(error)")
        }
    }

    func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        throw TransportFailure(.neverSent, detail: "this transport is for the async calls")
    }
}
