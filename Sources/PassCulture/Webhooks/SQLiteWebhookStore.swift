// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import Glibc
import SQLite
import Synchronization

/// The store of calls in a file of SQLite on this machine, readable by its owner alone (mode 0600).
///
/// It holds digests and answers, tickets among them, and nothing of the young people. Every change is on the disk when the call returns;
/// several programs may use one file at the same time, and a program that was killed leaves what it was dealing with to the others. Beside
/// the file lie SQLite's `-wal` and `-shm` and a `-lock`. It must not lie on a network drive, nor be the file of an outbox. Close it before
/// a fork, or fork first: a child can use neither it nor its file.
public final class SQLiteWebhookStore: WebhookStore {
    /// `pcWH`, and what brings a file from a version to the next.
    private static let file = StoreFile(
        applicationID: 0x7063_5748,
        migrations: [
            """
            CREATE TABLE calls (
                digest TEXT PRIMARY KEY, holder INTEGER NOT NULL, begun_at INTEGER NOT NULL, status INTEGER, body BLOB
            ) WITHOUT ROWID;
            CREATE INDEX calls_by_time ON calls (begun_at);
            CREATE TABLE instances (number INTEGER PRIMARY KEY AUTOINCREMENT);
            """
        ])

    /// Where the file is.
    public let path: String
    private let opened: Mutex<StoreFile.Opened?>
    /// The process that opened it.
    private let process: pid_t

    /// Opens the store, making it if there is none.
    ///
    /// - Parameter path: Where the file is, or shall be.
    /// - Throws: ``WebhookStoreError``. A file that cannot be used is left as it is.
    public convenience init(path: String) throws(WebhookStoreError) {
        try self.init(path: path, as: getpid())
        // Unlike an outbox's, the log may be written into the file whenever it has grown.
        try change { file throws(SQLiteError) in try file.connection.execute("PRAGMA wal_autocheckpoint=1000") }
    }

    /// Opens the store as the process that is named, which is another than this one only in tests.
    init(path: String, as process: pid_t) throws(WebhookStoreError) {
        self.path = path
        self.process = process
        do throws(StoreFileError) {
            opened = Mutex(try Self.file.open(path, as: process))
        } catch {
            throw WebhookStoreError(error)
        }
    }

    /// Lets go of the file. Whatever is asked afterwards fails with the code ``WebhookStoreError/Code/closed``.
    public func close() {
        guard process == getpid() else { return }
        opened.withLock { $0 = nil }
    }

    /// Takes a call into one's hands; as ``WebhookStore`` has it.
    public func begin(_ digest: WebhookDigest, at now: Instant) throws(WebhookStoreError) -> WebhookClaim {
        try transaction { file throws(SQLiteError) in
            let found = try file.connection.prepare("SELECT holder, status, body FROM calls WHERE digest = ?")
            try found.bind(digest.hexadecimal, at: 1)
            guard try found.step() else {
                let insert = try file.connection.prepare(
                    "INSERT INTO calls (digest, holder, begun_at) VALUES (?, ?, ?)")
                try insert.bind(digest.hexadecimal, at: 1)
                try insert.bind(file.instance, at: 2)
                try insert.bind(now.microseconds, at: 3)
                try insert.run()
                return .first
            }
            if !found.isNull(1) {
                return .answered(WebhookResponse(status: Int(found.integer(1)), body: found.bytes(2)))
            }
            let holder = found.integer(0)
            found.reset()
            guard holder != file.instance, !file.lock.isHeld(holder) else { return .inProgress }
            let take = try file.connection.prepare("UPDATE calls SET holder = ? WHERE digest = ?")
            try take.bind(file.instance, at: 1)
            try take.bind(digest.hexadecimal, at: 2)
            try take.run()
            return .interrupted
        }
    }

    /// Writes down what was answered; as ``WebhookStore`` has it.
    public func finish(_ digest: WebhookDigest, with response: WebhookResponse) throws(WebhookStoreError) {
        try change { file throws(SQLiteError) in
            let statement = try file.connection.prepare(
                "UPDATE calls SET status = ?, body = ? WHERE digest = ? AND holder = ? AND status IS NULL")
            try statement.bind(Int64(response.status), at: 1)
            try statement.bind(response.body, at: 2)
            try statement.bind(digest.hexadecimal, at: 3)
            try statement.bind(file.instance, at: 4)
            try statement.run()
        }
    }

    /// Forgets a call that had no effect; as ``WebhookStore`` has it.
    public func release(_ digest: WebhookDigest) throws(WebhookStoreError) {
        try change { file throws(SQLiteError) in
            let statement = try file.connection.prepare(
                "DELETE FROM calls WHERE digest = ? AND holder = ? AND status IS NULL")
            try statement.bind(digest.hexadecimal, at: 1)
            try statement.bind(file.instance, at: 2)
            try statement.run()
        }
    }

    /// Forgets what is old; the bytes are overwritten.
    public func forget(begunBefore instant: Instant) throws(WebhookStoreError) -> Int {
        let forgotten = try transaction { file throws(SQLiteError) in
            let old = try file.connection.prepare("SELECT digest, holder, status FROM calls WHERE begun_at < ?")
            try old.bind(instant.microseconds, at: 1)
            var digests: [String] = []
            while try old.step() {
                let holder = old.integer(1)
                let isOver = !old.isNull(2) || (holder != file.instance && !file.lock.isHeld(holder))
                if isOver { digests.append(old.text(0)) }
            }
            let delete = try file.connection.prepare("DELETE FROM calls WHERE digest = ?")
            for digest in digests {
                try delete.bind(digest, at: 1)
                try delete.run()
            }
            return digests.count
        }
        if forgotten > 0 {
            try change { file throws(SQLiteError) in _ = try file.connection.pragma("wal_checkpoint(TRUNCATE)") }
        }
        return forgotten
    }

    private func transaction<Value: Sendable>(
        _ body: (StoreFile.Opened) throws(SQLiteError) -> Value
    ) throws(WebhookStoreError) -> Value {
        try change { file throws(SQLiteError) in
            try file.connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in try body(file) }
        }
    }

    private func change<Value: Sendable>(
        _ body: (StoreFile.Opened) throws(SQLiteError) -> Value
    ) throws(WebhookStoreError) -> Value {
        // Before the lock, which a thread of the parent may have held at the fork.
        guard process == getpid() else { throw WebhookStoreError(StoreFileError(.inherited, path)) }
        return try opened.withLock { opened throws(WebhookStoreError) in
            guard let file = opened else { throw WebhookStoreError(.closed) }
            do throws(SQLiteError) {
                try file.connection.checkPlace()
                return try body(file)
            } catch {
                throw WebhookStoreError(StoreFileError(error, path))
            }
        }
    }
}
