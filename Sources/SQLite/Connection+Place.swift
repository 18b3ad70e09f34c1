// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Whether what is written still goes where it will be looked for.
extension Connection {
    /// Remembers which log and index lie beside the file, once they are there.
    package func rememberPlace() { beside = lookBeside() }

    /// Looks whether the file, its log and the log's index are still those that were opened: SQLite would go on with what has no name any
    /// more, or with what another program does not see. Only after ``rememberPlace()``.
    ///
    /// What an absent log holds goes into the file first.
    ///
    /// - Throws: ``SQLiteError/isAway``; reopening makes or finds what is there now.
    package func checkPlace() throws(SQLiteError) {
        guard let beside else { return }
        var hasMoved: Int32 = 0
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        guard code == SQLITE_OK else { throw SQLiteError(handle, code) }
        guard hasMoved == 0 else { throw .isAway }
        let found = lookBeside()
        guard found == beside else {
            // Where the index is another one, another program does not see what this one locks.
            if found.log == nil, found.index == beside.index { try? execute("PRAGMA wal_checkpoint") }
            throw .isAway
        }
    }

    private func lookBeside() -> (log: FileIdentity?, index: FileIdentity?) {
        (FileIdentity(of: path + "-wal"), FileIdentity(of: path + "-shm"))
    }
}
