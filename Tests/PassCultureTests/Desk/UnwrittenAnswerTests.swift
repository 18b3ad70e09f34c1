// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
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
        _ answer: PublicAnswer, _ outbox: SQLiteOutbox, _ way: Way, then steps: [FakeTransport.Step] = [],
        _ settings: Desk.Settings = Desk.Settings()
    ) async throws -> (TodaysTill, Desk, Outcome) {
        let validation: [FakeTransport.Step] = [
            .answer(.booking()),
            .perform { _ in
                outbox.letCommits(fail: true)
                return .success(answer.response)
            },
        ]
        let till = try TodaysTill(validation + steps)
        let desk = try till.desk(outbox, settings)
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
            #expect(found.counts == [state: 1] && found.stoppedBy == nil)
            #expect(try outbox.attempts(of: till.code).map(\.state) == [state])
            #expect(try await desk.reconcile(way).settled.isEmpty)
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
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
        #expect(try outbox.attempts(of: till.code).map(\.state) == [.confirmed])
    }

    @Test(
        "is in the hands of the one that was answered for whoever else opened the file, until that one lets go of it",
        arguments: Way.allCases)
    func otherObject(way: Way) async throws {
        let path = folder.path("outbox.db")
        let outbox = try SQLiteOutbox(path: path), second = try SQLiteOutbox(path: path)
        _ = try await validated(.done, outbox, way)
        outbox.letCommits(fail: false)
        let other = try TodaysTill([.answer(.alreadyValidated)])
        let desk = try other.desk(second)
        let found = try await desk.reconcile(way)
        #expect(found.held == 1 && found.settled.isEmpty)
        #expect(other.transport.requests.isEmpty)
        outbox.close()
        // A program that another test starts has the lock as well, from its fork until its exec.
        var after = try await desk.reconcile(way)
        for _ in 0..<1_000 where after.held > 0 { after = try await desk.reconcile(way) }
        #expect(after.counts == [.unknown: 1])
    }

    @Test("is closed as of when it came, and told with the platform's own reason", arguments: Way.allCases)
    func moment(way: Way) async throws {
        let time = Shop.Time()
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let settings = Desk.Settings(now: { time.now })
        let (till, desk, _) = try await validated(.cancelled, outbox, way, settings)
        outbox.letCommits(fail: false)
        time.pass(.hours(3))
        let settled = try await desk.reconcile(way).settled
        guard case .refused(let refusal)? = settled.first?.outcome else { return #expect(Bool(false)) }
        #expect(refusal.reason == .cancelled && !refusal.serverSentences.isEmpty)
        #expect(try outbox.attempts(of: till.code).map(\.closedAt) == [AttemptTests.start])
    }

    @Test(
        "is written before somebody wants it back: what the platform then says no to stays validated",
        arguments: Way.allCases)
    func wantedBack(way: Way) async throws {
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let (till, desk, _) = try await validated(.done, outbox, way, then: [.answer(.reimbursed)])
        outbox.letCommits(fail: false)
        let reversal = try await desk.undo(till.code, try Person(whoConfirmed: "Ana"), way)
        guard case .refused(let refusal) = reversal else { return #expect(Bool(false)) }
        #expect(refusal.reason == .reimbursed)
        #expect(try outbox.attempts(of: till.code).map(\.state) == [.confirmed])
        #expect(try await desk.reconcile(way).settled.isEmpty)
        #expect(till.transport.requests.count == 3)
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
