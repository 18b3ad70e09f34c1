// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

/// Another till that goes on with an attempt while its own till waits for an answer.
@Suite("A validation that another till was quicker with")
struct OvertakenTests {
    private static let start = AttemptTests.start

    /// What another till does with the attempt before the platform answers.
    private static func meanwhile(
        _ ways: [[Attempt.Event]], _ store: any OutboxStore, _ answer: PublicAnswer
    ) -> FakeTransport.Step {
        .perform { _ in
            #expect(throws: Never.self) {
                let id = try #require(try store.openAttempts().first?.attempt.id)
                for events in ways { _ = try store.advance(id, by: events, if: .inHand, at: start) }
            }
            return .success(answer.response)
        }
    }

    /// What is told of a validation that was checked before.
    private func outcome(
        _ tills: TwoTills, _ steps: [FakeTransport.Step], _ way: Way,
        promotion: Desk.Settings.PromotionPolicy = .person
    ) async throws -> (Outcome, EventLog) {
        let events = EventLog()
        let till = try TodaysTill([.answer(.booking(id: 42))] + steps, observe: { events.append($0) })
        let desk = try till.desk(tills.first, Desk.Settings(promotion: promotion, now: { Self.start }))
        _ = try await desk.check(till.code, way)
        let outcome = try await desk.validate(till.code, way)
        #expect(till.transport.stepsLeft == 0)
        return (outcome, events)
    }

    @Test(
        "is told as the outbox has it, when the other read it back first", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func readBack(way: Way, kind: TwoTills.Kind) async throws {
        let found: [(ways: [[Attempt.Event]], code: String)] = [
            ([[.readBack(.validated)]], "probable"),
            ([[.promoted(Attempt.Promotion(.person, name: "Ana", at: Self.start))]], "validated"),
            ([[.readBack(.other)]], "unknown"),
            ([[.readBack(.stillValid)]], "provisional"),
            ([[.readBack(.stillValid)], [.sent]], "unknown"),
            ([[.recalled(.undo, "Ana")]], "unknown"),
            ([[.abandoned("by Ana")]], "unknown"),
        ]
        for (ways, code) in found {
            let tills = try TwoTills(kind)
            let steps: [FakeTransport.Step] = [
                .fail(TransportFailure(.noAnswer)), Self.meanwhile(ways, tills.second, .booking(id: 42)),
            ]
            let (outcome, events) = try await outcome(tills, steps, way)
            #expect(outcome.name == code)
            let kept = try tills.attempts
            #expect(outcome.attempts == kept, "\(code)")
            #expect(!events.all.map(\.name).contains(.journalFailed))
        }
    }

    @Test(
        "is told as the outbox has it, when the other decided before a rule of the vendor's did",
        arguments: Way.allCases, TwoTills.Kind.allCases)
    func promoted(way: Way, kind: TwoTills.Kind) async throws {
        let found: [(event: Attempt.Event, code: String)] = [
            (.promoted(Attempt.Promotion(.person, name: "Ana", at: Self.start)), "validated"),
            (.recalled(.undo, "Ana"), "unknown"),
        ]
        for (event, code) in found {
            let tills = try TwoTills(kind)
            let rule: @Sendable (Probable) -> Bool = { probable in
                #expect(throws: Never.self) {
                    try tills.second.advance(probable.attempt.id, by: [event], if: .free, at: Self.start)
                }
                return true
            }
            let steps: [FakeTransport.Step] = [
                .fail(TransportFailure(.noAnswer)), .answer(.alreadyValidated), .answer(.page([42])),
            ]
            let (outcome, events) = try await outcome(
                tills, steps, way, promotion: .vendor(name: "toujours", rule: rule))
            #expect(outcome.name == code)
            #expect(outcome.attempts == (try tills.attempts))
            #expect(!events.all.map(\.name).contains(.journalFailed))
        }
    }

    @Test(
        "is unknown when nobody can look what the other has found", arguments: Way.allCases, TwoTills.Kind.allCases)
    func unreadable(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind)
        let till = try TodaysTill([
            .answer(.booking(id: 42)), .fail(TransportFailure(.noAnswer)),
            Self.meanwhile([[.readBack(.other)]], tills.second, .booking(id: 42)),
        ])
        let outbox = HeldUpOutbox(tills.first) { () throws(OutboxError) in throw OutboxError(.unreachable) }
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        #expect(try await desk.validate(till.code, way).name == "unknown")
    }

    @Test(
        "is told as the platform answered, and that the outbox could not take that in", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func answered(way: Way, kind: TwoTills.Kind) async throws {
        let tills = try TwoTills(kind)
        let given: [Attempt.Event] = [.lost("interrupted"), .abandoned("by Ana")]
        let (outcome, events) = try await outcome(tills, [Self.meanwhile([given], tills.second, .done)], way)
        #expect(outcome.name == "validated")
        #expect(try tills.attempts.map(\.state) == [.abandoned])
        #expect(events.all.map(\.name).contains(.journalFailed))
    }
}

extension Outcome {
    /// What it is, and the attempt that it tells of.
    private var told: (name: String, attempts: [Attempt]) {
        switch self {
        case .validated(let validated): ("validated", [validated.attempt])
        case .refused: ("refused", [])
        case .provisional(let provisional): ("provisional", [provisional.attempt])
        case .probable(let probable): ("probable", [probable.attempt])
        case .unknown(let unsettled): ("unknown", [unsettled.attempt])
        }
    }

    fileprivate var name: String { told.name }
    fileprivate var attempts: [Attempt] { told.attempts }
}
