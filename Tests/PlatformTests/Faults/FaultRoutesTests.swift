// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Entering, listing and taking out rules")
struct FaultRoutesTests {
    @Test("a rule is answered with all that was filled in, listed as it stands, and taken out")
    func lives() async throws {
        try await withServer { server in
            let entered = await server.enter([
                "fault": "status", "status": 429, "path": "/health", "for": 60, "probability": 1, "seed": 5,
            ])
            #expect(entered.status == 201)
            #expect(
                entered.json == [
                    "id": "1", "fault": "status", "path": "/health", "probability": 1, "seed": 5,
                    "until": "2018-12-03T07:16:00Z", "status": 429, "headers": [:], "body": "", "apply": false,
                    "standing": "active", "seen": 0, "hits": 0, "remaining": .null,
                ])
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 429)
            #expect(await server.rules()[0]["hits"] == 1)
            try await server.service.advance(.by(.seconds(60)))
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 200)
            #expect(await server.rules()[0]["standing"] == "expired")
            #expect(await RawExchange.send("DELETE", "/_control/faults/1", to: server.baseURL).status == 204)
            #expect(await RawExchange.send("DELETE", "/_control/faults/1", to: server.baseURL).status == 404)
            #expect(await server.rules().isEmpty)
        }
    }

    @Test("a rule whose time would outlast the platform's clock ends with it, and can be entered as it is told")
    func endsWithTheClock() async throws {
        try await withServer { server in
            let last = "9999-12-31T23:59:59.999999Z"
            let entered = await server.enter(["fault": "reset", "from": "9999-12-31T23:00:00Z", "for": 7_200])
            #expect(entered.status == 201 && entered.json?["until"] == .string(last))
            let again = await server.enter(["fault": "reset", "from": "9999-12-31T23:00:00Z", "until": .string(last)])
            #expect(again.status == 201 && again.json?["until"] == .string(last))
        }
    }

    @Test("counting starts again on demand: one rule, or all")
    func rearms() async throws {
        try await withServer { server in
            for path in ["/a", "/b"] {
                await server.enter(["fault": "status", "status": 418, "path": .string(path), "nth": 1])
            }
            func statuses() async -> [Int] {
                var statuses: [Int] = []
                for path in ["/a", "/b"] {
                    statuses.append(await RawExchange.send("GET", path, to: server.baseURL, headers: [portal]).status)
                }
                return statuses
            }
            #expect(await statuses() == [418, 418])
            #expect(await statuses() == [404, 404])
            #expect(await RawExchange.send("POST", "/_control/faults/2/reset", to: server.baseURL).status == 204)
            #expect(await statuses() == [404, 418])
            #expect(await RawExchange.send("POST", "/_control/faults/reset", to: server.baseURL).status == 204)
            #expect(await statuses() == [418, 418])
            #expect(await RawExchange.send("POST", "/_control/faults/9/reset", to: server.baseURL).status == 404)
        }
    }

    @Test("a reset of the platform takes all rules out; a fork starts without, and a snapshot leaves them alone")
    func resets() async throws {
        try await withServer { server in
            await server.enter(["fault": "htmlPage"])
            let base = try #require(
                await RawExchange.send("POST", "/_control/forks", to: server.baseURL).json?["base"]?.stringValue)
            #expect(await RawExchange.send("GET", "/health", to: base).status == 200)
            let label = server.service.takeSnapshot()
            #expect(server.service.restoreSnapshot(label.id))
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 502)
            #expect(await RawExchange.send("POST", "/_control/reset", to: server.baseURL).status == 200)
            #expect(await RawExchange.send("GET", "/health", to: server.baseURL).status == 200)
        }
    }

    private static let bad: [(JSONValue, String)] = [
        ([:], "Which fault?"), (["fault": "flood"], "No such fault: flood"), (["fault": 1], "fault"),
        (["fault": "delay"], "A delay of how long?"), (["fault": "delay", "seconds": -1], "seconds"),
        (["fault": "delay", "seconds": 99_999], "seconds"), (["fault": "delay", "second": 1], "No such key: second"),
        (["fault": "status"], "Which status?"), (["fault": "status", "status": 99], "status is out of bounds"),
        (["fault": "status", "status": 204, "body": "x"], "A 204 has no body"),
        (["fault": "status", "status": 200, "headers": ["Content-Length": "3"]], "Content-Length"),
        (["fault": "status", "status": 200, "headers": ["a b": "3"]], "a b"),
        (["fault": "status", "status": 200, "headers": ["A": "x\r\nB: y"]], "headers.A"),
        (["fault": "status", "status": 200, "headers": ["A": 3]], "headers.A"),
        (["fault": "cutBody", "bytes": -1], "bytes"), (["fault": "cutBody", "bytes": decimal("1.5")], "bytes"),
        (["fault": "dribble", "bytes": 0], "bytes"),
        (["fault": "applyThenDrop", "apply": false], "No such key: apply"),
        (["fault": "refuse", "method": "GET", "times": 1], "No such key: method"),
        (["fault": "reset", "path": "/a"], "No such key: path"),
        (["fault": "refuse"], "Nothing would ever get through"),
        (["fault": "refuse", "every": 1], "Nothing would ever get through"),
        (["fault": "htmlPage", "method": "GET /"], "method"), (["fault": "htmlPage", "path": "health"], "path"),
        (["fault": "htmlPage", "path": "/health?a=1"], "path"), (["fault": "htmlPage", "path": "/a b"], "path"),
        (["fault": "htmlPage", "path": "/_control/*"], "never strike"),
        (["fault": "htmlPage", "path": "/_control"], "never strike"), (["fault": "htmlPage", "from": 60], "from"),
        (["fault": "htmlPage", "nth": 0], "nth"), (["fault": "htmlPage", "nth": 1, "every": 2], "nth and every"),
        (["fault": "htmlPage", "times": 0], "times"), (["fault": "htmlPage", "probability": 2], "probability"),
        (["fault": "htmlPage", "probability": 0], "never strike"), (["fault": "htmlPage", "seed": 1], "seed"),
        (["fault": "htmlPage", "probability": 1, "seed": -1], "seed"), (["fault": "htmlPage", "for": 0], "for"),
        (["fault": "htmlPage", "for": 1, "until": "2019-01-01T00:00:00Z"], "for and until"),
        (["fault": "htmlPage", "until": "2018-01-01T00:00:00Z"], "over before it begins"),
        (["fault": "htmlPage", "from": "tomorrow"], "from"),
        (["fault": "wrongContentType", "contentType": "a\nb"], "contentType"),
    ]

    @Test("what cannot be a rule, or would never strike, is refused by name, and nothing is entered")
    func refusals() async throws {
        try await withServer { server in
            for (rule, words) in Self.bad {
                let answer = await server.enter(rule)
                #expect([400, 409].contains(answer.status), "\(rule.text): \(answer.text)")
                #expect(answer.json?["error"]?.stringValue?.contains(words) == true, "\(rule.text): \(answer.text)")
                #expect(answer.json?["hint"]?.stringValue?.isEmpty == false)
            }
            #expect(await server.rules().isEmpty)
        }
    }

    @Test("a pattern that may be one of the platform's paths too is entered", arguments: ["/_controls/*", "/_*", "**"])
    func nearControl(path: String) async throws {
        try await withServer { server in
            #expect(await server.enter(["fault": "htmlPage", "path": .string(path)]).status == 201)
        }
    }

    @Test("the lines of the page are rules, and its table names every fault")
    func page() async throws {
        let page = try #require(Page.read("Mocks/Documentation/Faults.md"))
        for kind in Fault.Kind.allCases { #expect(page.contains("\n| `\(kind.rawValue)` |"), "\(kind)") }
        let rules = page.split(separator: "\n").filter { $0.hasPrefix("curl -d '") }.compactMap {
            $0.split(separator: "'").dropFirst().first
        }
        #expect(rules.count == 3)
        try await withServer { server in
            for rule in rules {
                let entered = await server.enter(try JSONValue(parsing: Array(rule.utf8)))
                #expect(entered.status == 201, "\(rule)")
            }
        }
    }

    @Test("there is an end of rules")
    func capacity() async throws {
        try await withServer { server in
            server.service.faults.withBook { book in
                for _ in 0..<FaultBook.capacity { _ = book.add(Fault(.delay), FaultMatch(), seed: 0) }
            }
            #expect(await server.enter(["fault": "htmlPage"]).status == 409)
        }
    }

    @Test("the journal says which rule struck, whether the request was applied, and what was sent")
    func journal() async throws {
        try await withServer { server in
            let booking = try Town(in: server.service).book()
            await server.enter(["fault": "applyThenDrop", "method": "PATCH"])
            await server.enter(["fault": "dropBeforeApplying", "nth": 1])
            await server.enter(["fault": "cutBody", "bytes": 3, "nth": 1])
            for method in ["PATCH", "GET", "GET", "GET"] {
                _ = try await server.ask(method, "/bookings/token/\(booking.token)", [basic("libraire@example.com")])
            }
            let journal = await RawExchange.send("GET", "/_control/journal", to: server.baseURL).json
            let entries = try #require(journal?["entries"]?.arrayValue)
            #expect(entries.map { $0["status"] } == [0, 0, 410, 410])
            #expect(
                entries.map { $0["fault"] } == [
                    ["rule": "1", "kind": "applyThenDrop", "applied": true, "answered": 204, "sent": "nothing"],
                    [
                        "rule": "2", "kind": "dropBeforeApplying", "applied": false, "answered": .null,
                        "sent": "nothing",
                    ],
                    [
                        "rule": "3", "kind": "cutBody", "applied": true, "answered": 410,
                        "sent": "head and 3 bytes of the body at most",
                    ], nil,
                ])
        }
    }
}
