// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("Requests and answers go over the wire to the letter")
struct ExchangeTests {
    @Test("status, header fields and body come back", arguments: ClientPath.allCases)
    func answerComesBack(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in
            answer("410 Gone", "{\"é\":1}", "Set-Cookie: a=1", "X-Empty:", "set-cookie:  b=2 ")
        }
        let client = HTTPClient.forTests()
        let response = try await path.send(HTTPRequest(url: server.url + "/a?b=c%2Bd"), by: client)
        #expect(response.status == 410)
        #expect(response.body == Array("{\"é\":1}".utf8))
        #expect(response.headers(named: "SET-COOKIE") == ["a=1", "b=2"])
        #expect(response.header("content-length") == "8")
        #expect(response.header("x-empty") == "")
        #expect(response.header("missing") == nil)
        #expect(response.elapsed > .zero)
        let request = try #require(server.requests.first)
        #expect(request.method == "GET")
        #expect(request.target == "/a?b=c%2Bd")
        #expect(request.body.isEmpty)
    }

    @Test("of the fields of an answer only those come back that are wanted", arguments: ClientPath.allCases)
    func wantedFields(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer("200 OK", "", "X-A: 1", "x-b:", "X-C: 2", "x-a: 3") }
        let client = HTTPClient.forTests()
        let request = HTTPRequest(url: server.url, wantedFields: ["X-B", "X-D", "X-A"])
        let some = try await path.send(request, by: client)
        #expect(some.headers == [HTTPHeader("x-b", ""), HTTPHeader("X-A", "1"), HTTPHeader("x-a", "3")])
        let none = try await path.send(HTTPRequest(url: server.url, wantedFields: []), by: client)
        #expect(none.headers.isEmpty)
        #expect(try await path.send(HTTPRequest(url: server.url), by: client).headers.count == 5)
    }

    @Test("the fields of a request, and none of libcurl's own, reach the server", arguments: ClientPath.allCases)
    func fieldsOfRequest(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer() }
        let client = HTTPClient.forTests()
        let request = HTTPRequest(
            method: "PATCH", url: server.url + "/x",
            headers: [HTTPHeader("X-One", "é ; , \""), HTTPHeader("X-Empty", ""), HTTPHeader("x-one", "2")],
            body: Array("{}".utf8))
        _ = try await path.send(request, by: client)
        let received = try #require(server.requests.first)
        let expected = [
            HTTPHeader("Host", "127.0.0.1:\(server.port)"), HTTPHeader("User-Agent", "passculture"),
            HTTPHeader("Accept", "*/*"), HTTPHeader("X-One", "é ; , \""), HTTPHeader("X-Empty", ""),
            HTTPHeader("x-one", "2"), HTTPHeader("Content-Length", "2"),
        ]
        #expect(received.headers.map { HTTPHeader($0.name, $0.value) } == expected)
        #expect(received.body == Array("{}".utf8))
    }

    @Test("every method is sent as it is, with the length that belongs to it", arguments: ClientPath.allCases)
    func methods(path: ClientPath) async throws {
        let server = try SocketServer.answering { $0.method == "HEAD" ? answer("200 OK") : answer("204 No Content") }
        let client = HTTPClient.forTests()
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "M-SEARCH"] {
            _ = try await path.send(HTTPRequest(method: method, url: server.url), by: client)
        }
        _ = try await path.send(HTTPRequest(method: "DELETE", url: server.url, body: [65]), by: client)
        _ = try await path.send(HTTPRequest(method: "POST", url: server.url, body: []), by: client)
        let seen = server.requests.map { "\($0.method) \($0.header("Content-Length") ?? "-")" }
        let expected = [
            "GET -", "HEAD -", "POST 0", "PUT 0", "PATCH 0", "DELETE -", "OPTIONS -", "get -", "M-SEARCH -",
            "DELETE 1", "POST 0",
        ]
        #expect(seen == expected)
        #expect(server.acceptedCount == 1)
    }

    @Test("the answer to HEAD has the fields and no body", arguments: ClientPath.allCases)
    func head(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" }
        let client = HTTPClient.forTests()
        for _ in 0..<2 {
            let response = try await path.send(HTTPRequest(method: "HEAD", url: server.url), by: client)
            #expect(response.status == 200)
            #expect(response.header("Content-Length") == "9999999")
            #expect(response.body.isEmpty)
        }
        #expect(server.acceptedCount == 1)
    }

    @Test("204 and 304 end without a body, and the connection goes on", arguments: ClientPath.allCases)
    func withoutBody(path: ClientPath) async throws {
        let server = try SocketServer.answering { request in
            request.target == "/304" ? "HTTP/1.1 304 Not Modified\r\n\r\n" : "HTTP/1.1 204 No Content\r\n\r\n"
        }
        let client = HTTPClient.forTests()
        for status in [204, 304, 204] {
            let response = try await path.send(HTTPRequest(url: "\(server.url)/\(status)"), by: client)
            #expect(response.status == status)
            #expect(response.body.isEmpty)
        }
        #expect(server.acceptedCount == 1)
    }

    @Test("interim answers are passed over", arguments: ClientPath.allCases)
    func interim(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + answer("201 Created", "ok")
        }
        let client = HTTPClient.forTests()
        let response = try await path.send(HTTPRequest(method: "POST", url: server.url), by: client)
        #expect(response.status == 201)
        #expect(response.body == Array("ok".utf8))
        #expect(response.header("Link") == nil)
    }

    @Test("chunked answers are put together, trailers left out", arguments: ClientPath.allCases)
    func chunked(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n"
        }
        let client = HTTPClient.forTests()
        for _ in 0..<2 {
            let response = try await path.send(HTTPRequest(url: server.url), by: client)
            #expect(response.body == Array("abcde".utf8))
            #expect(response.header("X-Trailer") == nil)
        }
        #expect(server.acceptedCount == 1)
    }

    @Test("a large body goes at once, without asking whether it may", arguments: ClientPath.allCases)
    func largeBody(path: ClientPath) async throws {
        let server = try SocketServer.answering { answer("200 OK", "\($0.body.count)") }
        let client = HTTPClient.forTests()
        let body = [UInt8](repeating: 120, count: 3 << 20)
        let response = try await path.send(HTTPRequest(method: "POST", url: server.url, body: body), by: client)
        #expect(response.body == Array("\(body.count)".utf8))
        #expect(server.requests.first?.header("Expect") == nil)
    }

    @Test("no redirect is followed", arguments: ClientPath.allCases)
    func redirect(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer("302 Found", "", "Location: /elsewhere") }
        let client = HTTPClient.forTests()
        let response = try await path.send(HTTPRequest(url: server.url), by: client)
        #expect(response.status == 302)
        #expect(response.header("Location") == "/elsewhere")
        #expect(server.requests.map(\.target) == ["/"])
    }

    @Test("a path is sent as it is, dots included", arguments: ClientPath.allCases)
    func pathAsItIs(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in answer() }
        let client = HTTPClient.forTests()
        _ = try await path.send(HTTPRequest(url: server.url + "/a/../b/./%2e%2E//c?x=[]&y=%00#fragment"), by: client)
        #expect(server.requests.map(\.target) == ["/a/../b/./%2e%2E//c?x=[]&y=%00"])
    }

    @Test("a 401 is an answer, and leads to no second request", arguments: ClientPath.allCases)
    func unauthorized(path: ClientPath) async throws {
        let server = try SocketServer.answering { _ in
            answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\"")
        }
        let client = HTTPClient.forTests()
        let request = HTTPRequest(url: server.url, headers: [HTTPHeader("Authorization", "Basic eDp5")])
        let response = try await path.send(request, by: client)
        #expect(response.status == 401)
        #expect(server.requests.map { $0.header("Authorization") } == ["Basic eDp5"])
    }
}
