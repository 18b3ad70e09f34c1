// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A stored validation that is refused")
struct StoredRefusalTests {
    private static let page = FakeTransport.Step.answer(
        TransportResponse(status: 403, contentType: "text/html", text: "<h1>Wi-Fi gratuit</h1>"))

    /// A desk with two validations that wait, both checked before.
    private func waiting(
        _ steps: [FakeTransport.Step], _ outbox: MemoryOutbox, _ time: Shop.Time, _ way: Way
    ) async throws -> (TodaysTill, Desk) {
        let till = try TodaysTill([.answer(.booking()), .answer(.booking())] + steps)
        let desk = try till.desk(outbox, Desk.Settings(now: { time.now }))
        for code in ["AAAAAA", "BBBBBB"] {
            _ = try await desk.check(try Countermark(code), way)
            _ = try await desk.validateLater(try Countermark(code), LateValidation(.cinema), way)
        }
        return (till, desk)
    }

    @Test(
        "for the key's sake, or by a page of something in between, goes on waiting, and all others with it",
        arguments: Way.allCases)
    func returned(way: Way) async throws {
        let noes: [(FakeTransport.Step, String)] = [
            (.answer(.keyRefused), "key-refused"), (.answer(.providerInactive), "provider-inactive"),
            (Self.page, "platform-refused"), (.status(404), "unknown-countermark"),
        ]
        for (no, reason) in noes {
            let outbox = MemoryOutbox()
            let (till, desk) = try await waiting(
                [no, .answer(.done), .answer(.done)], outbox, Shop.Time(), way)
            let first = try await desk.reconcile(way)
            #expect(first.stoppedBy?.code == .notAccepted)
            #expect(first.stoppedBy?.detail == reason)
            #expect(till.transport.stepsLeft == 2)
            #expect(outbox.attempts.map(\.state) == [.planned, .planned])
            #expect(outbox.attempts.map(\.sends) == [0, 0])
            #expect(try await desk.reconcile(way).counts == [.confirmed: 2])
        }
    }

    @Test(
        "for the key's sake the second time it is sent is unknown: the first may have done it", arguments: Way.allCases)
    func secondSending(way: Way) async throws {
        let lost = FakeTransport.Step.fail(TransportFailure(.noAnswer))
        let till = try TodaysTill([
            .answer(.booking()), lost, .answer(.booking()), .answer(.keyRefused), .answer(.keyRefused),
            .answer(.alreadyValidated), .answer(.page([1])),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        _ = try await desk.validate(till.code, way)
        #expect(try await desk.reconcile(way).stoppedBy?.detail == "key-refused")
        #expect(outbox.attempts.map(\.state) == [.unknown])
        // Nor does reading back go on without a key.
        #expect(try await desk.reconcile(way).stoppedBy?.code == .notAccepted)
        #expect(try await desk.reconcile(way).counts == [.probable: 1])
    }

    @Test("at the counter is refused and closed as before: nothing was handed over", arguments: Way.allCases)
    func counter(way: Way) async throws {
        for answer in [PublicAnswer.keyRefused, .tooEarly("03/12/2026", "07:15")] {
            let till = try TodaysTill([.answer(.booking()), .answer(answer)])
            let outbox = MemoryOutbox()
            let desk = try till.desk(outbox)
            _ = try await desk.check(till.code, way)
            guard case .refused = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
            #expect(outbox.attempts.map(\.state) == [.refused])
        }
    }

    @Test("with a password that is wrong goes on waiting in the edition of 2018 too", arguments: Way.allCases)
    func password(way: Way) async throws {
        for body in [#"{"password":["Mot de passe incorrect"]}"#, ""] {
            let transport = FakeTransport([
                .fail(TransportFailure(.neverSent)), .answer(TransportResponse(status: 401, text: body)), .status(204),
            ])
            let (shop, outbox) = (try Shop(transport, offline: .store(OfflineLimits())), MemoryOutbox())
            let desk = try shop.desk(outbox)
            _ = try await desk.validate(shop.code, way)
            #expect(try await desk.reconcile(way).stoppedBy?.code == .notAccepted)
            #expect(outbox.attempts.map(\.state) == [.planned])
            #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
        }
    }

    @Test("by a page each time stops each call, until a person abandons what waits first", arguments: Way.allCases)
    func stubborn(way: Way) async throws {
        let outbox = MemoryOutbox()
        let (_, desk) = try await waiting([Self.page, Self.page, .answer(.done)], outbox, Shop.Time(), way)
        for _ in 0..<2 { #expect(try await desk.reconcile(way).stoppedBy?.code == .notAccepted) }
        let first = try #require(try await desk.pending().first)
        _ = try await desk.abandon(first.id, by: "Ana", way)
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
    }

    @Test("about its countermark is closed, in the platform's form and other words too", arguments: Way.allCases)
    func aboutIt(way: Way) async throws {
        let gone = PublicAnswer("gone", status: 410, body: #"{"booking": ["Fini"]}"#)
        let outbox = MemoryOutbox()
        let (_, desk) = try await waiting([.answer(gone), .answer(.cancelled)], outbox, Shop.Time(), way)
        let done = try await desk.reconcile(way)
        #expect(done.counts == [.refused: 2])
        #expect(done.stoppedBy == nil)
    }

    @Test("as too early is sent when the platform takes it, and the others in between", arguments: Way.allCases)
    func tooEarly(way: Way) async throws {
        let (outbox, time) = (MemoryOutbox(), Shop.Time())
        // The clock of this desk stands at 2018-12-01T00:00:00Z.
        let (till, desk) = try await waiting(
            [.answer(.tooEarly("03/12/2018", "07:15")), .answer(.done), .answer(.done)], outbox, time, way)
        let first = try await desk.reconcile(way)
        #expect(first.counts == [.planned: 1, .confirmed: 1])
        #expect(first.stoppedBy == nil)
        guard case .provisional(let provisional) = first.settled[0].outcome else { return #expect(Bool(false)) }
        #expect(provisional.cause == .tooEarly)
        #expect(first.settled[0].outcome.cashier.english.hasSuffix("not taken into account by the pass Culture yet."))
        #expect(outbox.attempts[0].notBefore?.iso8601 == "2018-12-03T06:15:00Z")
        #expect(try await desk.reconcile(way).notDue == 1)
        #expect(till.transport.stepsLeft == 1)
        time.pass(.days(3))
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
    }

    @Test("as too early without a time that can be read goes on waiting", arguments: Way.allCases)
    func unreadableTime(way: Way) async throws {
        let outbox = MemoryOutbox()
        let (_, desk) = try await waiting(
            [.answer(.tooEarly("bientôt", "midi")), .answer(.done), .answer(.done)], outbox, Shop.Time(), way)
        #expect(try await desk.reconcile(way).counts == [.planned: 1, .confirmed: 1])
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
    }
}
