// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A check of what the outbox has already")
struct CheckedTests {
    private static let lost = FakeTransport.Step.fail(TransportFailure(.noAnswer))

    /// How often a validation was sent.
    private func uses(_ till: TodaysTill) -> Int { till.transport.requests.count { $0.url.contains("/use/") } }

    /// What is in an outbox before the countermark is checked, and whether that forbids handing over.
    private static let histories: [(name: String, events: [Attempt.Event], isTaken: Bool)] = [
        ("waits", [], true),
        ("interrupted", [.sent], true),
        ("unknown", [.sent, .lost("no-answer")], true),
        ("probable", [.sent, .lost("no-answer"), .readBack(.validated)], true),
        ("found not applied", [.sent, .lost("no-answer"), .readBack(.stillValid)], true),
        ("confirmed", [.sent, .validated], true),
        ("to be cancelled", [.sent, .validated, .recalled(.cancel, "Ana"), .unsettled], true),
        ("to be taken back", [.sent, .validated, .recalled(.undo, "Ana"), .unsettled], false),
        ("taken back", [.sent, .validated, .recalled(.undo, "Ana"), .undone("Ana")], false),
        ("refused", [.sent, .refused("already-validated")], false),
        ("given up", [.abandoned("by Ana")], false),
    ]

    @Test("never says to hand over what was taken before, however valid the platform finds it", arguments: Way.allCases)
    func taken(way: Way) async throws {
        for (name, events, isTaken) in Self.histories {
            let till = try TodaysTill([.answer(.booking()), .answer(.done)])
            let outbox = MemoryOutbox()
            _ = try outbox.add(
                Attempt(id: 7, till: "caisse 2", venue: nil, countermark: till.code, plannedAt: AttemptTests.start),
                isSent: false, within: nil, at: AttemptTests.start)
            for event in events { _ = try outbox.advance(7, by: [event], if: .inHand, at: AttemptTests.start) }
            let desk = try till.desk(outbox.restarted())
            switch try await desk.check(till.code, way) {
            case .taken(let attempt): #expect(isTaken && attempt?.id == 7, "\(name)")
            case .valid: #expect(!isTaken, "\(name)")
            case let other: Issue.record("\(name): \(other)")
            }
            // The validation says the same as the check.
            do {
                let outcome = try await desk.validate(till.code, way)
                #expect(!isTaken, "\(name): \(outcome)")
            } catch let error as PassCultureError {
                #expect(isTaken && error.code == .alreadyTaken, "\(name)")
            }
            #expect(uses(till) == (isTaken ? 0 : 1), "\(name)")
        }
    }

    @Test("says so while another till is sending it", arguments: Way.allCases)
    func underWay(way: Way) async throws {
        let tills = try TwoTills(.file)
        let second = try TodaysTill([.answer(.booking())])
        let other = try second.desk(tills.second)
        let first = try TodaysTill([
            .answer(.booking()),
            .perform { _ in
                #expect(throws: Never.self) {
                    let check = try other.checkBlocking(second.code)
                    #expect(check.isTaken)
                }
                return .success(TransportResponse(status: 204))
            },
        ])
        let desk = try first.desk(tills.first)
        _ = try await desk.check(first.code, way)
        guard case .validated = try await desk.validate(first.code, way) else { return #expect(Bool(false)) }
        #expect(second.transport.stepsLeft == 0)
    }

    @Test("still speaks for the validation that follows one which was not sent", arguments: Way.allCases)
    func evidence(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking(id: 42)), .fail(TransportFailure(.neverSent)), Self.lost, .answer(.alreadyValidated),
            .answer(.page([42])),
        ])
        let desk = try till.desk(MemoryOutbox(), Desk.Settings(offline: .refuse))
        _ = try await desk.check(till.code, way)
        await #expect(throws: PassCultureError.self) { try await desk.validate(till.code, way) }
        guard case .probable = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
    }

    @Test("speaks for one validation that was sent, and for no second one", arguments: Way.allCases)
    func evidenceOnce(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking(id: 42)), Self.lost, Self.lost, Self.lost, .answer(.alreadyValidated),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        _ = try await desk.validate(till.code, way)
        _ = try await desk.abandon(outbox.attempts[0].id, by: "Ana", way)
        _ = try? await desk.validate(till.code, way)
        #expect(outbox.attempts.last?.checkedAt == nil)
    }
}

extension Check {
    /// Whether an attempt of the outbox forbids handing over.
    fileprivate var isTaken: Bool { if case .taken(.some) = self { true } else { false } }
}
