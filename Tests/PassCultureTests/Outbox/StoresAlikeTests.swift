// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

/// What is tried on the outbox in memory holds for the one in a file only as far as the two answer alike.
@Suite("The outbox in memory and the one in a file")
struct StoresAlikeTests {
    private static let codes = ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"]
    private static let events: [Attempt.Event] = AttemptTests.events

    /// One thing asked of an outbox.
    private enum Question {
        case add(Attempt, isSent: Bool, OfflineLimits?)
        case advance(UInt64, [Attempt.Event], OutboxCondition)
        case postpone(UInt64, OfflineLimits)
        case erase(Instant)
        case load(DayList)
        case wipe(Instant)
    }

    @Test("answer the same to whatever is asked", arguments: 1...40 as ClosedRange<UInt64>)
    func alike(seed: UInt64) throws {
        let folder = try ScratchFolder()
        let stores: [any OutboxStore] = [MemoryOutbox(), try SQLiteOutbox(path: folder.path("outbox.db"))]
        var random = SeededRandom(seed: seed)
        var now = AttemptTests.start
        for step in 0..<60 {
            now = now + .seconds(Int64.random(in: 0...4_000, using: &random))
            let question = try Self.question(UInt64(step), at: now, seeing: stores[0], &random)
            #expect(
                Self.ask(question, stores[0], now) == Self.ask(question, stores[1], now), "seed \(seed), step \(step)")
            #expect(Self.sight(stores[0]) == Self.sight(stores[1]), "seed \(seed), step \(step)")
        }
    }

    private static func question(
        _ step: UInt64, at now: Instant, seeing seen: any OutboxStore, _ random: inout SeededRandom
    ) throws -> Question {
        let code = try Countermark(codes[Int.random(in: 0..<codes.count, using: &random)])
        let id = UInt64.random(in: 0...step, using: &random)
        let limits = OfflineLimits(count: Int.random(in: 1...3, using: &random), age: .hours(8), amountCents: 2_000)
        switch Int.random(in: 0..<12, using: &random) {
        case 0...3:
            let isSent = Bool.random(using: &random)
            let attempt = Attempt(
                id: step, till: "caisse", countermark: code, amountCents: Int64.random(in: 0...1_500, using: &random),
                plannedAt: now, checkedAt: Bool.random(using: &random) ? now : nil,
                bookingID: Bool.random(using: &random) ? "\(step)" : nil,
                serviceFrom: Bool.random(using: &random) ? now + .hours(1) : nil)
            return .add(attempt, isSent: isSent, isSent ? nil : limits)
        case 4...7:
            let count = Int.random(in: 1...2, using: &random)
            let chosen = (0..<count).map { _ in events[Int.random(in: 0..<events.count, using: &random)] }
            guard Int.random(in: 0..<3, using: &random) == 0 else {
                return .advance(id, chosen, Bool.random(using: &random) ? .inHand : .free)
            }
            // What was read once, and is so still or is not.
            let kept = try? seen.attempts(from: .epoch, to: .latest).first { $0.id == id }
            guard var kept else { return .advance(id, chosen, .free) }
            if Bool.random(using: &random) { try? kept.apply(chosen[0], at: now) }
            return .advance(id, chosen, .unchanged(kept))
        case 8: return .postpone(id, limits)
        case 9: return .erase(now - .hours(Int64.random(in: 0...3, using: &random)))
        case 10:
            let begins = AttemptTests.start + .hours(Int64.random(in: 0...3, using: &random))
            let entry = DayList.Entry(
                countermark: code, offerName: "Hamlet", begins: begins, userName: "S", email: "s@e.fr")
            return .load(DayList(Bool.random(using: &random) ? [entry] : [], of: [entry.show]))
        default: return .wipe(now - .hours(Int64.random(in: 0...20, using: &random)))
        }
    }

    /// What it answers, its error included.
    private static func ask(_ question: Question, _ store: any OutboxStore, _ now: Instant) -> String {
        do throws(OutboxError) {
            switch question {
            case .add(let attempt, let isSent, let limits):
                return told(try store.add(attempt, isSent: isSent, within: limits, at: now))
            case .advance(let id, let events, let condition):
                return told(try store.advance(id, by: events, if: condition, at: now))
            case .postpone(let id, let limits): return told(try store.postpone(id, within: limits, at: now))
            case .erase(let instant): return "\(try store.erase(closedBefore: instant))"
            case .load(let list):
                try store.load(list, at: now)
                return ""
            case .wipe(let instant): return "\(try store.wipeDayLists(begunBefore: instant))"
            }
        } catch {
            return "\(error.code) \(error.detail)"
        }
    }

    /// All that can be seen of it.
    private static func sight(_ store: any OutboxStore) -> [String] {
        do {
            var seen = try store.openAttempts().map { told($0.attempt) + " \($0.isHeld)" }
            seen += try store.attempts(from: .epoch, to: .latest).map(told)
            for text in codes {
                let code = try Countermark(text)
                seen += try store.attempts(of: code).map(told)
                seen.append("\(text) \(try store.entry(of: code)?.begins.iso8601 ?? "-")")
            }
            return seen + ["\(try store.latestInstant()?.iso8601 ?? "-")"]
        } catch {
            return ["\(error)"]
        }
    }

    private static func told(_ addition: OutboxAddition) -> String {
        switch addition {
        case .added(let attempt): "added " + told(attempt)
        case .taken(let attempt): "taken " + told(attempt)
        case .limit(let code): code
        }
    }

    /// Every field, what is hidden from printing included.
    private static func told(_ attempt: Attempt) -> String {
        let times = [
            attempt.plannedAt, attempt.checkedAt, attempt.sentAt, attempt.closedAt, attempt.unknownSince,
            attempt.serviceFrom, attempt.readAt,
        ]
        .map { $0?.iso8601 ?? "-" }
        return
            "\(attempt) \(attempt.sends) \(attempt.countermark?.revealed ?? "-") \(attempt.amountCents ?? 0) \(times) "
            + "\(attempt.note ?? "-") \(attempt.bookingID ?? "-") \(attempt.reading?.rawValue ?? "-") \(attempt.promotion.map { "\($0)" } ?? "-")"
    }
}
