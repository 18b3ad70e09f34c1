// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// Servers that treat connections in ways of their own.
@Suite("The certifier's connections", .timeLimit(.minutes(1)))
struct ConnectionTests {
    /// A sound receiver, as the bytes of its answer.
    private func receiver() -> @Sendable (ReceivedRequest) -> String {
        let double = ReceiverDouble(key: VendorTrial.key) { _ in }
        return { request in
            let answer = double.answer(
                PartnerRequest(
                    method: request.method, target: request.target, signature: request.header("PassCulture-Signature"),
                    body: request.body))
            let body = answer.body.text
            return "HTTP/1.1 \(answer.status) Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }

    private func expectPassed(by server: SocketServer) async throws {
        let result = try await VendorTrial.judgeReceiver(at: server.url, countURL: server.url + "/count")
        #expect(result.checks(not: .pass) == [])
        #expect(result.exitCode == 0)
    }

    @Test func `a server that closes after each answer without saying so is judged by its answers`() async throws {
        let answer = receiver()
        let server = try SocketServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.write(answer(request))
            // The worst moment: the next request has been sent, and is not answered.
            _ = connection.readRequest()
        }
        defer { server.stop() }
        try await expectPassed(by: server)
    }

    @Test func `a server that knows one connection at a time is not kept from the next`() async throws {
        let answer = receiver()
        let turn = Mutex(0)
        let server = try SocketServer { connection in
            turn.withLock { count in
                while let request = connection.readRequest() {
                    connection.write(answer(request))
                    count += 1
                }
            }
        }
        defer { server.stop() }
        try await expectPassed(by: server)
    }
}
