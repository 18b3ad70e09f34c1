// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import SQLite

extension DataFile {
    /// What makes the tables that are no part of the state.
    private static let ownTables = [
        """
        CREATE TABLE IF NOT EXISTS platform (
            id INTEGER PRIMARY KEY CHECK (id = 1), profile TEXT NOT NULL, begin INTEGER NOT NULL, key BLOB NOT NULL,
            clockMode TEXT NOT NULL, clockShown INTEGER NOT NULL, clockReal INTEGER NOT NULL, seed INTEGER,
            droppedMails INTEGER NOT NULL, snapshot INTEGER NOT NULL, snapshotChain INTEGER NOT NULL, last INTEGER NOT NULL,
            lastChain INTEGER NOT NULL, checksum INTEGER NOT NULL, rows INTEGER, edition TEXT) STRICT
        """,
        """
        CREATE TABLE IF NOT EXISTS events (
            sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
            chain INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE IF NOT EXISTS chunks (
            part TEXT NOT NULL, chunk INTEGER NOT NULL, rows INTEGER NOT NULL, checksum INTEGER NOT NULL,
            half INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (part, chunk)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE IF NOT EXISTS files (
            kind TEXT NOT NULL, number INTEGER NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (kind, number)) STRICT
        """,
        "CREATE TABLE IF NOT EXISTS beginning (id INTEGER PRIMARY KEY CHECK (id = 1), lines BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT",
        KeptTable.mails.creation,
    ]

    /// Makes a new file that keeps a platform, and what a reset of it goes back to if it did not begin empty.
    func create(
        _ platform: KeptPlatform, key: [UInt8], edition: Edition? = nil, beginning: [UInt8]? = nil
    ) throws(DataFailure) {
        makePrivate()
        try prepareForWriting()
        head = DataHead(
            profile: platform.state.rules.profile, begin: platform.begin, key: key, clock: platform.clock,
            seed: platform.seed, edition: edition)
        try writing { () throws(SQLiteError) in
            try connection.execute("PRAGMA application_id=\(Self.applicationID)")
            try connection.execute("PRAGMA user_version=\(version)")
            try makeTables()
            if let beginning { try keepBeginning(beginning) }
            try replaceAll(with: platform)
        }
        // From here on the file itself tells whose it is, whatever becomes of its log. Where that cannot be, all is in the log.
        try? connection.execute("PRAGMA wal_checkpoint")
        // So long it is from here on, and whoever cuts it is noticed.
        try checkPlace()
    }

    /// Makes what tables there are not.
    func makeTables() throws(SQLiteError) {
        for sql in Self.ownTables { try connection.execute(sql) }
        for (_, table) in parts { try connection.execute(table.creation) }
    }

    /// Sets the file to keep whatever is committed: a log written ahead, synced with every commit.
    func prepareForWriting() throws(DataFailure) {
        try reading { () throws(SQLiteError) in
            try connection.setPragma("journal_mode", to: "WAL", reading: "wal")
            try connection.setPragma("synchronous", to: "FULL", reading: "2")
            // Each time that the log is written into the database, everybody waits.
            try connection.setPragma("wal_autocheckpoint", to: "4000", reading: "4000")
        }
    }

    /// Does all or nothing of something that writes; it is on the disk, where it will be looked for, when this returns.
    func writing(_ body: () throws(SQLiteError) -> Void) throws(DataFailure) {
        // Behind the end of a log that was cut, SQLite would go on, and the gap would look like a log of the right length.
        try checkLog()
        do throws(SQLiteError) {
            try connection.transaction(wrapping: { $0 }, body)
        } catch {
            try checkSize(FileIdentity.look(at: path))
            throw .notWritten(path, .refused(error.message))
        }
        if log == nil { beginWatchingLog() }
        try checkPlace()
    }
}
