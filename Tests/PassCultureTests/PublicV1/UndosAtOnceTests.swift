// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization
import TestSupport
import Testing

@testable import PassCulture

@Suite("Two who take one validation back at once")
struct UndosAtOnceTests {
    /// A transport whose requests wait at a gate, and never leave.
    private struct Gate: Transport {
        let reached = Signal(), opened = Signal()

        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            reached.fire()
            await opened.wait()
            throw TransportFailure(.neverSent)
        }

        func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
            reached.fire()
            opened.block(until: 1)
            throw TransportFailure(.neverSent)
        }
    }

    /// What two desks told of, by name.
    private final class Told: Sendable {
        private let names = Mutex<[Event.Name]>([])
        var all: [Event.Name] { names.withLock { $0 } }
        func note(_ event: Event) { names.withLock { $0.append(event.name) } }
    }

    private let ana = try? Person(whoConfirmed: "Ana")

    /// An outbox with a confirmed attempt of a countermark.
    private func validated(_ kind: TwoTills.Kind) throws -> (TwoTills, Countermark) {
        let till = try TodaysTill([.answer(.booking()), .answer(.done)])
        let tills = try TwoTills(kind) { _ = try till.desk($0).validateBlocking(till.code) }
        #expect(try tills.attempts.map(\.state) == [.confirmed])
        return (tills, till.code)
    }

    private func desk(_ transport: any Transport, _ outbox: any OutboxStore, _ told: Told) throws -> Desk {
        try PassCulture(
            .integration, options: Options(retries: .none, circuit: .none, observe: { told.note($0) }),
            transport: transport
        ).desk(as: .provider(key: try TodaysTill.key(), venue: 1), outbox: outbox)
    }

    /// Asks, in a task or on a thread of its own; gives the code of what kept it from being done.
    private func undo(_ code: Countermark, at desk: Desk, _ way: Way) async throws -> PassCultureError.Code? {
        let ana = try #require(ana)
        do throws(PassCultureError) {
            switch way {
            case .async: _ = try await desk.undo(code, confirmedBy: ana)
            case .blocking:
                _ = try await Thread.run { () throws(PassCultureError) in
                    try desk.undoBlocking(code, confirmedBy: ana)
                }
            }
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "leave it confirmed when both fail: the second has read it while the first was at it, and asks when that has failed",
        arguments: Way.allCases, TwoTills.Kind.allCases)
    func readMeanwhile(way: Way, kind: TwoTills.Kind) async throws {
        let (tills, code) = try validated(kind)
        let told = Told(), gate = Gate(), isFirstOver = Signal()
        let first = try desk(gate, tills.first, told)
        let heldUp = HeldUpOutbox(tills.second) {
            gate.opened.fire()
            isFirstOver.block(until: 1)
        }
        let second = try desk(FakeTransport(), heldUp, told)
        async let end = undo(code, at: first, way)
        await gate.reached.wait()
        async let other = undo(code, at: second, way)
        #expect(try await end == .neverSent)
        isFirstOver.fire()
        #expect(try await other == .neverSent)
        #expect(try tills.attempts.map(\.state) == [.confirmed])
        #expect(try await second.pending().isEmpty)
        #expect(!told.all.contains(.journalFailed))
    }

    @Test(
        "leave it confirmed when both have read it before either writes: one asks and fails, and the other is told that it does",
        arguments: Way.allCases, TwoTills.Kind.allCases)
    func readBefore(way: Way, kind: TwoTills.Kind) async throws {
        let (tills, code) = try validated(kind)
        let told = Told(), gate = Gate(), hasSecondRead = Signal(), hasFirstRead = Signal()
        let first = try desk(
            gate,
            HeldUpOutbox(tills.first) {
                hasFirstRead.fire()
                hasSecondRead.block(until: 1)
            }, told)
        let never = FakeTransport()
        let second = try desk(
            never,
            HeldUpOutbox(tills.second) {
                hasSecondRead.fire()
                gate.reached.block(until: 1)
            }, told)
        async let end = undo(code, at: first, way)
        await hasFirstRead.wait()
        #expect(try await undo(code, at: second, way) == .underWay)
        #expect(never.requests.isEmpty)
        #expect(try tills.attempts.map(\.recall) == [.undo])
        gate.opened.fire()
        #expect(try await end == .neverSent)
        #expect(try tills.attempts.map(\.state) == [.confirmed])
        #expect(!told.all.contains(.journalFailed))
    }

    @Test(
        "are one: while the answer is awaited nobody else takes it back, cancels, confirms, gives up or reads back",
        arguments: Way.allCases, TwoTills.Kind.allCases)
    func underWay(way: Way, kind: TwoTills.Kind) async throws {
        let (tills, code) = try validated(kind)
        let told = Told(), ana = try #require(ana), id = try #require(tills.attempts.first?.id)
        let never = FakeTransport()
        let other = try desk(never, tills.second, told)
        let codes = Mutex<[String]>([]), held = Mutex(0)
        let till = try TodaysTill([
            .perform { _ in
                func note(_ ask: () throws -> Void) {
                    do {
                        try ask()
                    } catch let error as PassCultureError {
                        codes.withLock { $0.append(error.code.code) }
                    } catch {
                        codes.withLock { $0.append((error as? OutboxError)?.code.code ?? "\(error)") }
                    }
                }
                note { _ = try other.undoBlocking(code, confirmedBy: ana) }
                note { _ = try other.cancelBlocking(code, confirmedBy: ana) }
                note { _ = try other.confirmBlocking(id, by: "Ana") }
                note { _ = try other.abandonBlocking(id, by: "Ana") }
                note { held.withLock { $0 += (try? other.reconcileBlocking().held) ?? 0 } }
                return .success(TransportResponse(status: 204))
            }
        ])
        #expect(try await till.desk(tills.first).undo(code, ana, way) == .done(.undo))
        #expect(codes.withLock { $0 } == ["under-way", "under-way", "wrong-state", "wrong-state"])
        #expect(held.withLock { $0 } == 1)
        #expect(never.requests.isEmpty)
        #expect(try tills.attempts.map(\.note) == ["undone by Ana"])
        #expect(try tills.attempts.map(\.state) == [.abandoned])
        #expect(!told.all.contains(.journalFailed))
    }

    @Test("keep nothing in hand when they are killed", arguments: Way.allCases, TwoTills.Kind.allCases)
    func killed(way: Way, kind: TwoTills.Kind) async throws {
        let till = try TodaysTill([.answer(.done)])
        let attempt = Attempt(id: 1, till: "1", countermark: till.code, plannedAt: AttemptTests.start)
        let tills = try TwoTills(kind) { store in
            _ = try store.add(attempt, isSent: true, within: nil, at: AttemptTests.start)
            let events: [Attempt.Event] = [.validated, .recalled(.undo, "Béa")]
            _ = try store.advance(1, by: events, if: .inHand, at: AttemptTests.start)
            #expect(try store.openAttempts().map(\.isHeld) == [true])
        }
        #expect(try tills.first.openAttempts().map(\.isHeld) == [false])
        #expect(try await till.desk(tills.first).undo(till.code, try #require(ana), way) == .done(.undo))
        #expect(try tills.attempts.map(\.note) == ["undone by Ana"])
    }

    @Test(
        "can ask again, confirm or give up as soon as it has an end, whatever that is", arguments: Way.allCases,
        TwoTills.Kind.allCases)
    func letGo(way: Way, kind: TwoTills.Kind) async throws {
        let ends: [FakeTransport.Step] = [
            .fail(TransportFailure(.noAnswer)), .fail(TransportFailure(.neverSent)), .answer(.reimbursed),
        ]
        for end in ends {
            let ana = try #require(ana)
            let till = try TodaysTill([end])
            let code = till.code, attempt = Attempt(id: 1, till: "1", countermark: code, plannedAt: AttemptTests.start)
            let tills = try TwoTills(kind) { store in
                _ = try store.add(attempt, isSent: true, within: nil, at: AttemptTests.start)
                _ = try store.advance(1, by: [.lost("no-answer")], if: .inHand, at: AttemptTests.start)
            }
            _ = try? await till.desk(tills.first).undo(code, ana, way)
            #expect(try tills.second.openAttempts().map(\.attempt.recall) == [.undo])
            #expect(try tills.second.openAttempts().map(\.isHeld) == [false])
            let other = try TodaysTill([.fail(TransportFailure(.neverSent))]).desk(tills.second)
            let error = await #expect(throws: PassCultureError.self) { try await other.undo(code, ana, way) }
            #expect(error?.code == .neverSent)
            #expect(try await other.abandon(1, by: "Ana", way).state == .abandoned)
        }
    }
}
