// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import TestSupport
import Testing

@testable import PassCulture

@Suite("What cannot be committed")
struct BrokenDiskTests {
    private static let now = AttemptTests.start
    private static let asked: [Attempt.Event] = [.lost("interrupted"), .recalled(.undo, "Ana")]

    private let folder: ScratchFolder
    /// Two on one file, as two programs have it; the first one's disk breaks.
    private let till: SQLiteOutbox, other: SQLiteOutbox

    /// The first till sends an attempt.
    init() throws {
        folder = try ScratchFolder()
        till = try SQLiteOutbox(path: folder.path("outbox.db"))
        other = try SQLiteOutbox(path: folder.path("outbox.db"))
        let attempt = Attempt(id: 1, till: "caisse", countermark: try Countermark("LYSYU9"), plannedAt: Self.now)
        _ = try till.add(attempt, isSent: true, within: nil, at: Self.now)
    }

    /// Fails to write something down.
    private func fail(_ write: () throws -> Void) {
        till.letCommits(fail: true)
        #expect(throws: OutboxError.self) { try write() }
        till.letCommits(fail: false)
    }

    private var heldByTill: [Bool] { get throws { try till.openAttempts().map(\.isHeld) } }
    private var heldByOther: [Bool] { get throws { try other.openAttempts().map(\.isHeld) } }

    @Test("is undone: neither an end that was lost nor asking for it anew leaves the attempt in the till's hands")
    func takenAndUndone() throws {
        fail { _ = try till.advance(1, by: [.validated], if: .inHand, at: Self.now) }
        let kept = try #require(try till.openAttempts().first)
        #expect(!kept.isHeld)
        fail { _ = try till.advance(1, by: Self.asked, if: .unchanged(kept.attempt), at: Self.now) }
        #expect(try till.openAttempts() == [kept])
        let recalled = try till.advance(1, by: Self.asked, if: .unchanged(kept.attempt), at: Self.now)
        #expect(recalled.state == .recalled)
        #expect(try heldByTill == [true])
    }

    @Test("leaves what a till has in hand there, when it is something else")
    func somethingElse() throws {
        fail { try till.note("asked", on: 1, at: Self.now) }
        fail { _ = try till.advance(1, by: [.validated], if: .free, at: Self.now) }
        #expect(try heldByTill == [true])
        #expect(try heldByOther == [true])
    }

    @Test("is in nobody's hands for another till as soon as this one has written anything")
    func letGo() throws {
        fail { _ = try till.advance(1, by: [.validated], if: .inHand, at: Self.now) }
        #expect(try heldByOther == [true])
        fail { try till.note("asked", on: 9, at: Self.now) }
        #expect(try heldByOther == [true])
        try till.note("asked", on: 9, at: Self.now)
        #expect(try heldByOther == [false])
        #expect(try other.advance(1, by: Self.asked, if: .free, at: Self.now).state == .recalled)
        // Nor does it take from another till what that has taken since.
        try till.note("asked", on: 9, at: Self.now)
        #expect(try heldByTill == [true])
        #expect(try heldByOther == [true])
    }

    @Test("is let go of for another till too when it could be kept for later no more")
    func postponed() throws {
        fail { _ = try till.postpone(1, within: OfflineLimits(), at: Self.now) }
        #expect(try heldByTill == [false])
        try till.note("asked", on: 9, at: Self.now)
        #expect(try heldByOther == [false])
    }

    @Test("is in the till's hands again once it has taken it anew")
    func takenAnew() throws {
        fail { _ = try till.advance(1, by: [.validated], if: .inHand, at: Self.now) }
        _ = try till.advance(1, by: Self.asked, if: .free, at: Self.now)
        try till.note("asked", on: 9, at: Self.now)
        #expect(try heldByTill == [true])
        #expect(try heldByOther == [true])
    }
}
