// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import TestSupport
import Testing

@testable import PassCulture

/// A store opened in the name of another process is, here, what a child of that process finds in its memory.
@Suite(.timeLimit(.minutes(1)))
struct ForkedOutboxTests {
    private let parent = getpid() + 1
    private let now = AttemptTests.start

    private func attempt() throws -> Attempt {
        Attempt(
            id: 1, till: "caisse 1", venue: nil, countermark: try Countermark("LYSYU9"), amountCents: 1_250,
            kind: .cinema, plannedAt: now, notBefore: nil, overridesRule: false, checkedAt: nil)
    }

    @Test func `an outbox that was open at the fork is refused to the child, in two languages, and left as it is`()
        throws
    {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        do {
            let before = try SQLiteOutbox(path: path)
            _ = try before.add(try attempt(), isSent: false, within: nil, at: now)
        }
        let inherited = try SQLiteOutbox(path: path, as: parent)
        let names = ["outbox.db", "outbox.db-wal"]
        let bytes = try names.map { try folder.bytes($0) }
        let error = try #require(throws: OutboxError.self) { try SQLiteOutbox(path: path) }
        #expect(error.code == .unreachable)
        #expect(error.detail.hasPrefix("\(path): open already when this process was forked"))
        #expect(error.cashier.english.contains("close every till before fork(), or fork first, or exec"))
        #expect(error.cashier.french.contains("fermez toute caisse avant fork()"))
        // Another file is none of the parent's.
        #expect(try SQLiteOutbox(path: folder.path("other.db")).openAttempts().isEmpty)

        // The object itself neither.
        #expect(throws: error) { try inherited.openAttempts() }
        #expect(throws: OutboxError.self) { try inherited.add(try attempt(), isSent: true, within: nil, at: now) }
        inherited.close()
        #expect(throws: OutboxError.self) { try SQLiteOutbox(path: path) }
        #expect(try names.map { try folder.bytes($0) } == bytes)
    }

    @Test(arguments: Way.allCases)
    func `the cashier at a desk that was open at the fork is told what the till's support must know`(
        way: Way
    ) async throws {
        let folder = try ScratchFolder()
        let inherited = try SQLiteOutbox(path: folder.path("outbox.db"), as: parent)
        let opening = try #require(throws: OutboxError.self) { try SQLiteOutbox(path: folder.path("outbox.db")) }
        let till = try TodaysTill([])
        let desk = try till.desk(inherited)
        let error = await #expect(throws: PassCultureError.self) { try await desk.validate(till.code, way) }
        #expect(error?.code == .journalFailed && error?.outbox?.code == .unreachable)
        #expect(error?.cashier == opening.cashier)
    }

    @Test func `an outbox of another inode under the same name is no longer the parent's`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let inherited = try SQLiteOutbox(path: path, as: parent)
        for name in ["", "-wal", "-shm", "-lock"] { unlink(path + name) }
        let own = try SQLiteOutbox(path: path)
        _ = try own.add(try attempt(), isSent: false, within: nil, at: now)
        #expect(try SQLiteOutbox(path: path).openAttempts().count == 1)
        withExtendedLifetime(inherited) {}
    }

    @Test func `a store of calls that was open at the fork is refused to the child`() throws {
        let folder = try ScratchFolder()
        let path = folder.path("webhooks.db")
        let inherited = try SQLiteWebhookStore(path: path, as: parent)
        let error = try #require(throws: WebhookStoreError.self) { try SQLiteWebhookStore(path: path) }
        #expect(error.code == .unreachable)
        #expect(error.detail.contains("close it before fork(), fork first, or exec"))
        #expect(throws: error) { try inherited.forget(begunBefore: .latest) }
        inherited.close()
        #expect(throws: WebhookStoreError.self) { try SQLiteWebhookStore(path: path) }
    }
}
