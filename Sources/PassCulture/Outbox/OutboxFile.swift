// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// Opening the file of an outbox: its rights, its schema, its version.
///
/// Version 1 is the first; version 2 keeps what a check told of the booking. A later one adds a step to ``migrations``; a file of each
/// version is kept in the tests.
enum OutboxFile {
    /// `pcOB`: what tells the file from any other of SQLite.
    private static let applicationID: Int64 = 0x7063_4F42

    /// What brings a file from a version to the next: the first makes an empty file one of version 1.
    static let migrations = [
        """
        CREATE TABLE attempts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id INTEGER NOT NULL UNIQUE,
            till TEXT NOT NULL,
            venue TEXT,
            countermark TEXT,
            amount INTEGER,
            kind TEXT,
            planned_at INTEGER NOT NULL,
            not_before INTEGER,
            overrides INTEGER NOT NULL,
            checked_at INTEGER,
            state TEXT NOT NULL,
            sends INTEGER NOT NULL,
            sent_at INTEGER,
            closed_at INTEGER,
            unknown_since INTEGER,
            note TEXT,
            reading TEXT,
            promotion_ground TEXT,
            promotion_name TEXT,
            promotion_at INTEGER,
            holder INTEGER NOT NULL
        );
        CREATE INDEX attempts_by_countermark ON attempts (countermark) WHERE countermark IS NOT NULL;
        CREATE INDEX attempts_open ON attempts (sequence) WHERE closed_at IS NULL;
        CREATE INDEX attempts_by_time ON attempts (planned_at);
        CREATE TABLE history (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, attempt INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL
        );
        CREATE TABLE day_list (
            countermark TEXT NOT NULL, offer TEXT NOT NULL, begins_at INTEGER NOT NULL, user_name TEXT NOT NULL,
            email TEXT NOT NULL, is_used INTEGER NOT NULL, loaded_at INTEGER NOT NULL
        );
        CREATE INDEX day_list_by_countermark ON day_list (countermark);
        CREATE TABLE instances (number INTEGER PRIMARY KEY AUTOINCREMENT);
        """,
        """
        ALTER TABLE attempts ADD COLUMN booking TEXT;
        ALTER TABLE attempts ADD COLUMN service_from INTEGER;
        ALTER TABLE attempts ADD COLUMN read_at INTEGER;
        """,
    ]

    /// Opens the file, made and brought up to date where that is needed.
    static func open(_ path: String) throws(OutboxError) -> SQLiteOutbox.Opened {
        try make(path)
        let lock = try InstanceLock(path: path + "-lock")
        // SQLite does not wait where a file gets its kind of log: who opens it at the same time would be told that it is locked.
        return try lock.alone { () throws(OutboxError) in try open(path, lock) }
    }

    private static func open(_ path: String, _ lock: InstanceLock) throws(OutboxError) -> SQLiteOutbox.Opened {
        let connection = try spelt(path) { () throws(SQLiteError) in
            let connection = try Connection(path: path, access: .readWrite)
            try connection.execute("PRAGMA busy_timeout=2000")
            // Until it is known to be sound and ours, file and log stay as they are.
            connection.keepLogOnClose(true)
            return connection
        }
        if let problem = try spelt(path, { () throws(SQLiteError) in try foreign(connection, path) }) { throw problem }
        if let damage = try spelt(path, { () throws(SQLiteError) in try connection.structuralDamage() }) {
            throw OutboxError(.damaged, detail: "\(path): \(damage)")
        }
        let instance = try spelt(path) { () throws(SQLiteError) in
            try prepare(connection)
            try migrate(connection)
            let instance = try enter(connection)
            connection.keepLogOnClose(false)
            return instance
        }
        try lock.hold(instance)
        return SQLiteOutbox.Opened(connection: connection, lock: lock, instance: instance)
    }

    /// Sets what every connection to an outbox needs.
    private static func prepare(_ connection: Connection) throws(SQLiteError) {
        try connection.setPragma("journal_mode", to: "WAL", reading: "wal")
        try connection.setPragma("synchronous", to: "FULL", reading: "2")
        try connection.setPragma("secure_delete", to: "ON", reading: "1")
        // The log is written into the file off the path of any validation.
        try connection.setPragma("wal_autocheckpoint", to: "0", reading: "0")
    }

    /// Puts SQLite's trouble into a till's words.
    private static func spelt<Value>(
        _ path: String, _ body: () throws(SQLiteError) -> Value
    ) throws(OutboxError) -> Value {
        do throws(SQLiteError) { return try body() } catch { throw OutboxError(error, path) }
    }

    /// Makes an empty file that its owner alone may read; one that is there gets these rights.
    ///
    /// A file that is there is looked at and never opened here: closing it again would take away the locks that SQLite holds on it for
    /// another outbox of this program.
    private static func make(_ path: String) throws(OutboxError) {
        var status = stat()
        if stat(path, &status) != 0 {
            let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 || errno == EEXIST else {
                throw OutboxError(.unreachable, detail: "\(path): \(String(cString: strerror(errno)))")
            }
            if descriptor >= 0 { Glibc.close(descriptor) }
        }
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw OutboxError(.unreachable, detail: "\(path): it is no file")
        }
        // SQLite throws away the log of a file without a beginning, and with it what was validated last.
        var log = stat()
        guard status.st_size >= 512 || stat(path + "-wal", &log) != 0 || log.st_size == 0 else {
            throw OutboxError(.damaged, detail: "\(path): it is cut short, and its log is not")
        }
        if status.st_mode & 0o077 != 0 { chmod(path, 0o600) }
    }

    /// What is wrong with a file that is not ours, or not of our time; nothing for an empty one.
    private static func foreign(_ connection: Connection, _ path: String) throws(SQLiteError) -> OutboxError? {
        // In this order: another program may be making the file, and gives it both at once.
        let schema = try connection.pragma("schema_version")
        let application = try connection.pragma("application_id")
        if application == 0, schema == 0 { return nil }
        guard application == applicationID else { return OutboxError(.notOurs, detail: path) }
        let version = try connection.pragma("user_version")
        guard version > 0 else { return OutboxError(.damaged, detail: "\(path) has version \(version)") }
        return version > migrations.count
            ? OutboxError(.newer, detail: "\(path) has version \(version); this program knows \(migrations.count)")
            : nil
    }

    private static func migrate(_ connection: Connection) throws(SQLiteError) {
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

    /// Takes a number that says which attempts are sent from here.
    private static func enter(_ connection: Connection) throws(SQLiteError) -> Int64 {
        try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
            try connection.execute("INSERT INTO instances DEFAULT VALUES")
            let statement = try connection.prepare("SELECT max(number) FROM instances")
            return try statement.step() ? statement.integer(0) : 0
        }
    }
}

extension OutboxError {
    /// Puts SQLite's trouble with a file into a till's words.
    init(_ error: SQLiteError, _ path: String) {
        let code: Code =
            switch error.kind {
            case .busy: .busy
            case .damaged: .damaged
            case .full: .diskFull
            case .unreachable, .other: .unreachable
            }
        self.init(code, detail: "\(path): \(error)")
    }
}
