// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Why SQLite did not do what it was asked: its code, and a sentence.
package struct SQLiteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of trouble that callers tell apart.
    package enum Kind: Sendable, Hashable {
        /// Another connection holds the file.
        case busy
        /// The file is no database, or a damaged one.
        case damaged
        /// There is no room.
        case full
        /// The file cannot be opened, read or written.
        case unreachable
        /// The process that forked this one had the file open.
        case inherited
        /// Anything else.
        case other
    }

    /// SQLite's extended result code.
    package let code: Int32
    /// SQLite's own words.
    package let message: String

    /// The trouble of a child with what its parent had open, found before SQLite touches the file.
    package static let inherited = SQLiteError(
        code: SQLITE_CANTOPEN,
        message: "open already when this process was forked: close it before fork(), fork first, or exec")

    /// The trouble of who has open what was moved or removed in the meantime.
    package static let isAway = SQLiteError(
        code: SQLITE_READONLY | (4 << 8),
        message: "the file, its -wal or its -shm was moved or removed since it was opened")

    /// Creates an error.
    package init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    /// Reads what went wrong last from a connection.
    init(_ connection: OpaquePointer?, _ code: Int32) {
        let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
        self.code = extended & 0xFF == code & 0xFF ? extended : code
        message = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
    }

    /// What kind of trouble it is.
    package var kind: Kind {
        if self == .inherited { return .inherited }
        return switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case SQLITE_FULL: .full
        case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .unreachable
        default: .other
        }
    }

    /// The words with the code.
    package var description: String { "\(message) (SQLite \(code))" }
}
