// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import TestSupport
import Testing

@testable import PassCulture

/// What the article on the lost answer tells of an attempt, against what an attempt does.
@Suite("The article on the lost answer")
struct LostAnswerArticleTests {
    /// A way from a state to another, as a row of the article's table.
    struct Way: Hashable, Comparable {
        let from: String
        let event: String
        let to: String

        static func < (left: Way, right: Way) -> Bool {
            (left.from, left.event, left.to) < (right.from, right.event, right.to)
        }
    }

    private static func article() throws -> String {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let path = root + "/Sources/PassCulture/PassCulture.docc/LostAnswer.md"
        guard let file = fopen(path, "r") else { throw SystemCallError(call: "fopen \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    /// Every way that an attempt can go: all sequences of events, until nothing new is found.
    private static func ways() throws -> Set<Way> {
        let events =
            AttemptTests.events + [
                .refused(Refusal.Reason.alreadyValidated.code), .refused(Refusal.Reason.noLongerValid.code),
            ]
        var found: Set<Way> = []
        var seen: Set<Attempt> = []
        var waiting = [try AttemptTests.attempt(), try AttemptTests.attempt(checked: false)]
        while let attempt = waiting.popLast() {
            guard attempt.sends <= 3, seen.insert(attempt).inserted else { continue }
            for event in events {
                var next = attempt
                guard (try? next.apply(event, at: AttemptTests.start + .seconds(1))) != nil else { continue }
                let words = event.name.split(separator: " ")
                let name = words[0] == "read-back" ? words.joined(separator: " ") : String(words[0])
                found.insert(Way(from: attempt.state.rawValue, event: name, to: next.state.rawValue))
                waiting.append(next)
            }
        }
        return found
    }

    @Test("has a row for every way from a state to another, and no other row")
    func table() throws {
        let states = Set(Attempt.State.allCases.map(\.rawValue))
        let rows = try Self.article().split(separator: "\n").compactMap { line -> Way? in
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            guard cells.count == 4, states.contains(cells[0]), states.contains(cells[2]) else { return nil }
            return Way(from: cells[0], event: cells[1], to: cells[2])
        }
        let ways = try Self.ways()
        #expect(ways.count > 20)
        #expect(rows.count == Set(rows).count)
        #expect(Set(rows).subtracting(ways).sorted() == [])
        #expect(ways.subtracting(rows).sorted() == [])
    }

    @Test("quotes what the cashier reads, in French and in English")
    func sentences() throws {
        let article = try Self.article()
        var attempt = try AttemptTests.attempt(in: .probable)
        let probable = Outcome.probable(try #require(Probable(attempt)))
        attempt = try AttemptTests.attempt(in: .unknown)
        let outcomes: [Outcome] = [
            .validated(Validated(try AttemptTests.attempt(in: .confirmed))), probable,
            .provisional(Provisional(try AttemptTests.attempt(), .offline)),
            .provisional(Provisional(try AttemptTests.attempt(), .notApplied)), .unknown(Unsettled(attempt)),
            .provisional(Provisional(try AttemptTests.attempt(), .wrongVenue)),
        ]
        for outcome in outcomes {
            #expect(article.contains("« \(outcome.cashier.french) » / \"\(outcome.cashier.english)\""))
        }
        let text = article.split { $0.isWhitespace }.joined(separator: " ")
        #expect(text.contains("« \(PassCultureError.Code.alreadyTaken.cashier.french) »"))
        let waits = CashierSentence.stillWaits
        #expect(text.contains("« \(waits.french) » / \"\(waits.english)\""))
    }
}
