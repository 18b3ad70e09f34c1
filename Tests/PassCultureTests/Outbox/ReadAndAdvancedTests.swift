// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization
import TestSupport
import Testing

@testable import PassCulture

/// Between what a desk has read in its outbox and what it writes by that lies an exchange, or a rule of the vendor's: time enough for another till.
@Suite("What another till does to an attempt after it was read")
struct ReadAndAdvancedTests {
    private static let start = AttemptTests.start

    /// Writes attempts down, each sent, and what became of it.
    private static func write(_ ways: [[Attempt.Event]], _ store: any OutboxStore) throws {
        for (index, events) in ways.enumerated() {
            let attempt = Attempt(
                id: UInt64(index + 1), till: "caisse", countermark: try Countermark("LYSYU\(index + 2)"),
                plannedAt: start,
                checkedAt: start)
            _ = try store.add(attempt, isSent: true, within: nil, at: start)
            if !events.isEmpty { _ = try store.advance(attempt.id, by: events, if: .inHand, at: start) }
        }
    }

    /// A till whose check is answered that the countermark is valid, after another till did something.
    private static func till(meanwhile: @escaping @Sendable () throws -> Void) throws -> TodaysTill {
        try TodaysTill([
            .perform { _ in
                do { try meanwhile() } catch { Issue.record(error) }
                return .success(PublicAnswer.booking().response)
            }
        ])
    }

    @Test(
        "keeps reconciling from taking out of its hands what it goes on with",
        arguments: Way.allCases, TwoTills.Kind.allCases)
    func takenOver(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind) { try Self.write([[.lost("no-answer")], []], $0) }
        let till = try Self.till {
            // Reads back what was interrupted, and sends it again.
            let found: [Attempt.Event] = [.lost("interrupted"), .readBack(.stillValid)]
            _ = try tills.second.advance(2, by: found, if: .free, at: Self.start)
            _ = try tills.second.advance(2, by: [.sent], if: .free, at: Self.start)
        }
        let reconciliation = try await till.desk(tills.first).reconcile(way)
        #expect(reconciliation.held == 1)
        #expect(reconciliation.stoppedBy == nil)
        #expect(try tills.attempts.map(\.state) == [.planned, .sent])
        #expect(try tills.first.openAttempts().map(\.isHeld) == [false, true])
        #expect(till.transport.requests.count == 1)
    }

    @Test(
        "keeps reconciling from sending what may only be sent later", arguments: Way.allCases, TwoTills.Kind.allCases)
    func deferred(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind) { try Self.write([[.lost("no-answer")], [.notSent]], $0) }
        let later = SystemClock.now() + .hours(1)
        let till = try Self.till {
            _ = try tills.second.advance(2, by: [.sent], if: .free, at: Self.start)
            _ = try tills.second.advance(2, by: [.deferred(until: later)], if: .inHand, at: Self.start)
        }
        let reconciliation = try await till.desk(tills.first).reconcile(way)
        #expect(reconciliation.held == 1)
        #expect(try tills.attempts.map(\.notBefore) == [nil, later])
        #expect(till.transport.requests.count == 1)
    }

    @Test(
        "is not undone by a reading that is older than the last sending", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func staleReading(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind) { try Self.write([[.lost("no-answer")]], $0) }
        let till = try Self.till {
            for events: [Attempt.Event] in [[.readBack(.stillValid)], [.sent], [.lost("no-answer")]] {
                _ = try tills.second.advance(1, by: events, if: .inHand, at: Self.start)
            }
        }
        let reconciliation = try await till.desk(tills.first).reconcile(way)
        #expect(reconciliation.held == 1)
        #expect(reconciliation.settled.isEmpty)
        #expect(try tills.attempts.map(\.state) == [.unknown])
        #expect(try tills.attempts.map(\.sends) == [2])
    }

    @Test(
        "is not raised to validated by a rule, once somebody wants it back", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func recalled(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind) { try Self.write([[.lost("no-answer")]], $0) }
        let rule: @Sendable (Probable) -> Bool = { _ in
            let asked: [Attempt.Event] = [.recalled(.undo, "Ana"), .unsettled]
            #expect(throws: Never.self) { try tills.second.advance(1, by: asked, if: .free, at: Self.start) }
            return true
        }
        let ledger = Ledger()
        ledger.validateElsewhere()
        let desk = try Shop(ledger, promotion: .vendor(name: "toujours", rule: rule)).desk(tills.first)
        let reconciliation = try await desk.reconcile(way)
        #expect(reconciliation.held == 1)
        #expect(reconciliation.settled.isEmpty)
        #expect(try tills.attempts.map(\.recall) == [.undo])
    }

    @Test(
        "is not closed by a check that was asked before, and is by the next one", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func askedAgain(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind)
        let ana = try Person(whoConfirmed: "Ana")
        let till = try TodaysTill([
            .answer(.booking()), .answer(.done), .fail(TransportFailure(.noAnswer)),
            .perform { _ in
                // Another till asks once more, and waits for its answer.
                #expect(throws: Never.self) {
                    let id = try tills.attempts[0].id
                    _ = try tills.second.advance(id, by: [.recalled(.undo, "Béa")], if: .free, at: Self.start)
                }
                return .success(PublicAnswer.booking().response)
            }, .answer(.booking()),
        ])
        let desk = try till.desk(tills.first)
        _ = try await desk.validate(till.code, way)
        _ = try await desk.undo(till.code, ana, way)
        _ = try await desk.check(till.code, way)
        #expect(try tills.attempts.map(\.recall) == [.undo])
        #expect(try tills.first.openAttempts().map(\.isHeld) == [true])
        _ = try tills.second.advance(try tills.attempts[0].id, by: [.unsettled], if: .inHand, at: Self.start)
        _ = try await desk.check(till.code, way)
        #expect(try tills.attempts.map(\.state) == [.abandoned])
    }
}
