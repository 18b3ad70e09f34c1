// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import TestSupport
import Testing

@Suite("A request is checked before the network is touched")
struct RequestCheckTests {
    static let badURLs = [
        "", "127.0.0.1", "//127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "FILE:///etc/passwd",
        "http:/127.0.0.1", "http:127.0.0.1", "http:///127.0.0.1", "http://", "https://?x", "http://127.0.0.1:x/",
        "http://127.0.0.1:99999/", "http://127.0.0.1/a b", "http://127.0.0.1/é", "http://127.0.0.1/\r\nX: y",
        "http://127.0.0.1/\0", "http://user:secret@127.0.0.1/", "http://user@127.0.0.1/", "dict://127.0.0.1/",
    ]

    @Test("URLs that are not http, not whole, or not clean are refused", arguments: ClientPath.allCases, badURLs)
    func urls(path: ClientPath, url: String) async {
        let error = await path.failure(HTTPRequest(url: url), by: .forTests())
        #expect(error?.code == .invalidRequest)
        #expect(error?.wasNeverSent == true)
    }

    static let badHeaders = [
        HTTPHeader("X-A", "1\r\nX-B: 2"), HTTPHeader("X-A", "1\nX-B: 2"), HTTPHeader("X-A", "1\r"),
        HTTPHeader("X-A", "1\0"), HTTPHeader("X-A", "\u{7F}"), HTTPHeader("X-A\r\nX-B", "1"), HTTPHeader("X A", "1"),
        HTTPHeader("X:A", "1"), HTTPHeader("", "1"), HTTPHeader("X-é", "1"), HTTPHeader("content-length", "1"),
        HTTPHeader("Transfer-Encoding", "chunked"), HTTPHeader("Expect", "100-continue"),
    ]

    @Test("header fields that would smuggle something in are refused", arguments: badHeaders)
    func headers(header: HTTPHeader) async throws {
        let server = try SocketServer.answering { _ in answer() }
        for path in ClientPath.allCases {
            let error = await path.failure(HTTPRequest(url: server.url, headers: [header]), by: .forTests())
            #expect(error?.code == .invalidRequest)
        }
        #expect(server.acceptedCount == 0)
    }

    @Test("methods that are no tokens are refused", arguments: ["", "GET /", "GET\r\nX: y", "GÉT", "CONNECT"])
    func methods(method: String) async {
        for path in ClientPath.allCases {
            let error = await path.failure(HTTPRequest(method: method, url: "http://127.0.0.1:1/"), by: .forTests())
            #expect(error?.code == .invalidRequest)
        }
    }

    @Test("HEAD with a body is refused")
    func headWithBody() async {
        let request = HTTPRequest(method: "HEAD", url: "http://127.0.0.1:1/", body: [])
        #expect(await ClientPath.blocking.failure(request, by: .forTests())?.code == .invalidRequest)
    }

    @Test("no description of a request shows more than its method and server")
    func descriptions() {
        let request = HTTPRequest(
            method: "PATCH", url: "https://user:secret@shop.example:8443/bookings/token/ABC234?email=a%40b.fr",
            headers: [HTTPHeader("Authorization", "Basic secret")], body: Array("secret".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), String(describing: [request])] {
            #expect(text.contains("PATCH https://shop.example:8443/…"))
        }
        for text in ["\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("secret") && !text.contains("ABC234") && !text.contains("email"))
        }
        #expect("\(HTTPRequest(url: "secret"))" == "GET (no URL)")
    }

    @Test("errors of an unacceptable request do not repeat its values")
    func errorsAreDiscreet() async {
        let request = HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader("Authorization", "secret\n")])
        let error = await ClientPath.blocking.failure(request, by: .forTests())
        #expect(error?.description == "invalid request: the header Authorization holds a control character")
    }
}
