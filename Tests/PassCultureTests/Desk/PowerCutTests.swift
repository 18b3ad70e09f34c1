// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

/// The till is killed at every single write of its outbox, in every order of two tills, with every answer lost that can be.
@Suite("Whatever is killed or lost")
struct PowerCutTests {
    private static let policies: [(String, Desk.Settings.PromotionPolicy)] = [("person", .person), ("ledger", .ledger)]

    /// What a till believes is what the platform knows, or it says that it does not know.
    private static func expectTruth(_ attempts: [Attempt], _ ledger: Ledger, _ story: String) {
        #expect(ledger.validations <= 1, "\(story)")
        let confirmed = attempts.filter { $0.state == .confirmed }
        #expect(confirmed.count <= 1, "two tills believe that it was them: \(story)")
        if !confirmed.isEmpty { #expect(ledger.validations == 1, "\(story)") }
        for attempt in attempts where attempt.state == .probable { #expect(attempt.hasEvidence, "\(story)") }
    }

    @Test(
        "at any write, one till: after reconciling it knows the truth or says that it does not", arguments: Way.allCases
    )
    func everyWrite(way: Way) async throws {
        var stories = 0
        for (name, policy) in Self.policies {
            for fate in Ledger.Fate.allCases {
                for reading in [Ledger.Fate.answered, .lost] {
                    for write in 1...4 {
                        for moment in MemoryOutbox.Moment.allCases {
                            let story = "\(name), \(fate), read back \(reading), killed \(moment) write \(write)"
                            let ledger = Ledger(validations: [fate], checks: [.answered, reading])
                            let outbox = MemoryOutbox()
                            let shop = try Shop(ledger, offline: .store(OfflineLimits()), promotion: policy)
                            let desk = try shop.desk(outbox)
                            _ = try await desk.check(shop.code, way)
                            outbox.kill(atWrite: write, moment)
                            let seen = try? await desk.validate(shop.code, way)
                            let survivor = outbox.restarted()
                            if ledger.patches > 0 {
                                #expect(survivor.attempts.count == 1, "sent and not written down: \(story)")
                            }
                            _ = try await shop.desk(survivor).reconcile(way)
                            Self.expectTruth(survivor.attempts, ledger, story)
                            if case .validated = seen { #expect(ledger.validations == 1, "\(story)") }
                            // What was written down and could be sent is not forgotten.
                            for _ in 0..<3 { _ = try await shop.desk(survivor).reconcile(way) }
                            #expect(survivor.attempts.first?.state != .planned, "\(story)")
                            stories += 1
                        }
                    }
                }
            }
        }
        #expect(stories == 2 * 4 * 2 * 4 * 2)
    }

    /// One till's validation, one step at a time.
    private struct Steps {
        var machine: DeskMachine
        var input = DeskInput.begin
        var outcome: Result<Outcome, PassCultureError>?
        let loop: DeskLoop

        mutating func step() throws {
            let now = loop.settings.now()
            let action = machine.next(input)
            do {
                switch action {
                case .add(let attempt): input = .added(try loop.store.add(attempt, isSent: true, within: nil, at: now))
                case .advance(let id, let events, let condition):
                    input = .advanced(try loop.store.advance(id, by: events, if: condition, at: now))
                case .postpone(let id, let limits):
                    input = .advanced(try loop.store.postpone(id, within: limits, at: now))
                case .dayList(let attempt): input = .looked(try loop.isKnownAsUsed(attempt))
                case .ledger(let code): input = .ledger(try loop.store.attempts(of: code))
                case .validate(let code):
                    input = .validated(try loop.exchanges.validateBlocking(loop.call(.validate, code)))
                case .verify(let code): input = .verified(try loop.exchanges.verifyBlocking(loop.call(.verify, code)))
                case .compare, .look: Issue.record("the edition of 2018 has neither other venues nor lists")
                case .done(let outcome): self.outcome = outcome
                }
            } catch let error as OutboxError {
                input = .outboxFailed(error)
            } catch let error as PassCultureError {
                input = .fault(error)
            }
        }
    }

    @Test("in every order of two tills that validate the same code, with one outbox or two: never two validated")
    func interleavings() throws {
        var stories = 0
        for (name, policy) in Self.policies {
            for isShared in [true, false] {
                // With two outboxes the vendor may not declare the ledger to be everybody's.
                if !isShared, name == "ledger" { continue }
                for first in [Ledger.Fate.answered, .lost, .strayed] {
                    for second in [Ledger.Fate.answered, .lost, .strayed] {
                        for order in Self.orders(of: name == "ledger" ? 7 : 6) {
                            try play(
                                policy, isShared, [first, second], order,
                                "\(name) \(isShared) \(first) \(second) \(order)")
                            stories += 1
                        }
                    }
                }
            }
        }
        #expect(stories == 9 * (2 * 924 + 3_432))
    }

    private func play(
        _ policy: Desk.Settings.PromotionPolicy, _ isShared: Bool, _ fates: [Ledger.Fate], _ order: UInt32,
        _ story: String
    ) throws {
        let ledger = Ledger(validations: fates)
        let outboxes = isShared ? Array(repeating: MemoryOutbox(), count: 2) : [MemoryOutbox(), MemoryOutbox()]
        var tills: [Steps] = []
        for number in 0..<2 {
            let shop = try Shop(ledger, till: "caisse \(number)", promotion: policy, number: UInt64(number + 1))
            let desk = try shop.desk(outboxes[number])
            // Both checked the code before, and found it valid.
            let attempt = Attempt(
                id: UInt64(number + 1), till: shop.settings.till, countermark: shop.code, plannedAt: shop.time.now,
                checkedAt: shop.time.now)
            tills.append(Steps(machine: DeskMachine(attempt, isNew: true, shop.settings), loop: desk.loop))
        }
        for turn in 0..<14 {
            let till = Int(order >> UInt32(turn) & 1)
            if tills[till].outcome == nil { try tills[till].step() }
        }
        for till in 0..<2 { while tills[till].outcome == nil { try tills[till].step() } }
        let attempts = isShared ? outboxes[0].attempts : outboxes.flatMap(\.attempts)
        Self.expectTruth(attempts, ledger, story)
        let validated = tills.filter { if case .success(.validated) = $0.outcome { true } else { false } }
        #expect(validated.count <= 1, "\(story)")
    }

    /// Every order in which two tills take so many turns each.
    private static func orders(of turns: Int) -> [UInt32] {
        (0..<(UInt32(1) << UInt32(2 * turns))).filter { $0.nonzeroBitCount == turns }
    }
}
