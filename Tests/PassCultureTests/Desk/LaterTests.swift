// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization
import Testing

@testable import PassCulture

@Suite("Validating later, and without a line")
struct LaterTests {
    private static let begins = AttemptTests.start + .hours(2)

    @Test(
        "follows the guide: a cinema may (G22), show and practice until they begin (G24, G25), books and digital never (G23, G26)"
    )
    func guide() throws {
        let cases: [(LateValidation, Instant, Bool)] = [
            (LateValidation(.cinema), AttemptTests.start, true),
            (LateValidation(.cinema, begins: Self.begins), Self.begins + .days(1), true),
            (LateValidation(.books), AttemptTests.start, false), (LateValidation(.digital), AttemptTests.start, false),
            (LateValidation(.show, begins: Self.begins), AttemptTests.start, true),
            (LateValidation(.show, begins: Self.begins), Self.begins, false),
            (LateValidation(.show), AttemptTests.start, false),
            (LateValidation(.practice, begins: Self.begins), Self.begins + .seconds(-1), true),
            (LateValidation(.practice, begins: Self.begins), Self.begins, false),
        ]
        for (late, now, isAllowed) in cases { #expect(late.isAllowed(at: now) == isAllowed, "\(late.kind)") }
    }

    @Test(
        "stores nothing that the guide forbids; the vendor's setting overrides, and marks the attempt",
        arguments: Way.allCases)
    func overriding(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        let strict = try Shop(ledger)
        let error = await #expect(throws: PassCultureError.self) {
            try await strict.desk(outbox).validateLater(strict.code, LateValidation(.books), way)
        }
        #expect(error?.code == .lateNotAllowed)
        #expect(outbox.attempts.isEmpty)
        let loose = try Shop(ledger, against: true)
        let provisional = try await loose.desk(outbox).validateLater(loose.code, LateValidation(.books), way)
        #expect(provisional.attempt.overridesRule)
        #expect(provisional.cause == .later)
    }

    @Test("asks for the time where that is all that is missing: of a show or a practice", arguments: Way.allCases)
    func time(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        let shop = try Shop(ledger)
        let desk = try shop.desk(outbox)
        let cases: [(LateValidation, String)] = [
            (LateValidation(.show), "time-needed"), (LateValidation(.practice), "time-needed"),
            (LateValidation(.show, begins: AttemptTests.start), "late-not-allowed"),
            (LateValidation(.books), "late-not-allowed"),
        ]
        for (late, code) in cases {
            let error = await #expect(throws: PassCultureError.self) {
                try await desk.validateLater(shop.code, late, way)
            }
            #expect(error?.code.code == code && error?.nothingWasSent == true)
            #expect(error?.cashier.french.contains("l'heure") == (code == "time-needed"))
        }
        #expect(outbox.attempts.isEmpty)
        let loose = try Shop(ledger, against: true)
        let provisional = try await loose.desk(outbox).validateLater(loose.code, LateValidation(.show), way)
        #expect(provisional.attempt.overridesRule)
    }

    @Test("sends a cinema's validation once the show has begun, and not before", arguments: Way.allCases)
    func cinema(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        let shop = try Shop(ledger)
        let desk = try shop.desk(outbox)
        _ = try await desk.validateLater(shop.code, LateValidation(.cinema, begins: Self.begins), way)
        #expect(try await desk.reconcile(way).notDue == 1)
        #expect(ledger.patches == 0)
        shop.time.pass(.hours(3))
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
        #expect(try await desk.pending().isEmpty)
    }

    @Test("without a line is an error unless the vendor has it stored, within limits", arguments: Way.allCases)
    func offline(way: Way) async throws {
        let refusing = (outbox: MemoryOutbox(), shop: try Shop(Ledger(validations: [.neverSent])))
        let error = await #expect(throws: PassCultureError.self) {
            try await refusing.shop.desk(refusing.outbox).validate(refusing.shop.code, way)
        }
        #expect(error?.code == .neverSent)
        #expect(refusing.outbox.attempts.map(\.state) == [.abandoned])

        let (ledger, outbox) = (Ledger(validations: [.neverSent, .neverSent]), MemoryOutbox())
        let shop = try Shop(ledger, offline: .store(OfflineLimits(count: 1)))
        let desk = try shop.desk(outbox)
        guard case .provisional(let provisional) = try await desk.validate(shop.code, way) else {
            return #expect(Bool(false))
        }
        #expect(provisional.cause == .offline)
        let second = await #expect(throws: PassCultureError.self) {
            try await desk.validate(try Countermark("AAAAAA"), way)
        }
        #expect(second?.code == .offlineLimit)
        #expect(second?.nothingWasSent == true)
        #expect(outbox.attempts.map(\.state) == [.planned, .abandoned])
        #expect(outbox.attempts.last?.note == "offline-count")
    }

    @Test(
        "is sent in order when the line is back, with progress, and stops where it is gone again",
        arguments: Way.allCases)
    func order(way: Way) async throws {
        let transport = FakeTransport(
            Array(repeating: .fail(TransportFailure(.neverSent)), count: 3)
                + [.status(204), .fail(TransportFailure(.neverSent)), .status(204), .status(204)])
        let (shop, outbox) = (try Shop(transport, offline: .store(OfflineLimits())), MemoryOutbox())
        let desk = try shop.desk(outbox)
        for code in ["AAAAAA", "BBBBBB", "CCCCCC"] { _ = try await desk.validate(try Countermark(code), way) }
        let told = Mutex<[Int]>([])
        let first =
            switch way {
            case .async: try await desk.reconcile { progress in told.withLock { $0.append(progress.done) } }
            case .blocking: try desk.reconcileBlocking { progress in told.withLock { $0.append(progress.done) } }
            }
        #expect(first.counts == [.confirmed: 1, .planned: 1])
        #expect(first.stoppedBy?.code == .neverSent)
        #expect(told.withLock { $0 } == [1, 2])
        #expect(try await desk.reconcile(way).counts == [.confirmed: 2])
        let sent = transport.requests.map { $0.url.suffix(6) }
        #expect(sent == ["AAAAAA", "BBBBBB", "CCCCCC", "AAAAAA", "BBBBBB", "BBBBBB", "CCCCCC"])
    }

    @Test(
        "checks by the day list, never by it alone once the outbox has an attempt, and wipes it 48 hours later",
        arguments: Way.allCases)
    func dayList(way: Way) async throws {
        let ledger = Ledger(validations: [.neverSent], checks: [.neverSent, .neverSent, .neverSent, .neverSent])
        let (shop, outbox) = (try Shop(ledger, offline: .store(OfflineLimits())), MemoryOutbox())
        let desk = try shop.desk(outbox)
        await #expect(throws: PassCultureError.self) { try await desk.check(shop.code, way) }
        let entry = DayList.Entry(
            countermark: shop.code, offerName: "Hamlet", begins: Self.begins, userName: "Sam", email: "s@e.fr")
        try await desk.load(DayList([entry]), way)
        #expect(try await desk.check(shop.code, way) == .provisional(entry))
        _ = try await desk.validate(shop.code, way)
        guard case .taken(.some) = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        #expect(try await desk.reconcile(way).wiped == 0)
        shop.time.pass(.hours(51))
        #expect(try await desk.reconcile(way).wiped == 1)
        #expect(try outbox.entry(of: shop.code) == nil)
    }

    @Test(
        "is refused for what the day list shows as used, as a check without a line says, unless a check with one knew better",
        arguments: Way.allCases)
    func usedByList(way: Way) async throws {
        let ledger = Ledger(
            validations: [.neverSent, .neverSent], checks: [.neverSent])
        let (shop, outbox) = (try Shop(ledger, offline: .store(OfflineLimits())), MemoryOutbox())
        let desk = try shop.desk(outbox)
        let entry = DayList.Entry(
            countermark: shop.code, offerName: "Hamlet", begins: Self.begins, userName: "Sam", email: "s@e.fr",
            isUsed: true)
        try await desk.load(DayList([entry]), way)
        #expect(try await desk.check(shop.code, way) == .taken(nil))
        let refused = await #expect(throws: PassCultureError.self) { try await desk.validate(shop.code, way) }
        #expect(refused?.code == .alreadyTaken)
        #expect(outbox.attempts.map(\.state) == [.abandoned])
        let later = await #expect(throws: PassCultureError.self) {
            try await desk.validateLater(shop.code, LateValidation(.cinema), way)
        }
        #expect(later?.code == .alreadyTaken)
        #expect(try await desk.pending().isEmpty)
        // The list is old, and the platform knows: it is valid.
        guard case .valid = try await desk.check(shop.code, way) else { return #expect(Bool(false)) }
        guard case .provisional = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
    }

    @Test(
        "stops reading back where nothing can be asked, and tells what gets no answer as it stands",
        arguments: Way.allCases)
    func readingBackWithoutALine(way: Way) async throws {
        let ledger = Ledger(validations: [.lost], checks: [.answered, .answered, .neverSent, .strayed])
        let (shop, outbox) = (try Shop(ledger), MemoryOutbox())
        let desk = try shop.desk(outbox)
        _ = try await desk.check(shop.code, way)
        guard case .probable = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
        let without = try await desk.reconcile(way)
        #expect(without.stoppedBy?.code == .neverSent)
        #expect(without.settled.isEmpty)
        let unanswered = try await desk.reconcile(way)
        #expect(unanswered.stoppedBy == nil)
        #expect(unanswered.counts == [.probable: 1])
        #expect(outbox.attempts.map(\.state) == [.probable])
    }

    @Test(
        "tells what was sent just now as unknown, though the line was gone when it was read back",
        arguments: Way.allCases)
    func sentAndNotReadBack(way: Way) async throws {
        let ledger = Ledger(validations: [.neverSent, .lost], checks: [.neverSent])
        let (shop, outbox) = (try Shop(ledger, offline: .store(OfflineLimits())), MemoryOutbox())
        let desk = try shop.desk(outbox)
        _ = try await desk.validate(shop.code, way)
        let result = try await desk.reconcile(way)
        #expect(result.counts == [.unknown: 1])
        #expect(result.stoppedBy == nil)
        #expect(outbox.attempts.map(\.state) == [.unknown])
    }

    @Test(
        "erases the countermark of what was closed long enough ago, and of nothing that is open",
        arguments: Way.allCases)
    func erasing(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        let shop = try Shop(ledger)
        let desk = try shop.desk(outbox)
        _ = try await desk.validate(shop.code, way)
        _ = try await desk.validateLater(
            try Countermark("BBBBBB"), LateValidation(.cinema, begins: AttemptTests.start + .days(90)), way)
        shop.time.pass(.days(31))
        #expect(try await desk.reconcile(way).erased == 1)
        #expect(outbox.attempts.map { $0.countermark?.revealed } == [nil, "BBBBBB"])
        #expect(outbox.attempts.map(\.state) == [.confirmed, .planned])
    }

    @Test("tells once of a clock that was set back, and loses nothing by it", arguments: Way.allCases)
    func clock(way: Way) async throws {
        let (ledger, outbox, log) = (Ledger(), MemoryOutbox(), EventLog())
        let shop = try Shop(ledger, observe: { log.append($0) })
        _ = try await shop.desk(outbox).validate(try Countermark("AAAAAA"), way)
        shop.time.pass(.hours(-5))
        let desk = try shop.desk(outbox)
        for code in ["BBBBBB", "CCCCCC"] { _ = try await desk.validate(try Countermark(code), way) }
        #expect(desk.isClockSetBack)
        #expect(log.all.filter { $0.name == .clockSetBack }.count == 1)
        #expect(outbox.attempts.map { $0.state.isClosed } == [true, true, true])
        shop.time.pass(.hours(6))
        _ = try await desk.validate(try Countermark("DDDDDD"), way)
        #expect(!desk.isClockSetBack)
    }
}
