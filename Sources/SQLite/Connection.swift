// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Glibc

/// A connection to a database in a file, for one thread at a time.
///
/// It waits for nobody: a file that another connection holds is an error at once, for the caller to put into words.
package final class Connection {
    /// How a file is opened.
    package enum Access: Sendable, Hashable {
        /// To read alone; the file must exist.
        case readOnly
        /// To read and write; the file must exist.
        case readWrite
        /// To read and write a file that is made if there is none.
        case create

        fileprivate var flags: Int32 {
            switch self {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        }
    }

    let handle: OpaquePointer
    private var isClosed = false
    /// The process that opened it.
    private let process: pid_t
    /// What counts the file as open in it.
    private let entry: OpenFiles.Entry?
    /// The log and its index beside the file, as ``rememberPlace()`` found them.
    var beside: (log: FileIdentity?, index: FileIdentity?)?
    /// What begins and what ends a transaction, prepared by the first one.
    private var begin: OpaquePointer?
    private var commit: OpaquePointer?

    /// Opens a file; nothing of it is read yet.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - access: How it is opened.
    ///   - process: The process that opens it; this one unless told, in tests.
    /// - Throws: also when this process inherited the file open from one that forked it (``SQLiteError/inherited``).
    package init(path: String, access: Access, as process: Int32? = nil) throws(SQLiteError) {
        let process = process ?? getpid()
        // Before SQLite opens it, so that no child is forked in between that does not know.
        let known = try Self.enter(path, as: process)
        var opened: OpaquePointer?
        // Our own threads see to it that a connection is used by one at a time.
        let code = sqlite3_open_v2(path, &opened, access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            let error = SQLiteError(opened, code)
            sqlite3_close_v2(opened)
            known?.close(by: process)
            throw error
        }
        handle = opened
        self.process = process
        // A file that was not there is now.
        entry = known ?? (try? Self.enter(path, as: process))
    }

    deinit {
        close()
        entry?.close(by: getpid())
    }

    private static func enter(_ path: String, as process: pid_t) throws(SQLiteError) -> OpenFiles.Entry? {
        guard let file = FileIdentity(of: path) else { return nil }
        guard let entry = OpenFiles.shared.open(file, by: process) else { throw .inherited }
        return entry
    }

    /// Lets go of the file, once the last of its statements is gone. Nothing may be asked of it afterwards. In a child of the process that
    /// opened it, the file is left alone.
    package func close() {
        guard !isClosed, process == getpid() else { return }
        isClosed = true
        sqlite3_finalize(begin)
        sqlite3_finalize(commit)
        sqlite3_close_v2(handle)
    }

    /// Where its file is, links followed.
    package var path: String { sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? "" }

    /// The version of the SQLite that is linked, such as 3040001.
    package static var version: Int { Int(sqlite3_libversion_number()) }

    /// Whether the SQLite that is linked may be used from several threads.
    package static var isThreadSafe: Bool { sqlite3_threadsafe() != 0 }

    /// Runs statements that answer nothing.
    package func execute(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteError(handle, code) }
    }

    /// Prepares one statement.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        try Statement(sql, on: self)
    }

    /// Does all or nothing: what `body` wrote is undone if it throws, or if it cannot be committed.
    package func transaction<Value, Failure: Error>(
        wrapping wrap: (SQLiteError) -> Failure, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        func run(_ sql: String, keeping prepared: inout OpaquePointer?) throws(Failure) {
            do throws(SQLiteError) { try self.run(sql, keeping: &prepared) } catch { throw wrap(error) }
        }
        try run("BEGIN IMMEDIATE", keeping: &begin)
        do throws(Failure) {
            let value = try body()
            try run("COMMIT", keeping: &commit)
            return value
        } catch {
            // It is undone already where the trouble itself undid it.
            if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
            throw error
        }
    }

    /// Runs a statement that answers nothing, prepared by its first use.
    private func run(_ sql: String, keeping prepared: inout OpaquePointer?) throws(SQLiteError) {
        if prepared == nil {
            let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
            guard code == SQLITE_OK else { throw SQLiteError(handle, code) }
        }
        defer { sqlite3_reset(prepared) }
        let code = sqlite3_step(prepared)
        guard code == SQLITE_DONE else { throw SQLiteError(handle, code) }
    }

    /// The number that a pragma reads.
    package func pragma(_ name: String) throws(SQLiteError) -> Int64 {
        let statement = try prepare("PRAGMA \(name)")
        return try statement.step() ? statement.integer(0) : 0
    }

    /// Sets a pragma and reads it back, since SQLite says nothing of one that it does not follow.
    ///
    /// - Throws: also when it reads otherwise afterwards.
    package func setPragma(_ name: String, to value: String, reading expected: String) throws(SQLiteError) {
        try execute("PRAGMA \(name)=\(value)")
        let statement = try prepare("PRAGMA \(name)")
        let read = try statement.step() ? statement.text(0) : ""
        guard read == expected else {
            throw SQLiteError(code: SQLITE_ERROR, message: "PRAGMA \(name) is \(read), not \(expected)")
        }
    }

    /// Whether the write-ahead log stays as it is when the connection closes, where SQLite would write it into the database: for
    /// whoever only wants to look, and for files that seem damaged.
    package func keepLogOnClose(_ keeps: Bool) {
        _ = passculture_sqlite_keep_log_on_close(handle, keeps ? 1 : 0)
    }

    /// What SQLite finds wrong with the file's own structure; nothing if it is in order.
    package func structuralDamage() throws(SQLiteError) -> String? {
        let statement = try prepare("PRAGMA integrity_check(1)")
        guard try statement.step() else { return nil }
        let text = statement.text(0)
        return text == "ok" ? nil : text
    }
}
