// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import Glibc
import PassCultureTesting
import TestSupport
import Testing

/// The thread rules of the header.
@Suite(.timeLimit(.minutes(1)))
struct ThreadTests {
    @Test func `each thread has its own last error`() async throws {
        let failed = await Thread.run {
            #expect(pc_open(nil, nil) == PC_BAD_ARGUMENT)
            return lastError().status
        }
        let fresh = await Thread.run { lastError().status }
        #expect(failed == PC_BAD_ARGUMENT)
        #expect(fresh == PC_OK)
    }

    @Test func `a call that goes well forgets the error before it`() async {
        let after = await Thread.run {
            _ = pc_open(nil, nil)
            #expect(pc_close(nil) == PC_OK)
            return lastError()
        }
        #expect(after.status == PC_OK)
        #expect(text(after.code).isEmpty)
    }

    @Test func `a till is closed while a call is under way, and the call ends as it would have`() async throws {
        let arrived = Signal(), released = Signal()
        let server = try SocketServer { connection in
            guard connection.readRequest() != nil else { return }
            arrived.fire()
            released.block(until: 1)
            connection.write("HTTP/1.1 204 NO CONTENT\r\nConnection: close\r\n\r\n")
        }
        defer { server.stop() }
        let till = try CTill(server.url)
        async let outcome = till.validate("LYSYU9")
        await Thread.run { arrived.block(until: 1) }
        #expect(pc_close(till.handle) == PC_OK)
        released.fire()
        #expect(await outcome.validation.outcome == PC_VALIDATED)
        #expect(await till.validate("LYSYU9").status == PC_BAD_HANDLE)
    }

    @Test func `many threads use one till at once`() async throws {
        let server = try SocketServer.answering { _ in "HTTP/1.1 204 NO CONTENT\r\n\r\n" }
        defer { server.stop() }
        let till = try CTill(server.url)
        let validated = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 { group.addTask { await till.validate("LYSYU9").validation.outcome == PC_VALIDATED } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(validated == 16)
        #expect(server.requests.count == 16)
    }
}
