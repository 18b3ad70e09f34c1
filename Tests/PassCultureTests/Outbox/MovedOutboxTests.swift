// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import TestSupport
import Testing

@testable import PassCulture

/// A store whose file somebody takes away while a program has it open.
struct MovedOutboxTests {
    private let now = AttemptTests.start
    private let folder: ScratchFolder
    private var path: String { folder.path("outbox.db") }

    init() throws { folder = try ScratchFolder() }

    private func attempt(_ id: UInt64, _ countermark: String) throws -> Attempt {
        Attempt(id: id, till: "caisse", countermark: try Countermark(countermark), plannedAt: now)
    }

    @Test(arguments: ["removed", "moved", "replaced"])
    func `an outbox whose file is gone writes nothing more down, so that nothing is sent`(how: String) throws {
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try attempt(1, "LYSYU9"), isSent: true, within: nil, at: now)
        switch how {
        case "removed": unlink(path)
        case "moved": rename(path, folder.path("elsewhere.db"))
        default:
            for name in ["", "-wal", "-shm", "-lock"] { unlink(path + name) }
            _ = try SQLiteOutbox(path: path)
        }
        for _ in 0..<2 {
            let error = try #require(throws: OutboxError.self) {
                try outbox.add(try attempt(2, "AAAAAA"), isSent: true, within: nil, at: now)
            }
            #expect(error.code == .unreachable)
            #expect(error.detail.contains("was moved or removed since it was opened"))
        }
        // What it knows it still tells, and what it had in hand it has no more.
        #expect(throws: OutboxError.self) { try outbox.advance(1, by: [.validated], if: .inHand, at: now) }
        #expect(try outbox.openAttempts().map(\.attempt.countermark?.revealed) == ["LYSYU9"])
        #expect(try outbox.openAttempts().map(\.isHeld) == [false])
    }

    @Test func `an outbox whose log is gone loses nothing of what was in it`() throws {
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try attempt(1, "LYSYU9"), isSent: true, within: nil, at: now)
        unlink(path + "-wal")
        let error = try #require(throws: OutboxError.self) {
            try outbox.add(try attempt(2, "AAAAAA"), isSent: true, within: nil, at: now)
        }
        #expect(error.code == .unreachable)
        // As after a crash: another connection finds what the file holds.
        let found = try SQLiteOutbox(path: path)
        #expect(try found.openAttempts().map(\.attempt.countermark?.revealed) == ["LYSYU9"])
        withExtendedLifetime(outbox) {}
    }

    @Test(arguments: [["-wal", "-shm"], ["-shm"]])
    func `an outbox beside which another program has another log or index writes nothing more down`(gone: [String])
        throws
    {
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try attempt(1, "LYSYU9"), isSent: true, within: nil, at: now)
        // What was there keeps its number as long as it has a name.
        for ending in gone {
            rename(path + ending, folder.path("old\(ending)"))
            try folder.write("outbox.db\(ending)", [])
        }
        for _ in 0..<2 {
            let error = try #require(throws: OutboxError.self) {
                try outbox.add(try attempt(2, "AAAAAA"), isSent: true, within: nil, at: now)
            }
            #expect(error.code == .unreachable)
        }
        for ending in gone { rename(folder.path("old\(ending)"), path + ending) }
        _ = try outbox.add(try attempt(2, "AAAAAA"), isSent: true, within: nil, at: now)
        #expect(try outbox.openAttempts().count == 2)
    }

    @Test func `an outbox that was opened through a link outlives the link`() throws {
        let outbox = try SQLiteOutbox(path: path)
        let link = folder.path("link.db")
        #expect(symlink(path, link) == 0)
        let linked = try SQLiteOutbox(path: link)
        unlink(link)
        for (number, store) in [outbox, linked].enumerated() {
            _ = try store.add(
                try attempt(UInt64(number + 1), "AAAAA\(number + 2)"), isSent: false, within: nil, at: now)
        }
        #expect(try outbox.openAttempts().count == 2)
    }

    @Test func `a store of calls whose file is gone takes no call`() throws {
        let store = try SQLiteWebhookStore(path: path)
        let digest = WebhookDigest(hexadecimal: String(repeating: "1", count: 64))
        #expect(try store.begin(digest, at: now) == .first)
        unlink(path)
        let error = #expect(throws: WebhookStoreError.self) {
            try store.finish(digest, with: WebhookResponse(status: 201, body: []))
        }
        #expect(error?.code == .unreachable)
    }
}
