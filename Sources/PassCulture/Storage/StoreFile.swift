// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// A file of SQLite in which a store of ours keeps what it must not forget: its rights, its schema, its version.
///
/// It is readable by its owner alone, every change is on the disk when it is committed, and several programs may use it at the same
/// time. Beside it lies a `-lock`, by which the living are told from the dead.
struct StoreFile {
    /// What is open.
    struct Opened {
        let connection: Connection
        let lock: InstanceLock
        /// The number whose lock is held while this is open.
        let instance: Int64
    }

    /// What tells the file from any other of SQLite.
    let applicationID: Int64
    /// What brings a file from a version to the next: the first makes an empty file one of version 1, with a table of `instances`.
    let migrations: [String]

    /// Opens the file, made and brought up to date where that is needed.
    ///
    /// - Parameters:
    ///   - path: Where it is, or shall be.
    ///   - process: The process that opens it; another than this one only in tests.
    /// - Throws: ``StoreFileError``; a file that cannot be used is left as it is.
    func open(_ path: String, as process: pid_t) throws(StoreFileError) -> Opened {
        try make(path)
        var status = stat()
        let isLockNew = stat(path + "-lock", &status) != 0
        let lock = try InstanceLock(path: path + "-lock")
        do throws(StoreFileError) {
            // SQLite does not wait where a file gets its kind of log: who opens it at the same time would be told that it is locked.
            return try lock.alone { () throws(StoreFileError) in try open(path, lock, as: process) }
        } catch {
            // Nobody holds a lock of ours beside a file that is not ours.
            if error.kind == .notOurs, isLockNew { unlink(path + "-lock") }
            throw error
        }
    }

    private func open(_ path: String, _ lock: InstanceLock, as process: pid_t) throws(StoreFileError) -> Opened {
        let connection = try spelt(path) { () throws(SQLiteError) in
            let connection = try Connection(path: path, access: .readWrite, as: process)
            try connection.execute("PRAGMA busy_timeout=2000")
            // Until it is known to be sound and ours, file and log stay as they are.
            connection.keepLogOnClose(true)
            return connection
        }
        if let problem = try spelt(path, { () throws(SQLiteError) in try foreign(connection, path) }) { throw problem }
        if let damage = try spelt(path, { () throws(SQLiteError) in try connection.structuralDamage() }) {
            throw StoreFileError(.damaged, detail: "\(path): \(damage)")
        }
        keepToOwner(path)
        let instance = try spelt(path) { () throws(SQLiteError) in
            try prepare(connection)
            try migrate(connection)
            let instance = try enter(connection)
            connection.keepLogOnClose(false)
            connection.rememberPlace()
            return instance
        }
        try lock.hold(instance)
        return Opened(connection: connection, lock: lock, instance: instance)
    }

    /// Sets what every connection needs.
    private func prepare(_ connection: Connection) throws(SQLiteError) {
        try connection.setPragma("journal_mode", to: "WAL", reading: "wal")
        try connection.setPragma("synchronous", to: "FULL", reading: "2")
        try connection.setPragma("secure_delete", to: "ON", reading: "1")
        // The log is written into the file off the path of any validation.
        try connection.setPragma("wal_autocheckpoint", to: "0", reading: "0")
    }

    /// Puts SQLite's trouble with the file into our words.
    private func spelt<Value>(
        _ path: String, _ body: () throws(SQLiteError) -> Value
    ) throws(StoreFileError) -> Value {
        do throws(SQLiteError) { return try body() } catch { throw StoreFileError(error, path) }
    }

    /// Makes an empty file that its owner alone may read, where there is none.
    ///
    /// A file that is there is looked at and never opened here: closing it again would take away the locks that SQLite holds on it for
    /// another store of this program.
    private func make(_ path: String) throws(StoreFileError) {
        var status = stat()
        if stat(path, &status) != 0 {
            let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 || errno == EEXIST else {
                throw StoreFileError(.unreachable, detail: "\(path): \(String(cString: strerror(errno)))")
            }
            if descriptor >= 0 { Glibc.close(descriptor) }
        }
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw StoreFileError(.unreachable, detail: "\(path): it is no file")
        }
        // SQLite throws away the log of a file without a beginning, and with it what was written last.
        var log = stat()
        guard status.st_size >= 512 || stat(path + "-wal", &log) != 0 || log.st_size == 0 else {
            throw StoreFileError(.damaged, detail: "\(path): it is cut short, and its log is not")
        }
    }

    /// Takes other people's rights away from a file that is ours, and from the log that SQLite made with the rights of the file.
    private func keepToOwner(_ path: String) {
        for name in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            if stat(name, &status) == 0, status.st_mode & 0o077 != 0 { chmod(name, 0o600) }
        }
    }

    /// What is wrong with a file that is not ours, or not of our time; nothing for an empty one.
    private func foreign(_ connection: Connection, _ path: String) throws(SQLiteError) -> StoreFileError? {
        // In this order: another program may be making the file, and gives it both at once.
        let schema = try connection.pragma("schema_version")
        let application = try connection.pragma("application_id")
        if application == 0, schema == 0 { return nil }
        guard application == applicationID else { return StoreFileError(.notOurs, detail: path) }
        let version = try connection.pragma("user_version")
        guard version > 0 else { return StoreFileError(.damaged, detail: "\(path) has version \(version)") }
        return version > migrations.count
            ? StoreFileError(.newer, detail: "\(path) has version \(version); this program knows \(migrations.count)")
            : nil
    }

    private func migrate(_ connection: Connection) throws(SQLiteError) {
        guard try connection.pragma("user_version") < migrations.count else { return }
        try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
            // Read again: another program may have done it in the meantime.
            for version in Int(try connection.pragma("user_version"))..<migrations.count {
                try connection.execute(migrations[version])
            }
            try connection.execute("PRAGMA application_id=\(applicationID)")
            try connection.execute("PRAGMA user_version=\(migrations.count)")
        }
    }

    /// Takes a number that says what is being done from here.
    private func enter(_ connection: Connection) throws(SQLiteError) -> Int64 {
        try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
            try connection.execute("INSERT INTO instances DEFAULT VALUES")
            let statement = try connection.prepare("SELECT max(number) FROM instances")
            return try statement.step() ? statement.integer(0) : 0
        }
    }
}
