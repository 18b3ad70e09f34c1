// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

@Suite("Who may control the platform")
struct ControlGateTests {
    @Test("nobody, unless the platform was started with it; the refusal says so")
    func off() async throws {
        try await withServer(control: false) { server in
            for path in ["/_control", "/_control/clock", "/_control/nothing"] {
                let answer = await RawExchange.send("GET", path, to: server.baseURL)
                #expect(answer.status == 403)
                #expect(answer.json?["error"]?.stringValue?.isEmpty == false)
                #expect(answer.json?["hint"]?.stringValue?.isEmpty == false)
            }
        }
    }

    @Test(
        "today's edition is controlled only where it is served, and the control says which edition is",
        arguments: Edition.allCases)
    func editions(edition: Edition) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: edition))
        let about = await RawExchange.send("GET", "/_control", to: server.baseURL).json
        #expect(about?["edition"]?.stringValue == edition.rawValue)
        let routes = about?["routes"]?.arrayValue ?? []
        #expect(routes.contains("PUT /_control/rateLimit") == edition.hasPublicV1)
        let document = await RawExchange.send("GET", "/openapi.json", to: server.baseURL).json
        #expect((document?["paths"]?["/_control/rateLimit"] != nil) == edition.hasPublicV1)
        let request =
            "PUT /_control/rateLimit HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        let answer = await RawExchange.send(Array(request.utf8), to: server.baseURL)
        if edition.hasPublicV1 {
            #expect(answer.status == 200)
        } else {
            #expect(answer.status == 404)
            #expect(answer.json?["error"]?.stringValue?.contains("public API v1") == true)
            #expect(answer.json?["hint"]?.stringValue?.contains("--edition publicV1") == true)
        }
        await server.stop()
    }

    @Test("pages of other sites may not, and neither may requests under another name")
    func foreignPages() async throws {
        try await withServer { server in
            let clock = "/_control/clock"
            for origin in ["https://evil.example", "null", "http://localhost:3000", "http://127.0.0.1:1"] {
                let answer = await RawExchange.send("GET", clock, to: server.baseURL, headers: [("Origin", origin)])
                #expect(answer.status == 403, "\(origin)")
                #expect(!answer.headers.contains { $0.name.hasPrefix("access-control") })
            }
            for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"] {
                let answer = await RawExchange.send("GET", clock, to: server.baseURL, headers: [("Host", host)])
                #expect(answer.status == 403, "\(host)")
            }
            for headers in [
                [], [("Origin", server.baseURL)], [("Host", "localhost")], [("Host", "[::1]:80")],
                [("Host", "LocalHost:80")],
            ] {
                #expect(await RawExchange.send("GET", clock, to: server.baseURL, headers: headers).status == 200)
            }
        }
    }

    @Test("on every address: also those who come by an address, never those who were given a name")
    func everyAddress() async throws {
        for (host, mayComeByAddress) in [("0.0.0.0", true), ("127.0.0.1", false)] {
            let server = try await PlatformServer.start(PlatformConfiguration(host: host))
            for name in ["192.168.1.20", "192.168.1.20:8080", "[fe80::1]:8080", "[2001:DB8::1]"] {
                let answer = await RawExchange.send(
                    "GET", "/_control/clock", to: server.baseURL, headers: [("Host", name)])
                #expect(answer.status == (mayComeByAddress ? 200 : 403), "\(name) at \(host)")
            }
            for name in ["evil.example", "192.168.1.20.evil.example", "1.2.3", "0x7f000001", "[evil]"] {
                let answer = await RawExchange.send(
                    "GET", "/_control/clock", to: server.baseURL, headers: [("Host", name)])
                #expect(answer.status == 403, "\(name) at \(host)")
            }
            await server.stop()
        }
    }

    @Test("unknown routes, wrong methods and bad bodies are 4xx with a hint")
    func badRequests() async throws {
        try await withServer { server in
            let table: [(String, String, String, Int)] = [
                ("GET", "/_control/nothing", "", 404), ("DELETE", "/_control/clock", "", 405),
                ("PUT", "/_control/clock", "{", 400), ("PUT", "/_control/clock", "[]", 400),
                ("PUT", "/_control/clock", "{}", 400), ("PUT", "/_control/clock", #"{"now":12}"#, 400),
                ("PUT", "/_control/clock", #"{"now":"tomorrow"}"#, 400),
                ("PUT", "/_control/clock", #"{"mode":"fast"}"#, 400),
                ("PUT", "/_control/clock", #"{"now":"2001-01-01T00:00:00Z"}"#, 409),
                ("POST", "/_control/clock/advance", "{}", 400),
                ("POST", "/_control/clock/advance", #"{"by":"x"}"#, 400),
                ("POST", "/_control/clock/advance", #"{"by":-1}"#, 409),
                ("POST", "/_control/clock/advance", #"{"by":1e300}"#, 400),
                ("POST", "/_control/administrators", "{}", 400),
                ("POST", "/_control/administrators", #"{"offererId":"AE","email":"nobody"}"#, 400),
                ("POST", "/_control/administrators", #"{"offererId":"AE","email":"a@b.fr\r\nBcc: c@d.fr"}"#, 400),
                ("POST", "/_control/administrators", #"{"offererId":"AE","email":"a@b.fr\u0085"}"#, 400),
                ("POST", "/_control/administrators", #"{"offererId":"AE","email":"a@b.fr"}"#, 404),
                ("POST", "/_control/administrators", #"{"offererId":"!","email":"a@b.fr"}"#, 400),
                ("POST", "/_control/bankDetails/accept", #"{"offererId":"AE"}"#, 404),
                ("POST", "/_control/offers/eligible", #"{"offerId":"AE","eligible":true}"#, 404),
                ("POST", "/_control/offers/eligible", #"{"offerId":"AE","eligible":"yes"}"#, 400),
                ("POST", "/_control/snapshots/9/restore", "", 404), ("DELETE", "/_control/snapshots/9", "", 404),
                ("DELETE", "/_control/forks/9", "", 404),
            ]
            for (method, path, body, status) in table {
                let answer = await RawExchange.send(method, path, to: server.baseURL, json: body)
                #expect(answer.status == status, "\(method) \(path) \(body)")
                #expect(answer.json?["error"]?.stringValue?.isEmpty == false)
                #expect(answer.json?["hint"]?.stringValue?.isEmpty == false)
            }
        }
    }
}
