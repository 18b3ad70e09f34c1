// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import TestSupport
import Testing

/// The sample of a provider, asked over HTTP as the pass Culture asks.
@Suite("The sample of a provider", .timeLimit(.minutes(2)))
struct BookstallTests {
    @Test func `gives every stock and every event once, page by page, and then an empty page`() async throws {
        let stall = try await Stall()
        for limit in [1, 3, 10, 1_000] {
            let stocks = try await stall.walk("stocks", naming: "ref", limit: limit)
            #expect(stocks.count == 38 && Set(stocks).count == 37, "by \(limit)")
            let events = try await stall.walk("events", naming: "uid", limit: limit)
            #expect(events == (1...6).map { "soiree-\($0)" }, "by \(limit)")
        }
        // The two prices of one book, on one page.
        let page = try await stall.ask("stocks/\(stall.siret)?limit=2&after=9782070360017")
        #expect(
            String(decoding: page.body, as: UTF8.self)
                == """
                {"total":38,"limit":2,"offset":1,"stocks":[{"ref":"9782070360024","available":2,"price":7.80},\
                {"ref":"9782070360024","available":10,"price":8.60}]}
                """)
        #expect(try await stall.stop() == 0)
    }

    @Test func `has seats for every occurrence of its agenda`() async throws {
        let stall = try await Stall()
        let references = try await stall.walk("stocks", naming: "ref", limit: 1_000)
        let events = try await stall.entries("events/\(stall.siret)", "events")
        let occurrences = events.flatMap { $0["timings"]?.arrayValue ?? [] }.compactMap { timing in
            timing.objectValue?["uid"]?.stringValue
        }
        #expect(occurrences.count == 12 && Set(occurrences).isSubset(of: references))
        #expect(try await stall.stop() == 0)
    }

    @Test func `says what is wrong with a call`() async throws {
        let stall = try await Stall()
        let since = try await stall.entries(
            "stocks/\(stall.siret)?modifiedSince=2026-01-14T00%3A00%3A00.000Z", "stocks")
        #expect(since.first?["ref"]?.stringValue == "9782070360253")
        let asked = [
            ("stocks/\(stall.siret)?after=9782070360260", 400), ("stocks/1", 400), ("stocks/73282932000074", 404),
            ("events/73282932000074", 404), ("things/\(stall.siret)", 404),
        ]
        for (path, status) in asked {
            let answer = try await stall.ask(path)
            #expect(answer.status == status, "\(path)")
            let errors = try JSONValue(parsing: answer.body).objectValue?["errors"]?.objectValue
            #expect(errors?.count == 1, "\(path)")
        }
        let post = try await stall.ask("stocks/\(stall.siret)", method: "POST")
        #expect(post.status == 405)
        #expect(try await stall.stop() == 0)
    }

    @Test func `passes every check of the certifier`() async throws {
        let stall = try await Stall()
        let ending = try await Program("passculture").run([
            "certify", "provider", "--url", String(stall.base), "--siret", String(stall.siret), "--stocks", "--events",
            "--json",
        ])
        #expect(ending.code == 0, "\(ending.output)")
        let checks = try #require(try JSONValue(parsing: ending.output)["checks"]?.arrayValue)
        #expect(checks.count == 38)
        #expect(checks.filter { $0["verdict"] != "pass" } == [])
        #expect(try await stall.stop() == 0)
    }

    @Test func `says what it cannot begin with`() async throws {
        for port in ["abc", "99999", "-1"] {
            let ending = try await Program("bookstall").run([port])
            #expect(ending.code == 2 && ending.error == "bookstall: usage: bookstall [PORT]\n")
        }
    }
}

/// The sample, running.
private struct Stall {
    private let program: RunningProgram
    let base: Substring
    let siret: Substring

    init() async throws {
        program = try Program("bookstall").start(["0"])
        let words = try await program.line().split(separator: " ")
        try #require(words.count == 2)
        (base, siret) = (words[0], words[1])
    }

    func stop() async throws -> Int32 { try await program.stop() }

    func ask(_ path: String, method: String = "GET") async throws -> HTTPResponse {
        try await HTTPClient().send(HTTPRequest(method: method, url: "\(base)/\(path)"))
    }

    /// The entries of a page.
    func entries(_ path: String, _ list: String) async throws -> [JSONObject] {
        let answer = try await ask(path)
        #expect(answer.status == 200, "\(path)")
        return try JSONValue(parsing: answer.body).objectValue?[list]?.arrayValue?.compactMap(\.objectValue) ?? []
    }

    /// The references of all entries, asked for until a page is empty.
    func walk(_ list: String, naming key: String, limit: Int) async throws -> [String] {
        var found: [String] = []
        for _ in 0..<50 {
            let after = found.last.map { "&after=\(PercentEncoding.queryComponent($0))" } ?? ""
            let page = try await entries("\(list)/\(siret)?limit=\(limit)\(after)", list)
            found += page.compactMap { $0[key]?.stringValue }
            if page.isEmpty { return found }
        }
        Issue.record("the pages do not end")
        return found
    }
}
