// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Synchronization
import Testing

@testable import PassCulture

@Suite("What a person wants back")
struct RecallTests {
    private static let lost = FakeTransport.Step.fail(TransportFailure(.noAnswer))
    private let ana = try? Person(whoConfirmed: "Ana")

    /// How often a validation was sent.
    private func uses(_ till: TodaysTill) -> Int { till.transport.requests.count { $0.url.contains("/use/") } }

    @Test(
        "is never validated by reconciling: the answer to the validation is lost, and that to taking it back too",
        arguments: Way.allCases)
    func bothLost(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking()), Self.lost, Self.lost, Self.lost, .answer(.booking()), .answer(.booking()),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        guard case .unknown = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        guard case .unknown = try await desk.undo(till.code, try #require(ana), way) else {
            return #expect(Bool(false))
        }
        #expect(try await desk.pending().map(\.state) == [.recalled])
        #expect(try await desk.reconcile(way).takenBack == 1)
        #expect(try await desk.reconcile(way).settled.isEmpty)
        #expect(outbox.attempts.map(\.state) == [.abandoned])
        #expect(uses(till) == 1)
    }

    @Test("is closed when the platform says that there is nothing to take back", arguments: Way.allCases)
    func notUsed(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking()), Self.lost, Self.lost, .answer(.notUsed), .answer(.booking()), .answer(.done),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        _ = try await desk.validate(till.code, way)
        // What was sent and lost is given up: that is what was asked for.
        #expect(try await desk.undo(till.code, try #require(ana), way) == .done(.undo))
        #expect(outbox.attempts.map(\.note) == ["undone by Ana"])
        #expect(try await desk.reconcile(way).settled.isEmpty)
        #expect(uses(till) == 1)
    }

    @Test(
        "is done where the validation only waited, and no refusal; of what was validated here it is one",
        arguments: Way.allCases)
    func waiting(way: Way) async throws {
        let till = try TodaysTill([.answer(.notUsed), .answer(.booking()), .answer(.done), .answer(.notUsed)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.validateLater(till.code, LateValidation(.cinema), way)
        #expect(try await desk.undo(till.code, try #require(ana), way) == .done(.undo))
        #expect(outbox.attempts.map(\.state) == [.abandoned])
        #expect(try await desk.pending().isEmpty)
        _ = try await desk.check(till.code, way)
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        // Somebody else took it back before.
        guard case .refused(let refusal) = try await desk.undo(till.code, try #require(ana), way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .notUsed)
        #expect(outbox.attempts.map(\.state) == [.abandoned, .abandoned])
    }

    @Test("is told as what it is where it has no certain end, and not as a lost validation", arguments: Way.allCases)
    func sentence(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking()), Self.lost, .answer(.booking())])
        let desk = try till.desk()
        _ = try await desk.validateLater(till.code, LateValidation(.cinema), way)
        _ = try await desk.cancel(till.code, try #require(ana), way)
        let settled = try await desk.reconcile(way).settled
        #expect(
            settled.map(\.outcome.cashier.french) == [
                "Annulation demandée, non confirmée : rien n'est envoyé à nouveau. Contrôlez l'écran Réservations du pass Culture Pro."
            ])
        #expect(
            settled.map(\.outcome.cashier.english) == [
                "Asked to be taken back, not known to be: nothing is sent again. Check the Réservations screen of pass Culture Pro."
            ])
    }

    @Test("is closed by a check at another till, or after a new start", arguments: Way.allCases)
    func checkedElsewhere(way: Way) async throws {
        let first = try TodaysTill([.answer(.booking()), .answer(.done), Self.lost])
        let outbox = MemoryOutbox()
        let desk = try first.desk(outbox)
        _ = try await desk.check(first.code, way)
        _ = try await desk.validate(first.code, way)
        guard case .unknown = try await desk.undo(first.code, try #require(ana), way) else {
            return #expect(Bool(false))
        }
        let second = try TodaysTill([.answer(.booking()), .answer(.done)])
        let after = try second.desk(outbox.restarted())
        guard case .valid = try await after.check(second.code, way) else { return #expect(Bool(false)) }
        #expect(try await after.pending().isEmpty)
        guard case .validated = try await after.validate(second.code, way) else { return #expect(Bool(false)) }
    }

    @Test(
        "goes on waiting as it did where the platform says no or nothing left, and is sent", arguments: Way.allCases)
    func resumed(way: Way) async throws {
        let noes: [(Reversal.Kind, FakeTransport.Step)] = [
            (.undo, .answer(.activationCode)), (.cancel, .answer(.tooLateToCancel)),
            (.undo, .answer(.reimbursed)), (.undo, .answer(.keyRefused)), (.cancel, .answer(.keyRefused)),
            (.undo, .fail(TransportFailure(.neverSent))), (.cancel, .fail(TransportFailure(.neverSent))),
        ]
        for (kind, no) in noes {
            let till = try TodaysTill([.answer(.booking()), no, .answer(.done)])
            let outbox = MemoryOutbox(), ana = try #require(ana)
            let desk = try till.desk(outbox)
            _ = try await desk.check(till.code, way)
            _ = try await desk.validateLater(till.code, LateValidation(.cinema), way)
            let waiting = outbox.attempts
            let said: CashierSentence
            do {
                let told = try await kind == .undo ? desk.undo(till.code, ana, way) : desk.cancel(till.code, ana, way)
                said = told.cashier
            } catch let error as PassCultureError {
                said = error.cashier
            }
            #expect(said.french.hasSuffix(". \(CashierSentence.stillWaits.french)"), "\(said)")
            #expect(said.english.hasSuffix(". \(CashierSentence.stillWaits.english)"))
            #expect(outbox.attempts == waiting)
            #expect(outbox.notes.count == 1)
            #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
            #expect(uses(till) == 1)
        }
    }

    @Test("goes on waiting where there is still no line: what was sold without one", arguments: Way.allCases)
    func offline(way: Way) async throws {
        let never = FakeTransport.Step.fail(TransportFailure(.neverSent))
        let till = try TodaysTill([never, never, .answer(.booking()), .answer(.done)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox, Desk.Settings(offline: .store(OfflineLimits())))
        guard case .provisional = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        let error = await #expect(throws: PassCultureError.self) {
            try await desk.undo(till.code, try #require(ana), way)
        }
        #expect(error?.code == .neverSent)
        #expect(
            error?.cashier.french
                == "Rien n'a été envoyé : vérifiez la connexion, puis réessayez. La validation attend toujours dans la "
                + "caisse et sera envoyée : abandonnez-la si l'article n'a pas été remis.")
        #expect(try await desk.pending().map(\.state) == [.planned])
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
    }

    @Test("is not sent where it waited, once the cancellation is done or may be, and stays to be looked at")
    func cancelled() async throws {
        let ends: [(FakeTransport.Step, Attempt.State)] = [
            (Self.lost, .recalled), (.answer(.alreadyCancelled), .abandoned), (.answer(.done), .abandoned),
        ]
        for way in Way.allCases {
            for (step, state) in ends {
                let till = try TodaysTill([.answer(.booking()), step, .answer(.booking()), .answer(.done)])
                let outbox = MemoryOutbox()
                let desk = try till.desk(outbox)
                _ = try await desk.validateLater(till.code, LateValidation(.cinema), way)
                _ = try? await desk.cancel(till.code, try #require(ana), way)
                #expect(outbox.attempts.map(\.state) == [state])
                _ = try await desk.reconcile(way)
                #expect(uses(till) == 0)
                #expect(outbox.attempts.map(\.state) == [state])
                #expect(try await desk.pending().count == (state == .recalled ? 1 : 0))
                if state == .recalled { _ = try await desk.abandon(outbox.attempts[0].id, by: "Ana", way) }
            }
        }
    }

    @Test("may be what a crash interrupted", arguments: Way.allCases)
    func interrupted(way: Way) async throws {
        let before = MemoryOutbox()
        before.kill(atWrite: 2, .before)
        let dying = try TodaysTill([.answer(.booking()), .answer(.done)])
        let desk = try dying.desk(before)
        _ = try await desk.check(dying.code, way)
        _ = try await desk.validate(dying.code, way)
        let outbox = before.restarted()
        #expect(outbox.attempts.map(\.state) == [.sent])
        let till = try TodaysTill([.answer(.done)])
        #expect(try await till.desk(outbox).undo(till.code, try #require(ana), way) == .done(.undo))
        #expect(outbox.attempts.map(\.state) == [.abandoned])
    }

    @Test("is not what is being sent at this moment: nothing is asked for")
    func underWay() throws {
        let held = Mutex<Desk?>(nil), told = Mutex<PassCultureError?>(nil)
        let code = try Countermark("LYSYU9"), ana = try #require(ana)
        let till = try TodaysTill([
            .answer(.booking()),
            .perform { _ in
                do throws(PassCultureError) {
                    _ = try held.withLock { $0 }?.undoBlocking(code, confirmedBy: ana)
                } catch {
                    told.withLock { $0 = error }
                }
                return .success(TransportResponse(status: 204))
            },
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        held.withLock { $0 = desk }
        _ = try desk.checkBlocking(code)
        guard case .validated = try desk.validateBlocking(code) else { return #expect(Bool(false)) }
        #expect(told.withLock { $0 }?.code == .underWay)
        #expect(till.transport.requests.count == 2)
        #expect(outbox.attempts.map(\.state) == [.confirmed])
    }

    @Test("is known to be wanted after a power cut, and not raised to validated by a ledger", arguments: Way.allCases)
    func powerCut(way: Way) async throws {
        let before = MemoryOutbox()
        let first = try TodaysTill([.answer(.booking(id: 42)), .answer(.done), .answer(.done)])
        let desk = try first.desk(before)
        _ = try await desk.check(first.code, way)
        _ = try await desk.validate(first.code, way)
        before.kill(atWrite: 4, .before)
        #expect(try await desk.undo(first.code, try #require(ana), way) == .done(.undo))
        let outbox = before.restarted()
        #expect(outbox.attempts.map(\.recall) == [.undo])
        let second = try TodaysTill([.answer(.alreadyValidated), .answer(.page([42])), .answer(.booking())])
        let after = try second.desk(outbox, Desk.Settings(promotion: .ledger))
        #expect(try await after.reconcile(way).counts == [.unknown: 1])
        #expect(outbox.attempts.map(\.state) == [.recalled])
        #expect(try await after.reconcile(way).takenBack == 1)
        #expect(uses(second) == 0)
    }
}
