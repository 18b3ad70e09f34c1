// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Testing

@testable import Platform

@Suite("The journal")
struct JournalTests {
    private func entry(
        method: String = "POST", path: String = "/x", status: Int = 200, at: Instant = .epoch,
        headers: [(name: String, value: String)] = [], body: String = "", answer: String = "",
        answerHeaders: [(name: String, value: String)] = []
    ) -> JournalEntry {
        JournalEntry(
            at: at, elapsed: .milliseconds(3), method: method, path: path, query: "a=b", requestHeaders: headers,
            requestBody: JournalEntry.Body(Array(body.utf8)), status: status, answerHeaders: answerHeaders,
            answerBody: JournalEntry.Body(Array(answer.utf8)))
    }

    @Test("keeps the newest exchanges within its bytes, and counts what it dropped")
    func isBounded() {
        let journal = Journal(limit: 10_000)
        for number in 0..<1_000 { journal.record(entry(path: "/\(number)")) }
        let excerpt = journal.excerpt()
        #expect(excerpt.recorded == 1_000)
        #expect(excerpt.dropped + UInt64(excerpt.entries.count) == 1_000)
        #expect((10...60).contains(excerpt.entries.count))
        #expect(excerpt.entries.last?.path == "/999")
        #expect(excerpt.entries.map(\.number) == Array((excerpt.dropped + 1)...1_000))
        #expect(excerpt.entries.reduce(0) { $0 + $1.size } <= 10_000)
    }

    @Test("an exchange that is too large for it is dropped and counted too")
    func tooLarge() {
        let journal = Journal(limit: 1_000)
        journal.record(entry(body: String(repeating: "x", count: 4_000)))
        #expect(journal.excerpt().entries.isEmpty)
        #expect(journal.excerpt().dropped == 1)
        journal.record(entry())
        #expect(journal.excerpt().entries.map(\.number) == [2])
    }

    @Test("gives what came after a number, and forgets when cleared")
    func excerpts() {
        let journal = Journal()
        for _ in 0..<10 { journal.record(entry()) }
        #expect(journal.excerpt(after: 7).entries.map(\.number) == [8, 9, 10])
        #expect(journal.excerpt(after: 2, limit: 2).entries.map(\.number) == [9, 10])
        journal.clear()
        #expect(journal.excerpt().recorded == 0)
    }

    @Test("cuts long bodies and says how long they were")
    func cutsBodies() {
        let shown = JournalPage.json(entry(body: String(repeating: "é", count: 5_000)))
        #expect(shown["request"]?["bodyBytes"] == 10_000)
        #expect(shown["request"]?["body"]?.stringValue?.count == 2_049)
    }

    @Test("keeps no log-in, cookie or password; masks are in the entry itself")
    func masks() {
        let shown = JournalPage.json(
            entry(
                headers: [("authorization", "Basic c2VjcmV0"), ("COOKIE", "session=secret"), ("Accept", "*/*")],
                body: #"{"identifier":"a@b.fr","password":"secret","deep":[{"newPassword":"secret"}]}"#,
                answer: "fine", answerHeaders: [("Set-Cookie", "session=secret")])
        ).text
        #expect(!shown.contains("secret") && !shown.contains("c2VjcmV0"))
        #expect(shown.contains("a@b.fr") && shown.contains("*/*") && shown.contains("fine"))
    }

    @Test("does not keep a body that is no JSON and may hold a password")
    func hidesWhatItCannotMask() {
        let shown = JournalPage.json(entry(body: #"{"password":"secret""#)).text
        #expect(!shown.contains("secret"))
    }

    @Test("reading back to what is gone is an error that says so, by number and by time")
    func evicted() throws {
        let journal = Journal(limit: 10_000)
        for number in 0..<100 { journal.record(entry(path: "/\(number)", at: .epoch + .seconds(Int64(number)))) }
        let excerpt = try journal.excerpt(JournalFilter())
        let first = try #require(excerpt.entries.first).number
        #expect(first > 1 && excerpt.dropped == first - 1)
        let gone = Journal.Evicted(dropped: first - 1, first: first)
        var filter = JournalFilter()
        filter.after = 0
        #expect(throws: gone) { try journal.excerpt(filter) }
        filter.after = first - 2
        #expect(throws: gone) { try journal.excerpt(filter) }
        filter.after = first - 1
        #expect(try journal.excerpt(filter).entries.count == excerpt.entries.count)
        filter = JournalFilter()
        filter.since = .epoch + .seconds(Int64(first) - 2)
        #expect(throws: gone) { try journal.excerpt(filter) }
        filter.since = .epoch + .seconds(Int64(first) - 1)
        #expect(try journal.excerpt(filter).entries.count == excerpt.entries.count)
        #expect(throws: gone) { try journal.entry(1) }
        #expect(try journal.entry(first)?.number == first && journal.entry(100)?.path == "/99")
        #expect(try journal.entry(101) == nil && journal.entry(0) == nil)
    }

    @Test("what is wanted: method, path, status, time, countermark; the newest or the oldest of them")
    func filters() throws {
        let journal = Journal()
        let rows: [(String, String, Int)] = [
            ("GET", "/bookings/token/AEAEAE", 200), ("PATCH", "/bookings/token/AEAEAE", 204),
            ("PATCH", "/bookings/token/LYSYU9", 410), ("GET", "/users/current", 401),
        ]
        for (index, row) in rows.enumerated() {
            journal.record(entry(method: row.0, path: row.1, status: row.2, at: .epoch + .seconds(Int64(index))))
        }
        func numbers(_ change: (inout JournalFilter) -> Void) throws -> [UInt64] {
            var filter = JournalFilter()
            change(&filter)
            return try journal.excerpt(filter).entries.map(\.number)
        }
        #expect(try numbers { _ in } == [1, 2, 3, 4])
        #expect(try numbers { $0.method = "PATCH" } == [2, 3])
        #expect(try numbers { $0.path = PathPattern("/bookings/**") } == [1, 2, 3])
        #expect(try numbers { $0.status = .exactly(410) } == [3])
        #expect(try numbers { $0.status = .hundred(4) } == [3, 4])
        #expect(try numbers { $0.countermark = "AEAEAE" } == [1, 2])
        #expect(try numbers { $0.countermark = "aeaeae" } == [1, 2], "capitals or not")
        #expect(try numbers { $0.since = .epoch + .seconds(1) } == [2, 3, 4])
        #expect(try numbers { $0.until = .epoch + .seconds(1) } == [1])
        #expect(try numbers { $0.newest = 2 } == [3, 4])
        #expect(try numbers { ($0.after, $0.oldest) = (1, 2) } == [2, 3])
    }
}
