// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Testing

@testable import Platform

@Suite("The journal")
struct JournalTests {
    private func entry(
        path: String = "/x", headers: [(name: String, value: String)] = [], body: String = "", answer: String = "",
        answerHeaders: [(name: String, value: String)] = []
    ) -> JournalEntry {
        JournalEntry(
            at: .epoch, elapsed: .milliseconds(3), method: "POST", path: path, query: "a=b", requestHeaders: headers,
            requestBody: JournalEntry.Body(Array(body.utf8)), status: 200, answerHeaders: answerHeaders,
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

    @Test("masks log-ins, cookies and passwords when it is read")
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

    @Test("does not show a body that is no JSON and may hold a password")
    func hidesWhatItCannotMask() {
        let shown = JournalPage.json(entry(body: #"{"password":"secret""#)).text
        #expect(!shown.contains("secret"))
    }
}
