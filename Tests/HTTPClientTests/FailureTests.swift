// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("Failures tell whether the request can have arrived")
struct FailureTests {
    @Test("an unknown host: never sent", arguments: ClientPath.allCases)
    func unknownHost(path: ClientPath) async {
        let client = HTTPClient.forTests(totalDeadline: .seconds(3))
        let error = await path.failure(HTTPRequest(url: "http://no-such-host.invalid/"), by: client)
        #expect(error?.code == .neverSent(.resolve))
        #expect(error?.wasNeverSent == true)
    }

    @Test("a closed port: never sent", arguments: ClientPath.allCases)
    func closedPort(path: ClientPath) async throws {
        let closed = try ClosedPort()
        let error = await path.failure(HTTPRequest(url: "http://127.0.0.1:\(closed.port)/"), by: .forTests())
        #expect(error?.code == .neverSent(.connect))
        #expect(error?.wasNeverSent == true)
    }

    @Test("a server that takes no connection before the deadline: never sent", arguments: ClientPath.allCases)
    func connectDeadline(path: ClientPath) async throws {
        let crowded = try CrowdedPort()
        let request = HTTPRequest(method: "PATCH", url: "http://127.0.0.1:\(crowded.port)/")
        let code = await path.failureAtDeadline(request, by: .forTests(), expecting: .neverSent(.connect))
        #expect(code == .neverSent(.connect))
        let hurried = HTTPRequest(url: request.url, connectDeadline: .milliseconds(50))
        #expect(await path.failure(hurried, by: .forTests())?.wasNeverSent == true)
    }

    @Test("a server that says nothing before the deadline: sent, no answer", arguments: ClientPath.allCases)
    func totalDeadline(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.waitUntilClosed()
        }
        let request = HTTPRequest(method: "PATCH", url: server.url)
        let code = await path.failureAtDeadline(request, by: .forTests(), expecting: .noAnswer)
        #expect(code == .noAnswer)
    }

    @Test("a deadline in the middle of the answer: cut short", arguments: ClientPath.allCases)
    func deadlineInAnswer(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
            connection.waitUntilClosed()
        }
        let request = HTTPRequest(url: server.url)
        let code = await path.failureAtDeadline(request, by: .forTests(), expecting: .answerCutShort)
        #expect(code == .answerCutShort)
    }

    @Test(
        "a connection that ends after the request: sent, no answer", arguments: ClientPath.allCases, [false, true])
    func closedUnanswered(path: ClientPath, isReset: Bool) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            if isReset { connection.reset() }
        }
        let error = await path.failure(HTTPRequest(method: "PATCH", url: server.url), by: .forTests())
        #expect(error?.code == .noAnswer)
        #expect(error?.status == nil)
        #expect(error?.wasNeverSent == false)
        #expect(server.requests.count == 1)
    }

    static let brokenAnswers: [(bytes: String, status: Int?)] = [
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", 200),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n", 200),
        ("HTTP/1.1 410 Gone\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", 410),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 200),
        ("HTTP/1.1 200 OK\r\nContent-Le", 200),
        ("HTTP/1.1 204 No Content\r\n", 204),
        ("HTTP/1.1 204\r\nServer: x", 204),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n", 204),
        ("HTTP/1.1 100 Continue\r\n\r\n", nil),
        ("HTTP/1.1 103 Early Hints\r\nLink: </x>", nil),
    ]

    @Test(
        "an answer that ends too early: cut short, with its status if that came",
        arguments: ClientPath.allCases, brokenAnswers)
    func cutShort(path: ClientPath, broken: (bytes: String, status: Int?)) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write(broken.bytes)
        }
        let error = await path.failure(HTTPRequest(url: server.url), by: .forTests())
        #expect(error?.code == .answerCutShort)
        #expect(error?.wasNeverSent == false)
        #expect(error?.status == broken.status)
    }

    @Test(
        "a status line that broke off says no status", arguments: ClientPath.allCases,
        ["HTTP/1.1 204", "HTTP/1.1 20", "HTTP/1.1 204 No Conte", "HTT"])
    func brokenStatusLine(path: ClientPath, bytes: String) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write(bytes)
        }
        let error = try #require(await path.failure(HTTPRequest(method: "PATCH", url: server.url), by: .forTests()))
        #expect(error.status == nil)
        #expect(!error.wasNeverSent)
    }

    @Test("a reset in the middle of the answer: cut short", arguments: ClientPath.allCases)
    func resetInAnswer(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            // A reset overtakes what was not read yet. This is more than the client's system holds before it is read.
            connection.write(String(repeating: "x", count: 900_000))
            connection.waitUntilAcknowledged()
            connection.reset()
        }
        #expect(await path.failure(HTTPRequest(url: server.url), by: .forTests())?.code == .answerCutShort)
    }

    @Test(
        "an answer that is not HTTP", arguments: ClientPath.allCases,
        ["SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n", "<html></html>", "HTTP/7.3 200 OK\r\n\r\n"])
    func malformed(path: ClientPath, bytes: String) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write(bytes)
        }
        let error = await path.failure(HTTPRequest(url: server.url), by: .forTests())
        #expect(error?.code == .answerMalformed)
        #expect(error?.wasNeverSent == false)
    }

    @Test("a protocol nobody asked to change to is no answer in whole", arguments: ClientPath.allCases)
    func switchingProtocols(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nwhatever")
        }
        #expect(await path.failure(HTTPRequest(url: server.url), by: .forTests())?.code == .answerCutShort)
    }

    static let framings = ["length", "chunked", "close"]

    @Test("a body up to the bound is taken, one byte more is not", arguments: ClientPath.allCases, framings)
    func tooLarge(path: ClientPath, framing: String) async throws {
        let server = try SocketServer { connection in
            while let request = connection.readRequest() {
                let body = String(repeating: "x", count: Int(request.target.dropFirst()) ?? 0)
                switch framing {
                case "length": connection.write(answer("200 OK", body))
                case "chunked":
                    let size = String(body.utf8.count, radix: 16)
                    connection.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n0\r\n\r\n")
                default:
                    connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(body)")
                    return
                }
            }
        }
        let client = HTTPClient.forTests(maximumAnswerBytes: 100_000)
        let largest = try await path.send(HTTPRequest(url: server.url + "/100000"), by: client)
        #expect(largest.body.count == 100_000)
        let error = await path.failure(HTTPRequest(url: server.url + "/100001"), by: client)
        #expect(error?.code == .answerTooLarge)
        #expect(error?.status == 200)
        #expect(error?.wasNeverSent == false)
    }

    @Test("an endless header is not taken either", arguments: ClientPath.allCases)
    func endlessHeader(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            while connection.write("X-More: " + String(repeating: "x", count: 1000) + "\r\n") {}
        }
        let error = await path.failure(HTTPRequest(url: server.url), by: .forTests())
        #expect(error?.code == .answerTooLarge)
    }

    @Test("nor is a header line without an end", arguments: ClientPath.allCases)
    func endlessHeaderLine(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 410 Gone\r\nX-More: ")
            while connection.write(String(repeating: "x", count: 1000)) {}
        }
        let error = await path.failure(HTTPRequest(method: "PATCH", url: server.url), by: .forTests())
        #expect(error?.code == .answerTooLarge)
        #expect(error?.status == 410)
        #expect(error?.wasNeverSent == false)
    }

    @Test("TLS where the server speaks none: never sent", arguments: ClientPath.allCases)
    func plainServer(path: ClientPath) async throws {
        let server = try SocketServer { $0.write("HTTP/1.1 400 Bad Request\r\n\r\n") }
        let error = await path.failure(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"), by: .forTests())
        #expect(error?.code == .neverSent(.tls))
        #expect(error?.wasNeverSent == true)
    }

    @Test("a TLS handshake that does not end before the deadline: never sent", arguments: ClientPath.allCases)
    func silentServer(path: ClientPath) async throws {
        let server = try SocketServer { $0.waitUntilClosed() }
        let request = HTTPRequest(url: "https://127.0.0.1:\(server.port)/")
        let code = await path.failureAtDeadline(request, by: .forTests(), expecting: .neverSent(.tls))
        #expect(code == .neverSent(.tls))
    }

    @Test("a proxy that says nothing before the deadline: never sent", arguments: ClientPath.allCases)
    func silentProxy(path: ClientPath) async throws {
        let proxy = try SocketServer { $0.waitUntilClosed() }
        let client = HTTPClient.forTests(proxy: .url(proxy.url))
        let request = HTTPRequest(url: "https://shop.invalid/")
        let code = await path.failureAtDeadline(request, by: client, expecting: .neverSent(.proxy))
        #expect(code == .neverSent(.proxy))
    }

    @Test("an authority file that is not there: never sent", arguments: ClientPath.allCases)
    func missingAuthorities(path: ClientPath) async throws {
        let server = try SocketServer { $0.waitUntilClosed() }
        let client = HTTPClient.forTests(caFile: "/nonexistent/authorities.pem")
        let error = await path.failure(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"), by: client)
        #expect(error?.code == .neverSent(.tls))
    }
}
