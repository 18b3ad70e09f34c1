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

    /// A desk with validations that wait, two unless told, checked before unless told.
    private func waiting(
        _ steps: [FakeTransport.Step], _ outbox: MemoryOutbox, _ time: Shop.Time, _ way: Way,
        _ codes: [String] = ["AAAAAA", "BBBBBB"], areChecked: Bool = true
    ) async throws -> (TodaysTill, Desk) {
        let till = try TodaysTill((areChecked ? codes.map { _ in .answer(.booking()) } : []) + steps)
        let desk = try till.desk(outbox, Desk.Settings(now: { time.now }))
        for code in codes {
            if areChecked { _ = try await desk.check(try Countermark(code), way) }
            _ = try await desk.validateLater(try Countermark(code), LateValidation(.cinema), way)
        }
        return (till, desk)
    }

    @Test(
        "for the key's sake goes on waiting, and all others with it",
        arguments: Way.allCases)
    func returned(way: Way) async throws {
        let noes: [(FakeTransport.Step, String)] = [
            (.answer(.keyRefused), "key-refused"), (.answer(.providerInactive), "provider-inactive"),
        ]
        for (no, reason) in noes {
            let outbox = MemoryOutbox()
            let (till, desk) = try await waiting(
                [no, .answer(.done), .answer(.done)], outbox, Shop.Time(), way)
            let first = try await desk.reconcile(way)
            #expect(first.stoppedBy?.code == .notAccepted)
            #expect(first.stoppedBy?.detail == reason)
            #expect(first.passedOver.isEmpty)
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

    @Test(
        "at the counter by a page is read back: the page may stand in the place of the platform's yes",
        arguments: Way.allCases)
    func pageAtTheCounter(way: Way) async throws {
        let spent: [FakeTransport.Step] = [.answer(.alreadyValidated), .answer(.page([1]))]
        for (steps, end) in [
            (spent, Attempt.State.probable), ([.answer(.booking())], .planned), ([Self.page], .unknown),
        ] {
            let till = try TodaysTill([.answer(.booking()), Self.page] + steps), outbox = MemoryOutbox()
            let desk = try till.desk(outbox)
            _ = try await desk.check(till.code, way)
            _ = try await desk.validate(till.code, way)
            #expect(outbox.attempts.map(\.state) == [end])
            #expect(till.transport.requests.prefix(3).map(\.method) == ["GET", "PATCH", "GET"])
            #expect(till.transport.stepsLeft == 0)
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

    @Test(
        "by what may be so of its countermark alone is passed over, and what stands behind it is sent",
        arguments: Way.allCases)
    func passedOver(way: Way) async throws {
        let noes: [(FakeTransport.Step, PassCultureError.Code, String?)] = [
            (Self.page, .notAccepted, "platform-refused"), (.status(404), .notAccepted, "unknown-countermark"),
        ]
        for (no, code, reason) in noes {
            let outbox = MemoryOutbox()
            let (till, desk) = try await waiting([no, .answer(.done), no, .answer(.done)], outbox, Shop.Time(), way)
            let first = try await desk.reconcile(way)
            #expect(first.stoppedBy == nil)
            #expect(first.counts == [.confirmed: 1])
            #expect(first.passedOver.map(\.id) == [outbox.attempts[0].id])
            #expect(first.passedOver.first?.fault.code == code)
            #expect(first.passedOver.first?.fault.detail == reason)
            #expect(outbox.attempts.map(\.state) == [.planned, .confirmed])
            #expect(outbox.attempts.map(\.sends) == [0, 1])
            #expect(try await desk.reconcile(way).passedOver.count == 1)
            #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
            #expect(till.transport.stepsLeft == 0)
        }
    }

    @Test("that could not be read before it is sent is passed over too", arguments: Way.allCases)
    func unread(way: Way) async throws {
        let outbox = MemoryOutbox()
        let page = FakeTransport.Step.answer(
            TransportResponse(status: 200, contentType: "text/html", text: "<h1>Wi-Fi gratuit</h1>"))
        let (till, desk) = try await waiting(
            [page, .answer(.booking()), .answer(.done)], outbox, Shop.Time(), way, areChecked: false)
        let done = try await desk.reconcile(way)
        #expect(done.passedOver.map(\.fault.code) == [.unreadableAnswer])
        #expect(done.stoppedBy == nil)
        #expect(outbox.attempts.map(\.state) == [.planned, .confirmed])
        #expect(till.transport.stepsLeft == 0)
    }

    @Test("by a page stops it at the fifth in a row, and an answer in between counts anew", arguments: Way.allCases)
    func stubborn(way: Way) async throws {
        let outbox = MemoryOutbox()
        let codes = ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE", "FFFFFF"]
        let pages = [FakeTransport.Step](repeating: Self.page, count: 4)
        let (till, desk) = try await waiting(
            pages + [Self.page] + pages + [.answer(.done), Self.page] + pages, outbox, Shop.Time(), way, codes)
        let first = try await desk.reconcile(way)
        #expect(first.stoppedBy?.code == .notAccepted)
        #expect(first.passedOver.map(\.id) == outbox.attempts.prefix(4).map(\.id))
        #expect(till.transport.stepsLeft == 10, "nobody asked about the sixth")
        let second = try await desk.reconcile(way)
        #expect(second.stoppedBy == nil)
        #expect(second.counts == [.confirmed: 1])
        // What is passed over each time, a person abandons.
        let waiting = try await desk.pending()
        _ = try await desk.abandon(waiting[0].id, by: "Ana", way)
        #expect(try await desk.reconcile(way).passedOver.map(\.id) == waiting[1...].map(\.id))
    }

    @Test(
        "counts anew after what was read back and answered, though nobody knows what became of it; not after a page",
        arguments: Way.allCases)
    func readBackBetween(way: Way) async throws {
        for (reading, isAnswered) in [(FakeTransport.Step.answer(.alreadyValidated), true), (Self.page, false)] {
            let before = MemoryOutbox()
            for id: UInt64 in 1...6 {
                let attempt = Attempt(
                    id: id, till: "caisse", countermark: try Countermark("AAAAA\(id + 1)"),
                    plannedAt: AttemptTests.start, serviceFrom: AttemptTests.start)
                _ = try before.add(attempt, isSent: id == 5, within: nil, at: AttemptTests.start)
            }
            let till = try TodaysTill([FakeTransport.Step](repeating: Self.page, count: 4) + [reading, Self.page])
            let found = try await till.desk(before.restarted()).reconcile(way)
            #expect(found.counts == [.unknown: 1])
            #expect(found.passedOver.map(\.id) == (isAnswered ? [1, 2, 3, 4, 6] : [1, 2, 3, 4]))
            #expect((found.stoppedBy == nil) == isAnswered)
        }
    }

    @Test("counts anew after what the platform says is taken back: it has answered")
    func takenBackBetween() {
        let page = PassCultureError(.notAccepted, detail: "platform-refused")
        var found = Reconciliation()
        for id in 1...4 { found.note(page, on: UInt64(id)) }
        found.noteTakenBack()
        found.note(page, on: 6)
        #expect(found.stoppedBy == nil)
        #expect(found.passedOver.map(\.id) == [1, 2, 3, 4, 6])
        #expect(found.takenBack == 1)
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
