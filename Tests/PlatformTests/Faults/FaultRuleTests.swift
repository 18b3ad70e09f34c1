// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Testing

@testable import Platform

@Suite("Which requests a rule strikes")
struct FaultRuleTests {
    private let start = Instant.epoch

    private func book(_ rules: [(Fault.Kind, (inout FaultMatch) -> Void)]) -> FaultBook {
        var book = FaultBook()
        for (kind, change) in rules {
            var match = FaultMatch()
            change(&match)
            _ = book.add(Fault(kind), match, seed: 7)
        }
        return book
    }

    /// For each of so many requests the rule that strikes it, or a dash.
    private func strikes(
        _ book: inout FaultBook, _ count: Int, method: String = "GET", path: String = "/a", at instant: Instant = .epoch
    ) -> String {
        (0..<count).map { _ in book.strike(method: method, path: path, at: instant)?.ruleID ?? "-" }.joined()
    }

    @Test("by method, path, number, multiple and count")
    func matches() {
        let rows: [((inout FaultMatch) -> Void, String)] = [
            ({ _ in }, "111111"), ({ $0.method = "PATCH" }, "------"), ({ $0.method = "GET" }, "111111"),
            ({ $0.path = PathPattern("/a") }, "111111"), ({ $0.path = PathPattern("/b") }, "------"),
            ({ $0.nth = 3 }, "--1---"), ({ $0.every = 3 }, "--1--1"), ({ $0.times = 2 }, "11----"),
            (
                {
                    $0.every = 2
                    $0.times = 2
                }, "-1-1--"
            ),
        ]
        for (change, expected) in rows {
            var book = book([(.delay, change)])
            #expect(strikes(&book, 6) == expected)
        }
    }

    @Test("the first rule that strikes wins, and those behind it do not count what it took")
    func order() {
        var book = book([(.delay, { $0.every = 2 }), (.status, { $0.nth = 2 }), (.htmlPage, { $0.times = 1 })])
        #expect(strikes(&book, 7) == "3121-1-")
        #expect(book.rules.map(\.seen) == [7, 2, 1])
    }

    @Test("by virtual time, from an instant on and until another, that one no longer")
    func time() {
        var book = book([
            (
                .delay,
                {
                    $0.from = .epoch + .seconds(10)
                    $0.until = .epoch + .seconds(20)
                }
            )
        ])
        let seconds: [Int64] = [0, 9, 10, 19, 20, 15]
        let seen = seconds.map { strikes(&book, 1, at: start + .seconds($0)) }.joined()
        #expect(seen == "--11-1")
        let standings = [0, 10, 20].map { book.rules[0].standing(at: start + .seconds($0)) }
        #expect(standings == [.waiting, .active, .expired])
    }

    @Test("by a probability: about so often, the same way again from the same seed, another way from another one")
    func probability() {
        func run(_ seed: UInt64) -> String {
            var book = FaultBook()
            var match = FaultMatch()
            match.millionths = 250_000
            _ = book.add(Fault(.delay), match, seed: seed)
            let first = strikes(&book, 1_000)
            _ = book.rearm("1")
            #expect(strikes(&book, 1_000) == first)
            return first
        }
        let first = run(1)
        #expect((200...300).contains(first.count { $0 == "1" }))
        #expect(run(1) == first)
        #expect(run(2) != first)
    }

    @Test("used up, a rule is looked at no more; counting from the beginning it strikes again")
    func rearms() {
        let faults = Faults()
        faults.withBook { book in
            var match = FaultMatch()
            match.times = 1
            _ = book.add(Fault(.delay), match, seed: 0)
        }
        func isStruck() -> Bool { faults.strike(method: "GET", path: "/", at: .epoch) != nil }
        #expect(isStruck() && !isStruck())
        #expect(faults.withBook { !$0.concernsRequests })
        #expect(faults.withBook { $0.rearm(nil) } && isStruck())
        faults.removeAll()
        #expect(!isStruck())
        #expect(faults.withBook { $0.add(Fault(.delay), FaultMatch(), seed: 0)?.id } == "2")
    }

    @Test("patterns of paths")
    func patterns() throws {
        let rows: [(String, String, Bool)] = [
            ("/bookings/token/*", "/bookings/token/ABCDEF", true), ("/bookings/token/*", "/bookings/token/A/b", false),
            ("/bookings/**", "/bookings/token/ABCDEF", true), ("/bookings/**", "/bookings", false),
            ("**", "/anything/at/all", true), ("*", "/one", false), ("/**/token/*", "/a/b/token/c", true),
            ("/bookings", "/bookings/", true), ("/bookings/", "/bookings", true), ("/", "/", true),
            ("/v*/x", "/v1/x", true), ("/v*/x", "/v/x", true), ("/a.c", "/abc", false), ("/*a*a*b", "/aaaaaaaa", false),
        ]
        for (pattern, path, expected) in rows {
            #expect(try #require(PathPattern(pattern)).matches(path) == expected, "\(pattern) \(path)")
        }
        #expect(PathPattern("") == nil && PathPattern("bookings") == nil)
        let slow = try #require(PathPattern("/" + String(repeating: "*a", count: 200)))
        #expect(!slow.matches("/" + String(repeating: "a", count: 5_000) + "b"))
    }
}
