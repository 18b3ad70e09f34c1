// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A countermark of another venue")
struct VenueTests {
    private func uses(_ till: TodaysTill) -> Int { till.transport.requests.count { $0.url.contains("/use/") } }

    @Test("is not validated after a check that says so: nothing is asked", arguments: Way.allCases)
    func remembered(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2)), .answer(.booking()), .answer(.done)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        guard case .refused(let refusal) = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        #expect(refusal.reason == .wrongVenue)
        #expect(till.transport.requests.count == 1)
        #expect(outbox.attempts.isEmpty)
        // Until a check says otherwise.
        _ = try await desk.check(till.code, way)
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
    }

    @Test("is found to be one before it is validated, where no check has told", arguments: Way.allCases)
    func compared(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2)), .answer(.done)])
        let outbox = MemoryOutbox()
        guard case .refused(let refusal) = try await till.desk(outbox).validate(till.code, way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .wrongVenue)
        #expect(till.transport.requests.map(\.method) == ["GET"])
        #expect(outbox.attempts.map(\.state) == [.refused])
        #expect(outbox.attempts.map(\.note) == ["wrong-venue"])
    }

    @Test("costs one request where it was checked, and two where it was not", arguments: Way.allCases)
    func requests(way: Way) async throws {
        for isChecked in [true, false] {
            let till = try TodaysTill([.answer(.booking()), .answer(.done)])
            let desk = try till.desk()
            if isChecked { _ = try await desk.check(till.code, way) }
            guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
            #expect(till.transport.requests.map(\.method) == ["GET", "PATCH"])
        }
    }

    @Test("cannot be told from ours without an answer: no validation is sent", arguments: Way.allCases)
    func unanswered(way: Way) async throws {
        let faults: [(FakeTransport.Step, PassCultureError.Code)] = [
            (.fail(TransportFailure(.noAnswer)), .noAnswer), (.fail(TransportFailure(.neverSent)), .neverSent),
            (.status(502), .unexpectedStatus), (.answer(.tooManyRequests), .tooManyRequests),
            (.answer(TransportResponse(status: 200, text: "<h1>Wi-Fi</h1>")), .unreadableAnswer),
        ]
        for (step, code) in faults {
            let till = try TodaysTill([step])
            let outbox = MemoryOutbox()
            let error = await #expect(throws: PassCultureError.self) {
                try await till.desk(outbox).validate(till.code, way)
            }
            #expect(error?.code == code)
            #expect(error?.nothingWasSent == true)
            #expect(outbox.attempts.map(\.state) == [.abandoned])
            #expect(uses(till) == 0)
        }
    }

    @Test("may wait for a line, and is found to be one before it is sent", arguments: Way.allCases)
    func stored(way: Way) async throws {
        let till = try TodaysTill([
            .fail(TransportFailure(.neverSent)), .fail(TransportFailure(.noAnswer)), .answer(.booking()),
            .answer(.done), .answer(.booking(venue: 2)),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox, Desk.Settings(offline: .store(OfflineLimits())))
        for code in ["AAAAAA", "BBBBBB"] {
            guard case .provisional = try await desk.validate(try Countermark(code), way) else {
                return #expect(Bool(false))
            }
        }
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1, .planned: 1])
        #expect(outbox.attempts.map(\.state) == [.confirmed, .planned])
        #expect(uses(till) == 1)
    }

    @Test(
        "goes on waiting when a till that is set up for the wrong venue reconciles, and is sent by the right one",
        arguments: Way.allCases)
    func wrongNumber(way: Way) async throws {
        let outbox = MemoryOutbox()
        let before = try TodaysTill([.fail(TransportFailure(.neverSent))])
        let store = Desk.Settings(offline: .store(OfflineLimits()))
        guard case .provisional = try await before.desk(outbox, store).validate(before.code, way) else {
            return #expect(Bool(false))
        }
        // The platform tells another venue than the till's number.
        let wrong = try TodaysTill([.answer(.booking(venue: 2)), .answer(.booking(venue: 2))])
        for _ in 0..<2 {
            let found = try await wrong.desk(outbox).reconcile(way)
            #expect(found.counts == [.planned: 1])
            #expect(found.stoppedBy == nil && found.passedOver.isEmpty)
            guard case .provisional(let left)? = found.settled.first?.outcome else { return #expect(Bool(false)) }
            #expect(left.cause == .wrongVenue)
            #expect(found.settled.first?.cashier.french.hasPrefix("Contremarque d'un autre lieu : ") == true)
            #expect(outbox.attempts.map(\.reading) == [.wrongVenue])
            #expect(outbox.attempts.map(\.sends) == [0])
        }
        #expect(uses(wrong) == 0)
        let right = try TodaysTill([.answer(.booking()), .answer(.done)])
        #expect(try await right.desk(outbox).reconcile(way).counts == [.confirmed: 1])
        #expect(outbox.attempts.map(\.reading) == [nil])
        #expect(outbox.attempts.map(\.readAt) == [nil])
    }

    @Test(
        "is not called one any more once the right till has found it to be its own, though it could not send it",
        arguments: Way.allCases)
    func foundOwn(way: Way) async throws {
        let noes: [FakeTransport.Step] = [
            .answer(.tooManyRequests), .answer(.keyRefused), .fail(TransportFailure(.neverSent)),
        ]
        for settings in [Desk.Settings(), Desk.Settings(offline: .store(OfflineLimits()))] {
            for no in noes {
                let outbox = MemoryOutbox()
                let wrong = try TodaysTill([.answer(.booking(venue: 2))])
                _ = try await wrong.desk(outbox).validateLater(wrong.code, LateValidation(.cinema), way)
                _ = try await wrong.desk(outbox).reconcile(way)
                #expect(outbox.attempts.map(\.isElsewhere) == [true])
                let right = try TodaysTill([.answer(.booking()), no])
                _ = try await right.desk(outbox, settings).reconcile(way)
                #expect(right.transport.stepsLeft == 0)
                #expect(outbox.attempts.map(\.state) == [.planned])
                #expect(outbox.attempts.map(\.reading) == [.stillValid])
                #expect(outbox.attempts.map(\.sends) == [0])
                // It is taken back at the right till, without a check before.
                let undoing = try TodaysTill([.answer(.notUsed)])
                let undone = try await undoing.desk(outbox.restarted()).undo(
                    undoing.code, try Person(whoConfirmed: "Ana"), way)
                #expect(undone == .done(.undo))
                // Or it is sent, and not compared a second time.
                let sending = try TodaysTill([.answer(.done)])
                #expect(try await sending.desk(outbox).reconcile(way).counts == [.confirmed: 1])
            }
        }
    }

    @Test("is asked about last, and keeps nothing that the till can send from being sent", arguments: Way.allCases)
    func last(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking(venue: 2)), .answer(.booking()), .answer(.done), .answer(.tooManyRequests),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.validateLater(try Countermark("AAAAAA"), LateValidation(.cinema), way)
        #expect(try await desk.reconcile(way).elsewhere.count == 1)
        _ = try await desk.validateLater(try Countermark("BBBBBB"), LateValidation(.cinema), way)
        let found = try await desk.reconcile(way)
        #expect(found.counts == [.confirmed: 1])
        #expect(found.stoppedBy?.code == .tooManyRequests)
        #expect(outbox.attempts.map(\.state) == [.planned, .confirmed])
    }

    @Test(
        "waits when a lost answer is read back as one, as it was not applied, and is compared before it is sent again",
        arguments: Way.allCases)
    func readBack(way: Way) async throws {
        let before = MemoryOutbox()
        let wrong = try TodaysTill([.answer(.booking(venue: 2)), .answer(.booking(venue: 2))])
        // A check had found it to be the till's own.
        let attempt = Attempt(
            id: 1, till: "caisse", countermark: wrong.code, plannedAt: AttemptTests.start,
            checkedAt: AttemptTests.start, serviceFrom: AttemptTests.start)
        _ = try before.add(attempt, isSent: true, within: nil, at: AttemptTests.start)
        let outbox = before.restarted()
        for _ in 0..<2 { #expect(try await wrong.desk(outbox).reconcile(way).counts == [.planned: 1]) }
        #expect(outbox.attempts.map(\.sends) == [1])
        #expect(wrong.transport.requests.map(\.method) == ["GET", "GET"])
        let right = try TodaysTill([.answer(.booking()), .answer(.done)])
        #expect(try await right.desk(outbox).reconcile(way).counts == [.confirmed: 1])
        #expect(right.transport.requests.map(\.method) == ["GET", "PATCH"])
    }
}
