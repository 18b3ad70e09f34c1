// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A validation that was to be taken back")
struct LostUndoTests {
    private let ana = try? Person(whoConfirmed: "Ana")

    /// A desk that has validated, and what the platform answers to all that follows.
    private func validated(_ steps: [FakeTransport.Step], _ way: Way) async throws -> (TodaysTill, Desk, MemoryOutbox) {
        let till = try TodaysTill([.answer(.booking()), .answer(.done)] + steps)
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        guard case .validated = try await desk.validate(till.code, way) else { throw TransportFailure(.noAnswer) }
        return (till, desk, outbox)
    }

    @Test("is no longer told as validated once the answer is lost", arguments: Way.allCases)
    func report(way: Way) async throws {
        let (till, desk, outbox) = try await validated([.fail(TransportFailure(.noAnswer))], way)
        _ = try await desk.undo(till.code, try #require(ana), way)
        #expect(outbox.attempts.map { OutboxReport.Standing($0.state) } == [.unknown])
        #expect(try await desk.pending().map(\.recall) == [.undo])
    }

    @Test("can be validated again after a check that finds it valid", arguments: Way.allCases)
    func checkedAgain(way: Way) async throws {
        let (till, desk, outbox) = try await validated(
            [.fail(TransportFailure(.noAnswer)), .answer(.booking()), .answer(.done)], way)
        _ = try await desk.undo(till.code, try #require(ana), way)
        guard case .valid = try await desk.check(till.code, way) else { return #expect(Bool(false)) }
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        #expect(outbox.attempts.map(\.state) == [.abandoned, .confirmed])
    }

    @Test("is looked into anew by the next check, when the outbox could not be read", arguments: Way.allCases)
    func unreadable(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking()), .answer(.done), .fail(TransportFailure(.noAnswer)), .answer(.booking()),
            .answer(.booking()),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(
            HeldUpOutbox(outbox, at: 2) { () throws(OutboxError) in throw OutboxError(.unreachable) })
        _ = try await desk.validate(till.code, way)
        _ = try await desk.undo(till.code, try #require(ana), way)
        _ = try await desk.check(till.code, way)
        #expect(outbox.attempts.map(\.recall) == [.undo])
        _ = try await desk.check(till.code, way)
        #expect(outbox.attempts.map(\.state) == [.abandoned])
    }

    @Test("is closed by asking once more, when the first time had done it", arguments: Way.allCases)
    func askedAgain(way: Way) async throws {
        let (till, desk, outbox) = try await validated(
            [.fail(TransportFailure(.noAnswer)), .answer(.notUsed), .answer(.booking()), .answer(.done)], way)
        for _ in 0..<2 { _ = try await desk.undo(till.code, try #require(ana), way) }
        #expect(outbox.attempts.map(\.note) == ["undone by Ana"])
        _ = try await desk.check(till.code, way)
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
    }

    @Test("stays validated where the platform says no, and where nothing left", arguments: Way.allCases)
    func upheld(way: Way) async throws {
        let noes: [FakeTransport.Step] = [
            .answer(.reimbursed), .answer(.activationCode), .answer(.keyRefused), .answer(.tooManyRequests),
            .fail(TransportFailure(.neverSent)),
        ]
        for step in noes {
            let (till, desk, outbox) = try await validated([step], way)
            let told = try? await desk.undo(till.code, try #require(ana), way)
            // It is validated, and does not wait.
            #expect(told?.cashier.french.contains("attend") != true)
            #expect(outbox.attempts.map(\.state) == [.confirmed])
            #expect(outbox.attempts.map(\.note) == [nil])
            #expect(try await desk.pending().isEmpty)
        }
    }

    @Test("is never sent again where it was lost before, whatever the platform says no with", arguments: Way.allCases)
    func lostBefore(way: Way) async throws {
        let noes: [FakeTransport.Step] = [
            .answer(.reimbursed), .answer(.keyRefused), .fail(TransportFailure(.neverSent)),
        ]
        for step in noes {
            let lost = FakeTransport.Step.fail(TransportFailure(.noAnswer))
            let till = try TodaysTill([.answer(.booking()), lost, lost, step])
            let outbox = MemoryOutbox()
            let desk = try till.desk(outbox)
            _ = try await desk.check(till.code, way)
            _ = try await desk.validate(till.code, way)
            #expect(outbox.attempts.map(\.state) == [.unknown])
            _ = try? await desk.undo(till.code, try #require(ana), way)
            #expect(outbox.attempts.map(\.state) == [.recalled])
            #expect(till.transport.stepsLeft == 0)
        }
    }

    @Test("elsewhere is taken here until it is asked for here too, and then valid again", arguments: Way.allCases)
    func elsewhere(way: Way) async throws {
        let (till, desk, outbox) = try await validated(
            [.answer(.booking()), .answer(.notUsed), .answer(.booking()), .answer(.done)], way)
        guard case .taken(.some) = try await desk.check(till.code, way) else { return #expect(Bool(false)) }
        let taken = await #expect(throws: PassCultureError.self) { try await desk.validate(till.code, way) }
        #expect(taken?.code == .alreadyTaken)
        #expect(try await desk.reconcile(way).settled.isEmpty)
        let closed = await #expect(throws: OutboxError.self) {
            try await desk.abandon(outbox.attempts[0].id, by: "Ana", way)
        }
        #expect(closed?.code == .wrongState)
        guard case .refused(let refusal) = try await desk.undo(till.code, try #require(ana), way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .notUsed)
        guard case .valid = try await desk.check(till.code, way) else { return #expect(Bool(false)) }
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        #expect(outbox.attempts.map(\.state) == [.abandoned, .confirmed])
        #expect(till.transport.stepsLeft == 0)
    }

    @Test("is closed when the platform has cancelled the booking since", arguments: Way.allCases)
    func cancelled(way: Way) async throws {
        let (till, desk, outbox) = try await validated([.answer(.cancelled)], way)
        _ = try await desk.undo(till.code, try #require(ana), way)
        #expect(outbox.attempts.map(\.state) == [.abandoned])
    }
}
