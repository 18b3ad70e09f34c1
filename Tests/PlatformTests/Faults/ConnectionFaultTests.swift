// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

@Suite("Faults of connections, as a client sees them", .timeLimit(.minutes(2)))
struct ConnectionFaultTests {
    @Test("refuse: reset before anything is read, so many times; then all is well")
    func refuse() async throws {
        try await withServer { server in
            await server.enter(["fault": "refuse", "times": 2])
            for _ in 0..<2 {
                let client = try WireClient(to: server.baseURL)
                defer { client.end() }
                let received = await client.read()
                #expect(received.text.isEmpty && received.ending == .reset)
            }
            #expect(try await server.ask("GET", "/health").ending == .closed)
            #expect(await server.rules()[0]["hits"] == 2)
        }
    }

    @Test("reset: accepted, and reset once bytes come; the control of the platform is never struck")
    func reset() async throws {
        try await withServer { server in
            let early = try WireClient(to: server.baseURL)
            defer { early.end() }
            early.send("GET", "/health")
            _ = await early.read(until: "\"ok\"\n")
            await server.enter(["fault": "reset"])
            let received = try await server.ask("GET", "/health")
            #expect(received.text.isEmpty && received.ending == .reset)
            #expect(await server.rules()[0]["hits"] == 1)
            // A connection that was there before the rule is none that is made.
            early.send("GET", "/health", [("Connection", "close")])
            #expect(await early.read().text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(await RawExchange.send("DELETE", "/_control/faults", to: server.baseURL).status == 204)
            #expect(try await server.ask("GET", "/health").text.hasSuffix("\"ok\"\n"))
        }
    }

    @Test(
        "a connection that was struck stands in the journal, with what struck it and no request",
        arguments: ["refuse", "reset"])
    func journal(kind: String) async throws {
        try await withServer { server in
            await server.enter(["fault": .string(kind), "times": 1])
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            // Who writes to a connection that was reset hears of it there, and reads an end.
            if kind == "reset" { client.send("GET", "/health") }
            #expect(await client.read().ending == .reset)
            _ = try await server.ask("GET", "/health")
            func journal(_ target: String) async -> RawExchange {
                await RawExchange.send("GET", "/_control/journal\(target)", to: server.baseURL)
            }
            let entries = try #require(await journal("").json?["entries"]?.arrayValue)
            #expect(entries.map { $0["status"] } == [0, 200])
            #expect(entries[0]["method"] == "" && entries[0]["path"] == "")
            #expect(
                entries[0]["fault"]
                    == ["rule": "1", "kind": .string(kind), "applied": false, "answered": .null, "sent": "nothing"])
            #expect(await journal("?status=0").json?["entries"]?.arrayValue?.count == 1)
            #expect(await journal("?path=/health").json?["entries"]?.arrayValue?.count == 1)
            let lines = await journal(".curl").text.split(separator: "\n")
            #expect(lines.first?.hasPrefix("# 1, ") == true)
            #expect(lines.first?.hasSuffix(": no answer, \(kind) by rule 1, not applied; no request was read") == true)
            #expect(lines.last?.hasPrefix("curl ") == true)
        }
    }

    @Test("a connection that is spared is answered as ever, and so is a control request that comes in pieces")
    func spared() async throws {
        try await withServer { server in
            await server.enter(["fault": "reset", "nth": 2])
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            client.send("GE")
            #expect(try await server.ask("GET", "/health").text.hasSuffix("\"ok\"\n"))
            #expect(await server.rules()[0]["seen"] == 1)
            client.send("T /_control/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            #expect(await client.read().text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(await server.rules()[0]["seen"] == 1)
        }
    }

    @Test("a refusal that only time ends sleeps while time stands still, so that it can be moved")
    func frozen() async throws {
        try await withServer { server in
            #expect(await server.enter(["fault": "refuse", "for": 60]).status == 201)
            #expect(try await server.ask("GET", "/health").ending == .closed)
            server.service.setClockMode(.ticking)
            let client = try WireClient(to: server.baseURL)
            defer { client.end() }
            #expect(await client.read().ending == .reset)
            server.service.setClockMode(.frozen)
            #expect(try await server.ask("GET", "/health").ending == .closed)
        }
    }

    @Test("which request lines ask for the control, and which cannot be told yet")
    func controlLines() {
        let lines: [(String, Bool?)] = [
            ("", nil), ("GET", nil), ("GET ", nil), ("GET /_con", nil), ("GET /_control", nil),
            ("GET /_control ", true), ("GET /_control/x", true), ("GET /_control?x", true), ("GET /_controls", false),
            ("GET /health", false), ("GET http://x/_control/a", true), ("GET http://x/health", false),
            ("GET http://x", nil), ("GET htt", nil), ("no http at all\n", false), ("GET\n", false),
            ("AVERYLONGMETHODINDEED", false),
        ]
        for (line, expected) in lines { #expect(FirstBytesHandler.isControl(Array(line.utf8)) == expected, "\(line)") }
    }
}
