// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A lost answer in today's edition")
struct PublicLostAnswerTests {
    /// A desk of today that checks and then validates, with these answers to the check and to what is asked after the answer was lost.
    private func outcome(
        _ way: Way, check: PublicAnswer? = .booking(id: 42), after answers: [PublicAnswer],
        promotion: Desk.Settings.PromotionPolicy = .person
    ) async throws -> (Outcome, MemoryOutbox, [TransportRequest]) {
        let steps = answers.map { FakeTransport.Step.answer($0) }
        let till = try TodaysTill([.answer(check ?? .booking()), .fail(TransportFailure(.noAnswer))] + steps)
        let outbox = MemoryOutbox()
        let settings = Desk.Settings(promotion: promotion, now: { AttemptTests.start })
        let desk = try till.passCulture.desk(as: till.identity, outbox: outbox, settings: settings)
        if check != nil { _ = try await desk.check(till.code, way) }
        let outcome = try await desk.validate(till.code, way)
        #expect(till.transport.stepsLeft == 0)
        // Whatever happens, it is never taken back to see whether it was done.
        #expect(!till.transport.requests.contains { $0.url.contains("/keep/") })
        #expect(till.transport.requests.filter { $0.method == "PATCH" }.count == 1)
        return (outcome, outbox, till.transport.requests)
    }

    @Test("is read back, and the booking looked up among the used ones of the venue: probable", arguments: Way.allCases)
    func used(way: Way) async throws {
        let (outcome, outbox, requests) = try await outcome(
            way, after: [.alreadyValidated, .page([42])])
        guard case .probable(let probable) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(probable.attempt.bookingID == "42")
        #expect(outbox.attempts.map(\.state) == [.probable])
        let base = "https://backend.integration.passculture.pro/public/bookings/v1/"
        #expect(
            requests.suffix(2).map(\.url) == [
                base + "token/LYSYU9", base + "bookings?venueId=1&status=USED&firstIndex=42&limit=1",
            ])
    }

    @Test("is probable too when the booking is paid by now, and never more without a policy", arguments: Way.allCases)
    func reimbursed(way: Way) async throws {
        let (outcome, _, requests) = try await outcome(
            way, after: [.alreadyReimbursed, .page([43]), .page([42], status: .reimbursed)])
        guard case .probable = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(requests.last?.url.contains("status=REIMBURSED&firstIndex=42&limit=1") == true)
    }

    @Test("is settled by the lists where the wording of the 410 is not known", arguments: Way.allCases)
    func unknownWording(way: Way) async throws {
        let gone = PublicAnswer("gone", status: 410, body: #"{"booking": ["Fini"]}"#)
        let found = try await outcome(way, after: [gone, .page([42])]).0
        guard case .probable = found else { return #expect(Bool(false), "\(found)") }
        let notFound = try await outcome(way, after: [gone, .page([43]), .page([])]).0
        guard case .unknown = notFound else { return #expect(Bool(false), "\(notFound)") }
    }

    @Test("is unknown when the lists have it neither used nor paid, whatever the 410 said", arguments: Way.allCases)
    func contradicted(way: Way) async throws {
        let outcome = try await outcome(way, after: [.alreadyValidated, .page([]), .page([])]).0
        guard case .unknown = outcome else { return #expect(Bool(false), "\(outcome)") }
    }

    @Test("goes by the 410's own sentence when the list cannot be had", arguments: Way.allCases)
    func listUnavailable(way: Way) async throws {
        let refused = PublicAnswer("no venue", status: 404, body: #"{"venueId": "we could not find this venue"}"#)
        let outcome = try await outcome(way, after: [.alreadyValidated, refused]).0
        guard case .probable = outcome else { return #expect(Bool(false), "\(outcome)") }
    }

    @Test("is kept to be sent again when the countermark is still valid", arguments: Way.allCases)
    func stillValid(way: Way) async throws {
        let outcome = try await outcome(way, after: [.booking(id: 42)]).0
        guard case .provisional(let provisional) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(provisional.cause == .notApplied)
    }

    @Test("without a check before it has no evidence, and is unknown", arguments: Way.allCases)
    func unchecked(way: Way) async throws {
        let outcome = try await outcome(way, check: nil, after: [.alreadyValidated]).0
        guard case .unknown = outcome else { return #expect(Bool(false), "\(outcome)") }
    }

    @Test("says nothing when the key is refused meanwhile", arguments: Way.allCases)
    func keyRefused(way: Way) async throws {
        for answer in [PublicAnswer.keyRefused, .providerInactive, .cancelled, .notFound] {
            let outcome = try await outcome(way, after: [answer]).0
            guard case .unknown = outcome else { return #expect(Bool(false), "\(answer)") }
        }
    }

    @Test("leaves the service out of who else it may have been, as far as the booking's window tells")
    func service() async throws {
        // The clock of these desks stands at 2018-12-01T00:00:00Z.
        let windows: [(String?, Bool)] = [
            (nil, false), ("2018-11-30T00:00:00Z", false), ("2018-11-28T00:00:00Z", true),
            ("2018-11-29T00:00:00Z", true),
        ]
        for (confirmed, mayBeService) in windows {
            let outcome = try await outcome(
                .blocking, check: .booking(id: 42, confirmed: confirmed), after: [.alreadyValidated, .page([42])]
            ).0
            guard case .probable(let probable) = outcome else { return #expect(Bool(false), "\(outcome)") }
            #expect(probable.others.contains(.service) == mayBeService, "\(confirmed ?? "no date")")
            #expect(probable.others.contains(.anotherTill) && probable.others.contains(.portalDesk))
        }
    }

    @Test(
        "is found by reconciling after a crash, by the booking's number that the outbox kept", arguments: Way.allCases)
    func crash(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking(id: 42)), .fail(TransportFailure(.noAnswer)), .fail(TransportFailure(.noAnswer)),
            .answer(.alreadyValidated), .answer(.page([42])),
        ])
        let outbox = MemoryOutbox()
        let first = try till.passCulture.desk(as: till.identity, outbox: outbox)
        _ = try await first.check(till.code, way)
        guard case .unknown = try await first.validate(till.code, way) else { return #expect(Bool(false)) }
        let second = try till.passCulture.desk(as: till.identity, outbox: outbox.restarted())
        #expect(try await second.reconcile(way).counts == [.probable: 1])
    }

    @Test("of an attempt of the other edition is read back without a list", arguments: Way.allCases)
    func otherEdition(way: Way) async throws {
        let till = try TodaysTill([.answer(.alreadyValidated)])
        let outbox = MemoryOutbox()
        let attempt = Attempt(
            id: 1, till: "caisse", countermark: till.code, plannedAt: AttemptTests.start, checkedAt: AttemptTests.start,
            bookingID: "AE")
        _ = try outbox.add(attempt, isSent: true, within: nil, at: AttemptTests.start)
        let desk = try till.passCulture.desk(as: till.identity, outbox: outbox.restarted())
        #expect(try await desk.reconcile(way).counts == [.probable: 1])
        #expect(till.transport.requests.count == 1)
    }
}
