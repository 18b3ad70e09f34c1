// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Faults of requests, as a client sees them", .timeLimit(.minutes(2)))
struct RequestFaultTests {
    private let desk = [basic("libraire@example.com")]

    private func isUsed(_ booking: Booking, at server: PlatformServer) -> Bool {
        server.service.read { state, _ in state.bookings[booking.id]?.isUsed ?? false }
    }

    @Test("apply then drop: the client gets a reset and no byte, and the countermark is validated")
    func applyThenDrop() async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            #expect(await server.enter(["fault": "applyThenDrop", "method": "patch", "times": 1]).status == 201)
            let path = "/bookings/token/\(booking.token)"
            #expect(try await server.ask("GET", path, desk).text.hasPrefix("HTTP/1.1 200 OK"))
            let lost = try await server.ask("PATCH", path, desk)
            #expect(lost.text.isEmpty && lost.ending == .reset)
            #expect(isUsed(booking, at: server))
            #expect(try await server.ask("PATCH", path, desk).text.hasPrefix("HTTP/1.1 410 Gone"))
            #expect(await server.rules()[0]["standing"] == "expired")
        }
    }

    @Test("drop before applying: the client cannot tell, but nothing happened")
    func dropBeforeApplying() async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            await server.enter(["fault": "dropBeforeApplying", "path": "/bookings/token/*", "times": 1])
            let lost = try await server.ask("PATCH", "/bookings/token/\(booking.token)", desk)
            #expect(lost.text.isEmpty && lost.ending == .reset)
            #expect(!isUsed(booking, at: server))
            let again = try await server.ask("PATCH", "/bookings/token/\(booking.token)", desk)
            #expect(again.text.hasPrefix("HTTP/1.1 204 No Content"))
        }
    }

    @Test("a cut body ends early, though its length was announced")
    func cutBody() async throws {
        try await withServer { server in
            await server.enter(["fault": "cutBody", "bytes": 2])
            for (method, body) in [("GET", "\"o"), ("HEAD", "")] {
                let cut = try await server.ask(method, "/health")
                #expect(cut.text.lowercased().contains("content-length: 5\r\n"))
                #expect(cut.text.hasSuffix("\r\n\r\n" + body))
                #expect(cut.ending == .closed)
            }
        }
    }

    @Test("a cut closes a connection that would have been kept, and what was pipelined behind it is not answered")
    func cutEndsConnection() async throws {
        try await withServer { server in
            await server.enter(["fault": "cutBody", "bytes": 0, "times": 1])
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            let request = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
            client.send(request + request)
            let received = await client.read()
            #expect(received.text.hasSuffix("\r\n\r\n"))
            #expect(received.text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: true).count == 1)
            #expect(received.ending != .open)
        }
    }

    @Test("a dribbled answer comes in drops, whole, and the connection goes on, pipelined requests included")
    func dribble() async throws {
        try await withServer { server in
            await server.enter([
                "fault": "dribble", "bytes": 40, "everySeconds": decimal("0.005"), "times": 1, "path": "/health",
            ])
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            let request = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
            let before = SystemClock.monotonic()
            client.send(request + request)
            var text = ""
            while text.split(separator: "\"ok\"\n", omittingEmptySubsequences: false).count < 3 {
                let more = await client.read(until: "\"ok\"\n")
                text += more.text
                if more.ending != .open { break }
            }
            #expect(text.split(separator: "HTTP/1.1 200 OK").count == 2)
            // A hundred bytes and more are three drops at least, with two pauses between them.
            #expect(SystemClock.monotonic() - before >= .milliseconds(10))
            client.send("HEAD", "/health", [("Connection", "close")])
            let last = await client.read()
            #expect(last.text.hasPrefix("HTTP/1.1 200 OK") && last.ending == .closed)
        }
    }

    @Test("an answer without a body, or without a connection to keep, is dribbled too", arguments: ["HEAD", "PATCH"])
    func dribbleWithoutBody(method: String) async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            await server.enter(["fault": "dribble", "bytes": 50, "everySeconds": decimal("0.001")])
            let answer = try await server.ask(method, "/bookings/token/\(booking.token)", desk)
            #expect(answer.text.hasPrefix(method == "HEAD" ? "HTTP/1.1 200 OK" : "HTTP/1.1 204 No Content"))
            #expect(answer.text.hasSuffix("\r\n\r\n") && answer.ending == .closed)
        }
    }

    @Test("a delayed answer comes late, and what it answers has happened before")
    func delay() async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            await server.enter(["fault": "delay", "seconds": decimal("0.05"), "method": "PATCH"])
            let before = SystemClock.monotonic()
            let answer = try await server.ask("PATCH", "/bookings/token/\(booking.token)", desk)
            #expect(SystemClock.monotonic() - before >= .milliseconds(50))
            #expect(answer.text.hasPrefix("HTTP/1.1 204 No Content"))
            #expect(isUsed(booking, at: server))
        }
    }

    @Test("an answer that waits does not keep the platform from ending", .timeLimit(.minutes(1)))
    func endsWhileWaiting() async throws {
        try await withServer { server in
            await server.enter(["fault": "delay", "seconds": 3600, "path": "/health"])
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            client.send("GET", "/health")
            while server.service.faults.withBook({ $0.rules[0].hits }) == 0 { await Task.yield() }
            await server.stop()
        }
    }

    @Test("wrong content types, broken JSON and pages of a proxy come as such, over a sound connection")
    func content() async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            let path = "/bookings/token/\(booking.token)"
            await server.enter(["fault": "wrongContentType", "contentType": "text/plain", "times": 1])
            let typed = await RawExchange.send("GET", path, to: server.baseURL, headers: desk)
            #expect(typed.header("content-type") == "text/plain" && typed.json?["bookingId"] == "AE")
            await server.enter(["fault": "malformedJSON", "times": 2])
            for method in ["GET", "PATCH"] {
                let broken = await RawExchange.send(method, path, to: server.baseURL, headers: desk)
                #expect(broken.status == 200 && broken.json == nil && !broken.body.isEmpty)
                #expect(broken.header("content-type") == "application/json")
                #expect(broken.header("content-length") == String(broken.body.count))
            }
            #expect(isUsed(booking, at: server))
            await server.enter(["fault": "htmlPage", "times": 1])
            let page = await RawExchange.send("GET", path, to: server.baseURL, headers: desk)
            #expect(page.status == 502 && page.text.contains("<h1>502 Bad Gateway</h1>"))
            #expect(page.header("content-type") == "text/html")
        }
    }

    @Test(
        "any status with any headers; the service sees the request only if the rule says so", arguments: [false, true])
    func status(applies: Bool) async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            await server.enter([
                "fault": "status", "status": 429, "headers": ["Retry-After": "30", "X-Two": ["a", "b"]],
                "body": "trop", "apply": .bool(applies), "times": 1,
            ])
            let answer = await RawExchange.send(
                "PATCH", "/bookings/token/\(booking.token)", to: server.baseURL, headers: desk)
            #expect(answer.status == 429 && answer.text == "trop")
            #expect(answer.header("retry-after") == "30" && answer.headers("x-two") == ["a", "b"])
            #expect(isUsed(booking, at: server) == applies)
        }
    }

    @Test("pages of other origins may read a fault that has an answer")
    func crossOrigin() async throws {
        try await withServer { server in
            await server.enter(["fault": "status", "status": 503])
            let answer = await RawExchange.send("GET", "/health", to: server.baseURL, headers: [portal])
            #expect(answer.status == 503 && answer.header("access-control-allow-origin") == portal.1)
        }
    }
}
