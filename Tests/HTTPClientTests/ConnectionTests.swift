// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("Connections")
struct ConnectionTests {
    @Test("one request after another goes over one connection", arguments: ClientPath.allCases)
    func reuse(path: ClientPath) async throws {
        let server = try SocketServer.answering { answer("200 OK", $0.target) }
        let client = HTTPClient.forTests()
        for number in 0..<50 {
            let response = try await path.send(HTTPRequest(url: "\(server.url)/\(number)"), by: client)
            #expect(response.body == Array("/\(number)".utf8))
        }
        #expect(server.acceptedCount == 1)
        #expect(server.requests.count == 50)
    }

    @Test("a request that wants a fresh connection gets one, which is kept for others", arguments: ClientPath.allCases)
    func fresh(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer("204 No Content") }
        let client = HTTPClient.forTests()
        for _ in 1...2 { _ = try await path.send(HTTPRequest(url: server.url), by: client) }
        for _ in 1...3 {
            let request = HTTPRequest(method: "PATCH", url: server.url, usesFreshConnection: true)
            #expect(try await path.send(request, by: client).status == 204)
        }
        for _ in 1...2 { _ = try await path.send(HTTPRequest(url: server.url), by: client) }
        #expect(server.acceptedCount == 4)
        #expect(server.requests.map(\.connection).prefix(5) == [0, 0, 1, 2, 3])
    }

    @Test("errors of the contract leave the connection open", arguments: ClientPath.allCases)
    func reuseAfterErrors(path: ClientPath) async throws {
        let server = try SocketServer.answering { answer(String($0.target.dropFirst()) + " X", "no") }
        let client = HTTPClient.forTests()
        for status in [400, 404, 410, 500] {
            #expect(try await path.send(HTTPRequest(url: "\(server.url)/\(status)"), by: client).status == status)
        }
        #expect(server.acceptedCount == 1)
    }

    @Test("64 requests are under way at once, and each gets its own answer", arguments: ClientPath.allCases)
    func concurrent(path: ClientPath) async throws {
        let arrived = Signal()
        let server = try SocketServer { connection in
            while let request = connection.readRequest() {
                arrived.fire()
                // Nobody is answered before all are there.
                arrived.block(until: 64)
                connection.write(answer("200 OK", request.target))
            }
        }
        let client = HTTPClient.forTests()
        let url = server.url
        await withTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    let response = try? await path.send(HTTPRequest(url: "\(url)/\(number)"), by: client)
                    #expect(response?.body == Array("/\(number)".utf8))
                }
            }
        }
        // Should some not have come, the others are let go.
        for _ in 0..<64 { arrived.fire() }
        #expect(server.acceptedCount == 64)
        #expect(server.requests.count == 64)
    }

    @Test("a proxy that is set gets the whole URL", arguments: ClientPath.allCases)
    func proxy(path: ClientPath) async throws {
        let proxy = try SocketServer.answering { _ in answer("200 OK", "by proxy") }
        let client = HTTPClient.forTests(proxy: .url(proxy.url))
        let response = try await path.send(HTTPRequest(url: "http://shop.invalid:81/a?b"), by: client)
        #expect(response.body == Array("by proxy".utf8))
        #expect(proxy.requests.map(\.target) == ["http://shop.invalid:81/a?b"])
    }

    @Test("a proxy that cannot reach a TLS server: never sent", arguments: ClientPath.allCases)
    func proxyRefuses(path: ClientPath) async throws {
        let proxy = try SocketServer.answering { _ in answer("502 Bad Gateway", "no") }
        let client = HTTPClient.forTests(proxy: .url(proxy.url))
        let error = await path.failure(HTTPRequest(method: "PATCH", url: "https://shop.invalid/"), by: client)
        #expect(error?.code == .neverSent(.proxy))
        #expect(proxy.requests.map(\.method) == ["CONNECT"])
        #expect(proxy.requests.map(\.target) == ["shop.invalid:443"])
    }

    @Test("a server on this machine is reached without a proxy of the environment", arguments: ClientPath.allCases)
    func localServer(path: ClientPath) async throws {
        let server = try SocketServer.answering { answer("200 OK", $0.target) }
        let client = HTTPClient.forTests(proxy: .environment)
        #expect(try await path.send(HTTPRequest(url: server.url + "/x"), by: client).body == Array("/x".utf8))
    }
}
