// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

@Suite("Bad input")
struct BadInputTests {
    private func isAlive(_ server: PlatformServer) async -> Bool {
        await RawExchange.send("GET", "/health", to: server.baseURL).status == 200
    }

    @Test("what is no HTTP is answered 4xx, and the platform goes on")
    func noHTTP() async throws {
        try await withServer { server in
            let requests: [[UInt8]] = [
                Array("\r\n\r\nnonsense\r\n\r\n".utf8),
                Array("GET / HTTP/9.9\r\n\r\n".utf8),
                Array("G\u{0}T / HTTP/1.1\r\nHost: x\r\n\r\n".utf8),
                Array("GET /health HTTP/1.1\r\nHost: x\r\nbad header: x\r\n\r\n".utf8),
                Array("GET /health HTTP/1.1\r\nHost: x\r\nX: a\u{0}b\r\n\r\n".utf8),
                Array("GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n".utf8),
                Array(
                    "POST /users/signin HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde".utf8
                ),
                Array("POST /users/signin HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8),
                Array(
                    ("GET /health HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "a", count: 200_000) + "\r\n\r\n")
                        .utf8),
                Array(("GET /" + String(repeating: "a", count: 300_000) + " HTTP/1.1\r\nHost: x\r\n\r\n").utf8),
                Array("GET /health HTTP/1.1\r\nHost: x\r\n".utf8)
                    + Array(String(repeating: "X-Y: z\r\n", count: 5_000).utf8) + Array("\r\n".utf8),
                [0xFF, 0xFE, 0x00, 0x01, 0x0D, 0x0A, 0x0D, 0x0A],
            ]
            for request in requests {
                let answer = await RawExchange.send(request, to: server.baseURL)
                #expect((400..<500).contains(answer.status), "\(String(decoding: request.prefix(60), as: UTF8.self))")
            }
            #expect(await isAlive(server))
        }
    }

    @Test("strange targets and headers that are HTTP all the same are answered below 500")
    func strangeTargets() async throws {
        try await withServer { server in
            let targets = [
                "/bookings/token/%", "/bookings/token/%ZZ", "/bookings/token/%FF%FE", "/bookings/token/%00",
                "/bookings/token/AAAAAA?email=%FF&offer_id=%C3%A9", "/bookings/token/AAAAAA?&&&==&email",
                "/bookings/token/\(String(repeating: "A", count: 5_000))?email=x", "/venues/%C3%A9",
                "/offers?page=99999999999999999999", "/offers?page=-1&keywords=%27%22%3B--", "/..%2f..%2fetc/passwd",
                "//", "/%2F%2F", "http://elsewhere/health", "*",
            ]
            for target in targets {
                for headers in [
                    [], [portal], [portal, ("Authorization", "Basic \u{7F}///")],
                    [portal, ("Cookie", "session=....;;=;")],
                ] {
                    let answer = await RawExchange.send("GET", target, to: server.baseURL, headers: headers)
                    #expect((200..<500).contains(answer.status), "\(target)")
                }
            }
            #expect(await isAlive(server))
        }
    }

    @Test("a body of 10 MB is refused with 413 in the contract's form, announced or chunked")
    func largeBodies() async throws {
        try await withServer { server in
            let large = [UInt8](repeating: UInt8(ascii: " "), count: 10 << 20)
            let announced = await RawExchange.send(
                "POST", "/users/signin", to: server.baseURL, headers: [portal, ("Content-Type", "application/json")],
                body: large)
            #expect(announced.status == 413)
            #expect(announced.json?["global"]?.arrayValue?.count == 1)
            var chunked = Array(
                "POST /users/signin HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: \(portal.1)\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .utf8)
            chunked += Array("200000\r\n".utf8) + large.prefix(0x20_0000) + Array("\r\n0\r\n\r\n".utf8)
            let streamed = await RawExchange.send(chunked, to: server.baseURL)
            #expect(streamed.status == 413)
            #expect(await isAlive(server))
        }
    }

    @Test("malformed and mistyped bodies of every route are answered below 500")
    func fuzz() async throws {
        try await withServer { server in
            _ = try Town(in: server.service)
            let bodies: [[UInt8]] =
                [
                    "", "{", "[]", "null", "\"text\"", "12", "{}", #"{"a":1,"a":2}"#, "{\"email\":NaN}",
                    #"{"email":12,"password":[],"identifier":{},"name":null,"siren":1,"price":"x","quantity":-1,"stockId":5}"#,
                    #"{"email":null,"stockId":"!!","offerId":"é","venueId":[],"eventOccurrenceId":{},"quantity":1e400,"price":1e400}"#,
                    #"{"beginningDatetime":[],"endDatetime":{},"bookingLimitDatetime":12,"available":1.5,"price":-1,"isActive":"x"}"#,
                    String(repeating: "[", count: 100_000), #"{"name":"\ud800"}"#,
                    #"{"nested":"# + String(repeating: "[", count: 64),
                ].map { Array($0.utf8) } + [
                    [0xFF, 0xFE], Array(#"{"name":""#.utf8) + [0xC0, 0xAF] + Array(#""}"#.utf8),
                ]
            let routes = Prototype2018.routes().map { ($0.method, $0.template) }
            let people = [basic("libraire@example.com"), basic("lecteur@example.com")]
            for (method, template) in routes where method != "GET" {
                let path = template.split(separator: "/").map { $0.hasPrefix("{") ? "AE" : String($0) }.joined(
                    separator: "/")
                for (number, body) in bodies.enumerated() {
                    let headers = [portal, ("Content-Type", "application/json"), people[number % 2]]
                    let answer = await RawExchange.send(
                        method, "/\(path)", to: server.baseURL, headers: headers, body: body)
                    #expect((200..<500).contains(answer.status), "\(method) /\(path), body \(number)")
                }
                let form = await RawExchange.send(
                    method, "/\(path)", to: server.baseURL,
                    headers: [portal, people[0], ("Content-Type", "multipart/form-data; boundary=x")],
                    body: Array("--x\r\nContent-Disposition: form-data; name=\"\u{0}\r\n\r\n--x--".utf8))
                #expect((200..<500).contains(form.status), "\(method) /\(path), form")
            }
            #expect(await isAlive(server))
        }
    }

    @Test("every GET route is answered below 500, whoever asks, whatever the id")
    func everyRoute() async throws {
        try await withServer { server in
            _ = try Town(in: server.service)
            for template in Prototype2018.routes().filter({ $0.method == "GET" }).map(\.template) {
                for id in ["AE", "B9", "a", "%C3%A9", "0"] {
                    for headers in [
                        [portal], [portal, basic("libraire@example.com")], [portal, basic("lecteur@example.com")],
                    ] {
                        let path = template.split(separator: "/").map { $0.hasPrefix("{") ? id : String($0) }
                        let answer = await RawExchange.send(
                            "GET", "/" + path.joined(separator: "/"), to: server.baseURL, headers: headers)
                        #expect((200..<500).contains(answer.status), "\(template) with \(id)")
                    }
                }
            }
            #expect(await isAlive(server))
        }
    }
}
