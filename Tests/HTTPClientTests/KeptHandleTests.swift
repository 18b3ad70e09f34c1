// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

/// A handle keeps its settings from one request to the next: whatever a request sets, the next one says itself.
@Suite("Nothing of a request is left for the next")
struct KeptHandleTests {
    @Test("neither method nor body nor fields", arguments: ClientPath.allCases)
    func request(path: ClientPath) async throws {
        let server = try SocketServer.answering { $0.method == "HEAD" ? answer("200 OK") : answer("204 No Content") }
        let client = HTTPClient.forTests()
        let full = HTTPRequest(
            method: "PATCH", url: server.url + "/a",
            headers: [HTTPHeader("X-A", "1"), HTTPHeader("Content-Type", "x/y")],
            body: Array("{}".utf8))
        let others = [
            HTTPRequest(url: server.url + "/b"), HTTPRequest(method: "HEAD", url: server.url + "/c"),
            HTTPRequest(method: "POST", url: server.url + "/d"), HTTPRequest(method: "DELETE", url: server.url + "/e"),
            HTTPRequest(method: "PUT", url: server.url + "/f", body: Array("12345".utf8)),
        ]
        for other in others { for request in [full, other, other] { _ = try await path.send(request, by: client) } }
        for (index, other) in others.enumerated() {
            let seen = server.requests.dropFirst(3 * index).prefix(3)
            #expect(seen.map(\.method) == ["PATCH", other.method, other.method])
            #expect(seen.map(\.body) == [Array("{}".utf8), other.body ?? [], other.body ?? []])
            #expect(seen.map { $0.header("X-A") } == ["1", nil, nil])
            #expect(seen.map { $0.header("Content-Type") } == ["x/y", nil, nil])
        }
        #expect(server.acceptedCount == 1)
    }

    @Test("a body that is like the last, or was let go of in between, is sent whole", arguments: ClientPath.allCases)
    func bodies(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer("204 No Content") }
        let client = HTTPClient.forTests()
        let large = [UInt8](repeating: 0x61, count: 100_000)
        let bodies = [
            large, large, Array("{}".utf8), Array("{}".utf8), Array("{\"a\":1}".utf8), [], large, Array("{}".utf8),
        ]
        for body in bodies {
            _ = try await path.send(HTTPRequest(method: "PUT", url: server.url, body: body), by: client)
        }
        #expect(server.requests.map(\.body) == bodies)
        #expect(server.requests.map { $0.header("Content-Length") } == bodies.map { "\($0.count)" })
        #expect(server.acceptedCount == 1)
    }

    @Test("each request has its own deadlines, whatever the last had", arguments: ClientPath.allCases)
    func ownDeadlines(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            while let request = connection.readRequest() {
                if request.target == "/silent" { return connection.waitUntilClosed() }
                connection.write(answer())
            }
        }
        let client = HTTPClient.forTests()
        let patient = HTTPRequest(url: server.url + "/a", totalDeadline: .seconds(60))
        let hasty = HTTPRequest(url: server.url + "/silent", totalDeadline: .milliseconds(50))
        for _ in 1...2 {
            #expect(try await path.send(patient, by: client).status == 200)
            // A busy machine may not even have sent it by then.
            let code = try #require(await path.failure(hasty, by: client)).code
            #expect(code == .noAnswer || code.phase != nil)
        }
    }

    @Test("not the bound of an answer to HEAD, which has none", arguments: ClientPath.allCases)
    func bound(path: ClientPath) async throws {
        let server = try SocketServer { connection in
            while let request = connection.readRequest() {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
                if request.method != "HEAD" { connection.waitUntilClosed() }
            }
        }
        let client = HTTPClient.forTests(maximumAnswerBytes: 100)
        for _ in 1...2 {
            #expect(try await path.send(HTTPRequest(method: "HEAD", url: server.url), by: client).status == 200)
            // Told from the length that is announced: nothing of the body ever comes.
            #expect(await path.failure(HTTPRequest(url: server.url), by: client)?.code == .answerTooLarge)
        }
    }

    @Test("what was reached before says nothing of what is not reached now", arguments: ClientPath.allCases)
    func failures(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer() }
        let closed = try ClosedPort()
        let client = HTTPClient.forTests(totalDeadline: .seconds(3))
        for _ in 1...2 {
            #expect(try await path.send(HTTPRequest(url: server.url), by: client).status == 200)
            let refused = await path.failure(HTTPRequest(url: "http://127.0.0.1:\(closed.port)/"), by: client)
            #expect(refused?.code == .neverSent(.connect))
            #expect(refused?.status == nil)
            #expect(try await path.send(HTTPRequest(url: server.url), by: client).status == 200)
            let unknown = await path.failure(HTTPRequest(url: "http://no-such-host.invalid/"), by: client)
            #expect(unknown?.code == .neverSent(.resolve))
        }
    }

    @Test("what is like a request found fit is not fit for that", arguments: ClientPath.allCases)
    func likeTheLast(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer() }
        let client = HTTPClient.forTests()
        let fit = HTTPRequest(url: server.url + "/a", headers: [HTTPHeader("X-A", "1")])
        let unfit = [
            ":1/", "1234567/", "@other.invalid/", ":x@other.invalid/", "x/", "\\@other.invalid/", "/a b", "/é",
        ]
        for tail in unfit {
            #expect(try await path.send(fit, by: client).status == 200)
            var request = fit
            request.url = server.url + tail
            #expect(await path.failure(request, by: client)?.code == .invalidRequest, "\(tail)")
        }
        for header in RequestCheckTests.badHeaders {
            #expect(try await path.send(fit, by: client).status == 200)
            var request = fit
            request.headers.append(header)
            #expect(await path.failure(request, by: client)?.code == .invalidRequest)
        }
        #expect(Set(server.requests.map(\.target)) == ["/a"])
        for tail in ["", "?b", "#c", "/d"] {
            #expect(try await path.send(HTTPRequest(url: server.url + tail), by: client).status == 200)
        }
        #expect(server.requests.suffix(4).map(\.target) == ["/", "/?b", "/", "/d"])
    }

    @Test("of two requests under way each keeps its own deadline, whichever is begun first", arguments: [false, true])
    func deadlines(isShortFirst: Bool) async throws {
        let received = Signal()
        let server = try SocketServer { connection in
            guard let request = connection.readRequest() else { return }
            received.fire()
            if request.target == "/answered" {
                received.block(until: 3)
                connection.write(answer())
            } else {
                connection.waitUntilClosed()
            }
        }
        let client = HTTPClient.forTests()
        let url = server.url
        let short = HTTPRequest(url: url + "/short", totalDeadline: .milliseconds(300))
        func begin(_ request: HTTPRequest) -> Task<HTTPClientError.Code?, Never> {
            Task {
                do throws(HTTPClientError) {
                    _ = try await client.send(request)
                    return nil
                } catch {
                    return error.code
                }
            }
        }
        let long = HTTPRequest(url: url + "/answered")
        let tasks = (isShortFirst ? [short, long] : [long, short]).map(begin)
        // A machine with much else to do may not even have sent it by then.
        let code = try #require(await tasks[isShortFirst ? 0 : 1].value)
        #expect(code == .noAnswer || code.phase != nil)
        // Only now is the long one answered.
        for _ in 0..<3 { received.fire() }
        #expect(await tasks[isShortFirst ? 1 : 0].value == nil)
    }
}
