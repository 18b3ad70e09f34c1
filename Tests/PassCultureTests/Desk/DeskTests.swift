// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("A desk with an outbox")
struct DeskTests {
    @Test("validates with one write before the request and one after the answer", arguments: Way.allCases)
    func validated(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        let shop = try Shop(ledger)
        let outcome = try await shop.desk(outbox).validate(shop.code, way, amountCents: 1_250)
        guard case .validated(let validated) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(validated.isAnswered)
        #expect(validated.attempt.state == .confirmed)
        #expect(validated.attempt.amountCents == 1_250)
        #expect(outbox.writes == 2)
        #expect(ledger.patches == 1)
        #expect(outbox.attempts.map(\.state) == [.confirmed])
    }

    @Test("tells a refusal and writes its reason down", arguments: Way.allCases)
    func refused(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        ledger.validateElsewhere()
        let shop = try Shop(ledger)
        guard case .refused(let refusal) = try await shop.desk(outbox).validate(shop.code, way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .alreadyValidated)
        #expect(outbox.attempts.map(\.note) == ["already-validated"])
    }

    @Test("sends nothing when the attempt cannot be written down", arguments: Way.allCases)
    func unwritten(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        outbox.kill(atWrite: 1, .before)
        let shop = try Shop(ledger)
        let error = await #expect(throws: PassCultureError.self) {
            try await shop.desk(outbox).validate(shop.code, way)
        }
        #expect(error?.code == .journalFailed)
        #expect(error?.nothingWasSent == true)
        #expect(ledger.patches == 0)
    }

    @Test("tells what happened even when the end cannot be written down", arguments: Way.allCases)
    func unwrittenEnd(way: Way) async throws {
        let (ledger, outbox) = (Ledger(), MemoryOutbox())
        outbox.kill(atWrite: 2, .before)
        let shop = try Shop(ledger)
        guard case .validated = try await shop.desk(outbox).validate(shop.code, way) else {
            return #expect(Bool(false))
        }
    }

    // MARK: - The lost answer

    @Test(
        "calls a lost answer probable after a check, and unknown without one; nothing is sent twice",
        arguments: Way.allCases)
    func lost(way: Way) async throws {
        for checks in [true, false] {
            let (ledger, outbox) = (Ledger(validations: [.lost]), MemoryOutbox())
            let shop = try Shop(ledger)
            let desk = try shop.desk(outbox)
            if checks { _ = try await desk.check(shop.code, way) }
            let outcome = try await desk.validate(shop.code, way)
            if checks {
                guard case .probable(let probable) = outcome else { return #expect(Bool(false), "\(outcome)") }
                #expect(probable.others == [.anotherTill, .portalDesk, .service])
                #expect(probable.attempt.promotion == nil)
            } else {
                guard case .unknown(let unknown) = outcome else { return #expect(Bool(false), "\(outcome)") }
                #expect(unknown.since == AttemptTests.start)
            }
            #expect(ledger.patches == 1)
            #expect(ledger.validations == 1)
        }
    }

    @Test("calls it unknown when the reading back is lost too, and reconciling finds out", arguments: Way.allCases)
    func lostTwice(way: Way) async throws {
        let ledger = Ledger(validations: [.lost], checks: [.answered, .lost])
        let (shop, outbox) = (try Shop(ledger), MemoryOutbox())
        let desk = try shop.desk(outbox)
        _ = try await desk.check(shop.code, way)
        guard case .unknown = try await desk.validate(shop.code, way) else { return #expect(Bool(false)) }
        let reconciliation = try await desk.reconcile(way)
        #expect(reconciliation.counts == [.probable: 1])
        #expect(ledger.patches == 1)
    }

    @Test("never takes a cancelled booking, or a mere status 410, for its own validation", arguments: Way.allCases)
    func otherReadings(way: Way) async throws {
        for body in [#"{"booking": ["Cette réservation a été annulée"]}"#, "", "<html>Gone</html>"] {
            let transport = FakeTransport([
                .answer(TransportResponse(status: 200, text: #"{"bookingId":"AE"}"#)),
                .fail(TransportFailure(.noAnswer)),
                .answer(TransportResponse(status: 410, text: body)),
            ])
            let (shop, outbox) = (try Shop(transport), MemoryOutbox())
            let desk = try shop.desk(outbox)
            _ = try await desk.check(shop.code, way)
            guard case .unknown = try await desk.validate(shop.code, way) else {
                return #expect(Bool(false), "\(body)")
            }
        }
    }

    @Test("writes down what is sold", arguments: Way.allCases)
    func kind(way: Way) async throws {
        let outbox = MemoryOutbox()
        let shop = try Shop(Ledger())
        _ = try await shop.desk(outbox).validate(shop.code, way, amountCents: 1_250, kind: .show)
        #expect(outbox.attempts.map(\.kind) == [.show] && outbox.attempts.map(\.amountCents) == [1_250])
    }

    @Test("keeps what went astray, says so, and sends it when it reconciles", arguments: Way.allCases)
    func strayed(way: Way) async throws {
        let (ledger, outbox) = (Ledger(validations: [.strayed]), MemoryOutbox())
        let shop = try Shop(ledger)
        let desk = try shop.desk(outbox)
        let outcome = try await desk.validate(shop.code, way)
        guard case .provisional(let provisional) = outcome else { return #expect(Bool(false)) }
        #expect(provisional.cause == .notApplied)
        #expect(outcome.cashier.french.hasSuffix("pas encore prise en compte par le pass Culture."))
        #expect(try await desk.reconcile(way).counts == [.confirmed: 1])
        #expect(ledger.validations == 1)
    }

    // MARK: - Promotion

    @Test("promotes by the ledger, by the vendor's rule and by a person, and records each", arguments: Way.allCases)
    func promotions(way: Way) async throws {
        let policies: [(Desk.Settings.PromotionPolicy, Attempt.Promotion.Ground?, String)] = [
            (.person, nil, ""), (.ledger, .ledger, ""),
            (.vendor(name: "un seul poste", rule: { $0.checkedAt <= $0.sentAt }), .policy, "un seul poste"),
            (.vendor(name: "jamais", rule: { _ in false }), nil, ""),
        ]
        for (policy, ground, name) in policies {
            let (ledger, outbox) = (Ledger(validations: [.lost]), MemoryOutbox())
            let shop = try Shop(ledger, promotion: policy)
            let desk = try shop.desk(outbox)
            _ = try await desk.check(shop.code, way)
            let outcome = try await desk.validate(shop.code, way)
            let stored = try #require(outbox.attempts.first)
            if let ground {
                guard case .validated(let validated) = outcome else { return #expect(Bool(false), "\(outcome)") }
                #expect(!validated.isAnswered)
                #expect(stored.promotion == Attempt.Promotion(ground, name: name, at: AttemptTests.start))
            } else {
                guard case .probable(let probable) = outcome else { return #expect(Bool(false), "\(outcome)") }
                let validated = try await desk.confirm(probable.attempt.id, by: "Ana", way)
                #expect(validated.attempt.promotion?.ground == .person)
                #expect(validated.attempt.promotion?.name == "Ana")
            }
        }
    }

    @Test("takes the word of nobody: without a name nothing is confirmed or abandoned", arguments: Way.allCases)
    func nobodyDecides(way: Way) async throws {
        let (ledger, outbox) = (Ledger(validations: [.lost]), MemoryOutbox())
        let shop = try Shop(ledger)
        let desk = try shop.desk(outbox)
        _ = try await desk.validate(shop.code, way)
        let before = outbox.attempts
        let id = try #require(before.first).id
        for name in ["", " \t", "\u{A0}", "A\u{1}na"] {
            let confirmed = await #expect(throws: OutboxError.self) { try await desk.confirm(id, by: name, way) }
            let abandoned = await #expect(throws: OutboxError.self) { try await desk.abandon(id, by: name, way) }
            #expect([confirmed?.code, abandoned?.code] == [.nobodyDecided, .nobodyDecided])
        }
        #expect(outbox.attempts == before)
        #expect(try await desk.confirm(id, by: " Ana ", way).attempt.promotion?.name == "Ana", "as it is recorded")
    }

    @Test("does not promote by a ledger that shows another attempt", arguments: Way.allCases)
    func otherAttempt(way: Way) async throws {
        let (ledger, outbox) = (Ledger(validations: [.strayed, .lost]), MemoryOutbox())
        let first = try Shop(ledger, till: "caisse 1", promotion: .ledger, number: 1)
        let second = try Shop(ledger, till: "caisse 2", promotion: .ledger, number: 2)
        guard case .provisional(let provisional) = try await first.desk(outbox).validate(first.code, way) else {
            return #expect(Bool(false))
        }
        _ = try await first.desk(outbox).abandon(provisional.attempt.id, by: "Ana", way)
        let desk = try second.desk(outbox)
        _ = try await desk.check(second.code, way)
        guard case .probable = try await desk.validate(second.code, way) else { return #expect(Bool(false)) }
    }

    @Test("refuses a second attempt while one is open or confirmed, whatever its till", arguments: Way.allCases)
    func taken(way: Way) async throws {
        for fates: [Ledger.Fate] in [[.answered], [.lost], [.strayed]] {
            let (ledger, outbox) = (Ledger(validations: fates), MemoryOutbox())
            let shop = try Shop(ledger)
            _ = try await shop.desk(outbox).validate(shop.code, way)
            let other = try Shop(ledger, till: "caisse 2", number: 2)
            let error = await #expect(throws: PassCultureError.self) {
                try await other.desk(outbox).validate(other.code, way)
            }
            #expect(error?.code == .alreadyTaken)
            #expect(ledger.patches == 1)
        }
    }
}
