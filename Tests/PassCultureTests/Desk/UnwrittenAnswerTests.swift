// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

@Suite("An answer that could not be written down")
struct UnwrittenAnswerTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A validation that is answered while the disk breaks; nothing was checked before.
    private func validated(
        _ answer: PublicAnswer, _ outbox: SQLiteOutbox, _ way: Way
    ) async throws -> (TodaysTill, Desk, Outcome) {
        let till = try TodaysTill([
            .answer(.booking()),
            .perform { _ in
                outbox.letCommits(fail: true)
                return .success(answer.response)
            },
        ])
        let desk = try till.desk(outbox)
        return (till, desk, try await desk.validate(till.code, way))
    }

    @Test(
        "is told at once, and written by the first reconciling of the same desk that can write: nothing is asked again",
        arguments: Way.allCases)
    func sameDesk(way: Way) async throws {
        let answers: [(PublicAnswer, Attempt.State)] = [(.done, .confirmed), (.cancelled, .refused)]
        for (answer, state) in answers {
            let outbox = try SQLiteOutbox(path: folder.path("\(state.rawValue).db"))
            let (till, desk, outcome) = try await validated(answer, outbox, way)
            switch outcome {
            case .validated: #expect(state == .confirmed)
            case .refused(let refusal): #expect(state == .refused && refusal.reason == .cancelled)
            default: #expect(Bool(false))
            }
            #expect(try await desk.pending().map(\.state) == [.sent])
            // The disk is still full.
            #expect(try await desk.reconcile(way).counts == [.unknown: 1])
            outbox.letCommits(fail: false)
            let found = try await desk.reconcile(way)
            #expect(found.settled.isEmpty && found.stoppedBy == nil)
            #expect(try outbox.attempts(of: till.code).map(\.state) == [state])
            #expect(till.transport.requests.count == 2)
        }
    }

    @Test(
        "is not known at another desk, which reads back, until the one that was answered writes it",
        arguments: Way.allCases)
    func otherDesk(way: Way) async throws {
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let (till, desk, _) = try await validated(.done, outbox, way)
        outbox.letCommits(fail: false)
        let other = try TodaysTill([.answer(.alreadyValidated)])
        #expect(try await other.desk(outbox).reconcile(way).counts == [.unknown: 1])
        #expect(try await desk.reconcile(way).settled.isEmpty)
        #expect(try outbox.attempts(of: till.code).map(\.state) == [.confirmed])
    }

    @Test("is dropped when a person has decided meanwhile", arguments: Way.allCases)
    func decided(way: Way) async throws {
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let (till, desk, _) = try await validated(.done, outbox, way)
        outbox.letCommits(fail: false)
        let kept = try #require(try outbox.attempts(of: till.code).first)
        let decided: [Attempt.Event] = [.lost("interrupted"), .abandoned("by Ana")]
        _ = try outbox.advance(kept.id, by: decided, if: .free, at: desk.settings.now())
        #expect(try await desk.reconcile(way).settled.isEmpty)
        #expect(try outbox.attempts(of: till.code).map(\.note) == ["by Ana"])
    }
}
