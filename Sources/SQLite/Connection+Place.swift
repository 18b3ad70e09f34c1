// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Glibc

/// Whether what is written still goes where it will be looked for.
extension Connection {
    /// Looks whether the file, and the log beside it, are still where they were opened: SQLite would go on with what has no name any more,
    /// and nobody would find it. Only for a file whose log is there already.
    ///
    /// What an absent log holds goes into the file first.
    ///
    /// - Throws: ``SQLiteError/isAway``; reopening makes or finds what is there now.
    package func checkPlace() throws(SQLiteError) {
        var hasMoved: Int32 = 0
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        guard code == SQLITE_OK else { throw SQLiteError(handle, code) }
        guard hasMoved == 0 else { throw .isAway }
        guard access(path + "-wal", F_OK) == 0 else {
            try? execute("PRAGMA wal_checkpoint")
            throw .isAway
        }
    }
}
