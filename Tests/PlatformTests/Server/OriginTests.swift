// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite("Origins")
struct OriginTests {
    @Test(
        "exactly the service's origins are let in, and the platform's own",
        arguments: [
            "https://pro.passculture-integration.beta.gouv.fr", "http://app.passculture-integration.beta.gouv.fr",
            "team.passculture-integration.beta.gouv.fr", "http://127.0.0.1:8080", "http://localhost:8080",
            "http://[::1]:8080",
        ])
    func letIn(origin: String) {
        #expect(OriginPolicy.accepts(origin, at: "http://127.0.0.1:8080"))
    }

    @Test(
        "nothing else is, however similar",
        arguments: [
            nil, "", "null", "http://localhost:8081", "http://localhost:3000", "http://localhost", "localhost",
            "localhost:3001", "http://localhost:8080/", "HTTP://localhost:8080", "http://localhost:80800",
            "https://backend.passculture-integration.beta.gouv.fr", "backend.passculture-integration.beta.gouv.fr",
            "https://pro.passculture.beta.gouv.fr", "https://evil.example",
            "https://pro.passculture-integration.beta.gouv.fr.evil.example", "http://127.0.0.1",
            "http://127.0.0.1:80801",
        ])
    func refused(origin: String?) {
        #expect(!OriginPolicy.accepts(origin, at: "http://127.0.0.1:8080"))
    }

    @Test("over HTTP: before routing, so that without an Origin unknown routes and wrong methods are 400 too")
    func overHTTP() async throws {
        try await withServer { server in
            let refused = #"{"global":["Header non autoris\u00e9"]}"# + "\n"
            let table: [(String, String, String?, Int)] = [
                ("GET", "/health", nil, 200), ("GET", "/health/", "https://evil.example", 200),
                ("GET", "/nothing", nil, 400), ("GET", "/nothing", portal.1, 404), ("DELETE", "/health", nil, 400),
                ("DELETE", "/health", portal.1, 405), ("GET", "/users/current", nil, 400),
                ("GET", "/users/current", "https://evil.example", 400), ("GET", "/users/current", portal.1, 401),
                ("GET", "/users/current", server.baseURL, 401), ("GET", "/", portal.1, 404),
                ("GET", "/bookings/token/AAAAAA", nil, 400), ("DELETE", "/bookings/token/AAAAAA", nil, 400),
                ("DELETE", "/bookings/token/AAAAAA", portal.1, 405),
            ]
            for (method, path, origin, status) in table {
                let headers = origin.map { [("Origin", $0)] } ?? []
                let answer = await RawExchange.send(method, path, to: server.baseURL, headers: headers)
                #expect(answer.status == status, "\(method) \(path) from \(origin ?? "nowhere")")
                if status == 400, path != "/bookings/token/AAAAAA" || method == "DELETE" {
                    #expect(answer.text == refused)
                }
                if [404, 405].contains(status) { #expect(answer.header("content-type") == "text/html") }
            }
        }
    }

    @Test("answers to any origin carry the cross-origin headers, those without an Origin none")
    func crossOrigin() async throws {
        try await withServer { server in
            for origin in [portal.1, "https://evil.example"] {
                let answer = await RawExchange.send(
                    "GET", "/users/current", to: server.baseURL, headers: [("Origin", origin)])
                #expect(answer.header("access-control-allow-origin") == origin)
                #expect(answer.header("access-control-allow-credentials") == "true")
                #expect(answer.header("vary") == "Origin")
            }
            let plain = await RawExchange.send("GET", "/health", to: server.baseURL)
            #expect(!plain.headers.contains { $0.name.hasPrefix("access-control") || $0.name == "vary" })
        }
    }

    @Test("a preflight is answered for an accepted origin, and is 400 for a foreign one at a protected route")
    func preflight() async throws {
        try await withServer { server in
            let asked = [
                ("Access-Control-Request-Method", "PATCH"), ("Access-Control-Request-Headers", "content-type, x-y"),
            ]
            let granted = await RawExchange.send(
                "OPTIONS", "/users/current", to: server.baseURL, headers: asked + [portal])
            #expect(granted.status == 200)
            #expect(granted.header("access-control-allow-methods") == "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT")
            #expect(granted.header("access-control-allow-headers") == "content-type, x-y")
            let foreign = [("Origin", "https://evil.example")]
            let refused = await RawExchange.send(
                "OPTIONS", "/users/current", to: server.baseURL, headers: asked + foreign)
            #expect(refused.status == 400)
            #expect(refused.header("access-control-allow-origin") == "https://evil.example")
            let exempt = await RawExchange.send(
                "OPTIONS", "/bookings/token/AAAAAA", to: server.baseURL, headers: asked + foreign)
            #expect(exempt.status == 200)
        }
    }
}
