// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport
import Testing

@Suite("Warming up", .timeLimit(.minutes(1)))
struct WarmUpTests {
    private func warmUp(_ passCulture: PassCulture, _ way: Way) async throws {
        switch way {
        case .async: try await passCulture.warmUp()
        case .blocking: try await Thread.run { try passCulture.warmUpBlocking() }
        }
    }

    @Test("opens the connection over which the first customer is served", arguments: Way.allCases)
    func opens(way: Way) async throws {
        let server = try SocketServer.playing([
            .answer("HTTP/1.1 404 NOT FOUND\r\nContent-Length: 0\r\n\r\n"),
            .answer("HTTP/1.1 204 NO CONTENT\r\n\r\n"), .answer("HTTP/1.1 204 NO CONTENT\r\n\r\n"),
        ])
        defer { server.stop() }
        var transport = CurlTransport(proxy: .none)
        // On a busy machine more than a second may go by between two calls.
        transport.longestIdleOfAWrite = .seconds(60)
        let passCulture = PassCulture(.local(port: server.port), transport: transport)
        let desk = try passCulture.plainDesk(email: "pro@example.com", password: "Azerty123456!@")
        let code = try Countermark("LYSYU9")
        try await warmUp(passCulture, way)
        switch way {
        case .async:
            _ = try await desk.verify(code)
            _ = try await desk.validate(code)
        case .blocking:
            try await Thread.run {
                _ = try desk.verifyBlocking(code)
                _ = try desk.validateBlocking(code)
            }
        }
        #expect(server.acceptedCount == 1)
        #expect(server.requests.map(\.method) == ["GET", "GET", "PATCH"])
    }

    @Test("sends no log-in, and writes nothing down", arguments: Way.allCases)
    func harmless(way: Way) async throws {
        let counter = try Counter([.status(200)])
        try await warmUp(counter.passCulture, way)
        #expect(counter.transport.requests.map(\.method) == ["GET"])
        #expect(counter.transport.requests.map(\.pathTemplate) == ["/health"])
        #expect(counter.transport.requests.allSatisfy { $0.header("Authorization") == nil && $0.body == nil })
        #expect(counter.journal.entries.isEmpty)
    }

    @Test("that reaches nobody is a fault, tried again before, and the circuit hears of it", arguments: Way.allCases)
    func fails(way: Way) async throws {
        let failure = FakeTransport.Step.fail(TransportFailure(.neverSent))
        let counter = try Counter(
            [failure, failure], retries: RetryPolicy(attempts: 2), circuit: CircuitPolicy(faults: 2))
        for code in [PassCultureError.Code.neverSent, .serviceDown] {
            let error = await #expect(throws: PassCultureError.self) { try await warmUp(counter.passCulture, way) }
            #expect(error?.code == code)
            #expect(error?.nothingWasSent == true)
        }
        #expect(counter.transport.requests.count == 2)
    }

    @Test("of a cancelled task sends nothing")
    func cancelled() async throws {
        let counter = try Counter([.status(200)])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await counter.passCulture.warmUp()
        }
        let error = await #expect(throws: PassCultureError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(counter.transport.requests.isEmpty)
    }
}
