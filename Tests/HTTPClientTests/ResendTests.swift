// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("A request is never sent twice")
struct ResendTests {
    @Test(
        "when a reused connection dies unanswered, the server has seen one request", arguments: ClientPath.allCases,
        ["PATCH", "GET", "POST"])
    func reusedConnectionDies(path: ClientPath, method: String) async throws {
        let server = try SocketServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(answer())
            _ = connection.readRequest()
        }
        let client = HTTPClient.forTests()
        _ = try await path.send(HTTPRequest(url: server.url + "/first"), by: client)
        let error = await path.failure(HTTPRequest(method: method, url: server.url + "/second"), by: client)
        #expect(error?.code == .noAnswer)
        #expect(error?.wasNeverSent == false)
        client.shutdown()
        server.stop()
        #expect(server.requests.map(\.target) == ["/first", "/second"])
        #expect(server.requests.map(\.connection) == [0, 0])
    }

    @Test("nor when it is reset", arguments: ClientPath.allCases)
    func reusedConnectionIsReset(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(answer())
            _ = connection.readRequest()
            connection.reset()
        }
        let client = HTTPClient.forTests()
        _ = try await path.send(HTTPRequest(url: server.url + "/first"), by: client)
        let request = HTTPRequest(method: "PATCH", url: server.url + "/second", body: Array("{}".utf8))
        #expect(await path.failure(request, by: client)?.code == .noAnswer)
        client.shutdown()
        server.stop()
        #expect(server.requests.filter { $0.method == "PATCH" }.count == 1)
    }

    @Test("a client goes on after it, on a new connection", arguments: ClientPath.allCases)
    func goesOn(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            while let request = connection.readRequest(), request.method != "PATCH" { connection.write(answer()) }
        }
        let client = HTTPClient.forTests()
        for _ in 0..<3 {
            _ = try await path.send(HTTPRequest(url: server.url), by: client)
            let error = await path.failure(HTTPRequest(method: "PATCH", url: server.url), by: client)
            #expect(error?.code == .noAnswer)
        }
        client.shutdown()
        server.stop()
        #expect(server.requests.map(\.method) == ["GET", "PATCH", "GET", "PATCH", "GET", "PATCH"])
    }

    @Test(
        "a connection that the server closed while idle is replaced before anything is sent",
        arguments: ClientPath.allCases)
    func idleConnectionClosed(path: ClientPath) async throws {
        let closed = Signal()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write(answer())
            connection.close()
            closed.fire()
        }
        let client = HTTPClient.forTests()
        for count in 1...3 {
            let response = try await path.send(HTTPRequest(method: "PATCH", url: server.url), by: client)
            #expect(response.status == 200)
            await closed.wait(for: count)
        }
        #expect(server.requests.map(\.connection) == [0, 1, 2])
    }

    @Test("a 417 or a 503 does not make it try again", arguments: ClientPath.allCases)
    func refusals(path: ClientPath) async throws {
        let server = try SocketServer.answering { request in
            answer(
                request.target == "/417" ? "417 Expectation Failed" : "503 Service Unavailable", "", "Retry-After: 0")
        }
        let client = HTTPClient.forTests()
        for status in [417, 503] {
            let request = HTTPRequest(
                method: "PATCH", url: "\(server.url)/\(status)", body: [UInt8](repeating: 120, count: 2_000_000))
            #expect(try await path.send(request, by: client).status == status)
        }
        #expect(server.requests.count == 2)
    }
}
