// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

@Suite("What waits past a limit")
struct PastLimitTests {
    private static let codes = ["AAAAAA", "BBBBBB", "CCCCCC"]

    private func neverSent(_ count: Int) -> [FakeTransport.Step] {
        Array(repeating: .fail(TransportFailure(.neverSent)), count: count)
    }

    private func states(_ outbox: any OutboxStore) throws -> [Attempt.State] {
        try Self.codes.flatMap { try outbox.attempts(of: try Countermark($0)).map(\.state) }
    }

    /// Does something with each kind of outbox.
    private func each(_ body: (any OutboxStore) async throws -> Void) async throws {
        try await body(MemoryOutbox())
        let folder = try ScratchFolder()
        let file = try SQLiteOutbox(path: folder.path("outbox.db"))
        defer { file.close() }
        try await body(file)
    }

    /// Reconciles twice without a line, and once with it.
    private func reconcile(_ desk: Desk, _ outbox: any OutboxStore, _ way: Way) async throws {
        for _ in 0..<2 {
            let without = try await desk.reconcile(way)
            #expect(without.stoppedBy?.code == .neverSent)
            #expect(without.counts == [.planned: 1])
            #expect(try states(outbox) == [.planned, .planned, .planned])
            #expect(try await desk.pending().map(\.sends) == [0, 0, 0])
        }
        #expect(try await desk.reconcile(way).counts == [.confirmed: 3])
    }

    @Test("of age goes on waiting where there is no line, each time that it is tried", arguments: Way.allCases)
    func age(way: Way) async throws {
        try await each { outbox in
            let transport = FakeTransport(neverSent(5) + [.status(204), .status(204), .status(204)])
            let shop = try Shop(transport, offline: .store(OfflineLimits()))
            let desk = try shop.desk(outbox)
            for code in Self.codes { _ = try await desk.validate(try Countermark(code), way) }
            shop.time.pass(.hours(25))
            try await reconcile(desk, outbox, way)
        }
    }

    @Test("of count goes on waiting, with what was planned for later under limits of its own", arguments: Way.allCases)
    func count(way: Way) async throws {
        try await each { outbox in
            let transport = FakeTransport(neverSent(3) + [.status(204), .status(204), .status(204)])
            let shop = try Shop(transport, offline: .store(OfflineLimits(count: 1)))
            let desk = try shop.desk(outbox)
            _ = try await desk.validate(try Countermark(Self.codes[0]), way)
            for code in Self.codes.dropFirst() {
                _ = try await desk.validateLater(try Countermark(code), LateValidation(.cinema), way)
            }
            try await reconcile(desk, outbox, way)
        }
    }

    @Test("of age is a film's of yesterday, planned for later, within its own seven days", arguments: Way.allCases)
    func cinema(way: Way) async throws {
        try await each { outbox in
            let transport = FakeTransport(neverSent(2) + [.status(204), .status(204), .status(204)])
            let shop = try Shop(transport, offline: .store(OfflineLimits()))
            let desk = try shop.desk(outbox)
            for code in Self.codes {
                let late = LateValidation(.cinema, begins: AttemptTests.start + .hours(2))
                _ = try await desk.validateLater(try Countermark(code), late, way)
            }
            shop.time.pass(.hours(25))
            try await reconcile(desk, outbox, way)
        }
    }

    @Test("goes on waiting in today's edition too, where the key was used too often", arguments: Way.allCases)
    func tooMany(way: Way) async throws {
        try await each { outbox in
            let time = Shop.Time()
            let till = try TodaysTill(
                neverSent(3) + [.answer(.tooManyRequests)]
                    + Self.codes.flatMap { _ in [.answer(.booking()), .answer(.done)] })
            let settings = Desk.Settings(offline: .store(OfflineLimits()), now: { time.now })
            let desk = try till.desk(outbox, settings)
            for code in Self.codes { _ = try await desk.validate(try Countermark(code), way) }
            time.pass(.hours(25))
            for _ in 0..<2 {
                // The platform's own 429, and then what this process holds back.
                #expect(try await desk.reconcile(way).stoppedBy?.code == .tooManyRequests)
                #expect(try states(outbox) == [.planned, .planned, .planned])
            }
            till.time.advance(by: .seconds(60))
            #expect(try await desk.reconcile(way).counts == [.confirmed: 3])
        }
    }

    @Test("goes back as it was: the limits are asked for new sales alone")
    func decision() throws {
        let settings = Desk.Settings(offline: .store(OfflineLimits(count: 0, age: .seconds(0))))
        let fault = PassCultureError(.neverSent, nothingWasSent: true)
        let planned = Attempt(id: 7, till: "1", countermark: try Countermark("LYSYU9"), plannedAt: AttemptTests.start)
        var sent = planned
        try sent.apply(.sent, at: AttemptTests.start)
        var old = DeskMachine(planned, isNew: false, settings)
        _ = old.next(.begin)
        _ = old.next(.advanced(sent))
        guard case .advance(7, [.notSent], if: .inHand) = old.next(.fault(fault)) else { return #expect(Bool(false)) }
        guard case .done(.success(.provisional(let provisional))) = old.next(.advanced(planned)) else {
            return #expect(Bool(false))
        }
        #expect(provisional.fault == fault)
        var new = DeskMachine(planned, isNew: true, settings)
        _ = new.next(.begin)
        _ = new.next(.added(.added(sent)))
        _ = new.next(.fault(fault))
        guard case .postpone(7, OfflineLimits(count: 0, age: .seconds(0))) = new.next(.looked(false)) else {
            return #expect(Bool(false))
        }
    }
}
