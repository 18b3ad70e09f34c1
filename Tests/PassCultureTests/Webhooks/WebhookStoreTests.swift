// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCultureTesting
import SQLite
import TestSupport
import Testing

@testable import PassCulture

@Suite("The store of calls")
struct WebhookStoreTests {
    private static let now = Instant(microseconds: 1_772_388_000_000_000)
    private static let digests = ["a", "b", "c"].map {
        WebhookDigest(hexadecimal: String(repeating: $0, count: 64))
    }
    private static let answer = WebhookResponse(status: 200, body: Array(#"{"remainingQuantity":8}"#.utf8))

    private func make(_ kind: String, in folder: ScratchFolder) throws -> any WebhookStore {
        kind == "memory" ? MemoryWebhookStore() : try SQLiteWebhookStore(path: folder.path("webhooks.db"))
    }

    @Test(
        "gives a call to one, keeps what was answered, and forgets what had no effect", arguments: ["memory", "file"])
    func life(kind: String) throws {
        let folder = try ScratchFolder()
        let store = try make(kind, in: folder), (first, second) = (Self.digests[0], Self.digests[1])
        #expect(try store.begin(first, at: Self.now) == .first)
        #expect(try store.begin(first, at: Self.now) == .inProgress)
        #expect(try store.begin(second, at: Self.now) == .first)
        try store.finish(first, with: Self.answer)
        #expect(try store.begin(first, at: Self.now) == .answered(Self.answer))
        // What was answered stays so.
        try store.finish(first, with: WebhookResponse(status: 204))
        try store.release(first)
        #expect(try store.begin(first, at: Self.now) == .answered(Self.answer))
        try store.release(second)
        #expect(try store.begin(second, at: Self.now) == .first)
    }

    @Test("forgets what is old, and not what is being dealt with", arguments: ["memory", "file"])
    func forgetting(kind: String) throws {
        let folder = try ScratchFolder()
        let store = try make(kind, in: folder)
        for (index, digest) in Self.digests.enumerated() {
            _ = try store.begin(digest, at: Self.now + .seconds(Int64(index)))
        }
        try store.finish(Self.digests[0], with: Self.answer)
        try store.finish(Self.digests[2], with: WebhookResponse(status: 204))
        #expect(try store.forget(begunBefore: Self.now) == 0)
        #expect(try store.forget(begunBefore: Self.now + .seconds(2)) == 1)
        #expect(try store.begin(Self.digests[0], at: Self.now) == .first)
        #expect(try store.begin(Self.digests[1], at: Self.now) == .inProgress)
        #expect(try store.begin(Self.digests[2], at: Self.now) == .answered(WebhookResponse(status: 204)))
    }

    @Test("in a file outlives the program, tells the living from the dead, and is readable by its owner alone")
    func file() throws {
        let folder = try ScratchFolder()
        let path = folder.path("webhooks.db")
        let other = try SQLiteWebhookStore(path: path)
        do {
            let store = try SQLiteWebhookStore(path: path)
            _ = try store.begin(Self.digests[0], at: Self.now)
            _ = try store.begin(Self.digests[1], at: Self.now)
            try store.finish(Self.digests[0], with: Self.answer)
            #expect(try other.begin(Self.digests[1], at: Self.now) == .inProgress)
            // Nor does another take it out of its hands.
            try other.release(Self.digests[1])
            try other.finish(Self.digests[1], with: Self.answer)
            #expect(try other.begin(Self.digests[1], at: Self.now) == .inProgress)
            for name in ["", "-wal", "-shm", "-lock"] {
                var status = stat()
                #expect(stat(path + name, &status) == 0, "\(name)")
                #expect(status.st_mode & 0o777 == 0o600, "\(name)")
            }
        }
        #expect(try other.begin(Self.digests[0], at: Self.now) == .answered(Self.answer))
        #expect(try other.begin(Self.digests[1], at: Self.now) == .interrupted)
        #expect(try other.begin(Self.digests[1], at: Self.now) == .inProgress)
        other.close()
        let error = #expect(throws: WebhookStoreError.self) { try other.begin(Self.digests[2], at: Self.now) }
        #expect(error?.code == .closed)
        #expect(try SQLiteWebhookStore(path: path).forget(begunBefore: Self.now + .seconds(1)) == 2)
    }

    @Test("in a file forgets answers to the last byte")
    func erased() throws {
        let folder = try ScratchFolder()
        let store = try SQLiteWebhookStore(path: folder.path("webhooks.db"))
        _ = try store.begin(Self.digests[0], at: Self.now)
        try store.finish(Self.digests[0], with: WebhookResponse(status: 200, body: Array("ZQXJKV".utf8)))
        #expect(try store.forget(begunBefore: .latest) == 1)
        for name in ["webhooks.db", "webhooks.db-wal"] {
            #expect(!(try folder.bytes(name)).contains("ZQXJKV".utf8), "\(name)")
        }
    }

    @Test("leaves a file alone that is an outbox, newer, damaged or out of reach, and names it")
    func unusable() throws {
        let folder = try ScratchFolder()
        func refusal(_ path: String) -> WebhookStoreError? {
            do throws(WebhookStoreError) {
                _ = try SQLiteWebhookStore(path: path)
                return nil
            } catch {
                return error
            }
        }
        let outbox = folder.path("outbox.db")
        _ = try SQLiteOutbox(path: outbox)
        #expect(refusal(outbox)?.code == .notOurs)
        #expect(refusal(outbox)?.detail.contains(outbox) == true)
        let newer = folder.path("webhooks.db")
        _ = try SQLiteWebhookStore(path: newer)
        let error = #expect(throws: OutboxError.self) { try SQLiteOutbox(path: newer) }
        #expect(error?.code == .notOurs)
        do { try Connection(path: newer, access: .readWrite).execute("PRAGMA user_version=99") }
        #expect(refusal(newer)?.code == .newer)
        try folder.write("text.db", Array("Bonjour, ceci n'est pas une base de données du tout.".utf8))
        #expect(refusal(folder.path("text.db"))?.code == .damaged)
        #expect(refusal(folder.path("no/such/folder.db"))?.code == .unreachable)
    }

    /// The rights of a file; nothing if there is none.
    private static func rights(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    @Test("leaves the rights of a file that is not its own, and takes other people's from one that is")
    func rights() throws {
        let folder = try ScratchFolder()
        let shop = folder.path("shop.db")
        try folder.write("shop.db", [])
        do { try Connection(path: shop, access: .readWrite).execute("CREATE TABLE books (ean TEXT)") }
        chmod(shop, 0o664)
        let error = #expect(throws: WebhookStoreError.self) { try SQLiteWebhookStore(path: shop) }
        #expect(error?.code == .notOurs)
        #expect(Self.rights(shop) == 0o664)
        #expect(Self.rights(shop + "-lock") == nil)
        let ours = folder.path("webhooks.db")
        try SQLiteWebhookStore(path: ours).close()
        chmod(ours, 0o664)
        let store = try SQLiteWebhookStore(path: ours)
        for name in ["", "-wal", "-shm"] { #expect(Self.rights(ours + name) == 0o600, "\(name)") }
        _ = try store.begin(Self.digests[0], at: Self.now)
    }
}
