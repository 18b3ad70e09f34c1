// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// A prepared statement: bound, stepped through, reset and used again. Places are counted from 1, columns from 0, as SQLite does.
package final class Statement {
    /// Kept, so that the connection is not closed before its statements.
    private let connection: Connection
    private let handle: OpaquePointer

    init(_ sql: String, on connection: Connection) throws(SQLiteError) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(connection.handle, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw SQLiteError(connection.handle, code) }
        self.connection = connection
        handle = prepared
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Goes on to the next row; says whether there is one.
    package func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw SQLiteError(connection.handle, code)
        }
    }

    /// Runs a statement that answers nothing and makes it ready for the next time.
    package func run() throws(SQLiteError) {
        defer { reset() }
        _ = try step()
    }

    /// Makes the statement ready for the next time; what was bound stays bound.
    package func reset() {
        sqlite3_reset(handle)
    }

    /// Puts a number into a place.
    package func bind(_ value: Int64, at place: Int) throws(SQLiteError) {
        try check(sqlite3_bind_int64(handle, Int32(place), value))
    }

    /// Puts a text into a place.
    package func bind(_ value: String, at place: Int) throws(SQLiteError) {
        var value = value
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // A pointer is needed even where there is nothing, for nothing would be NULL.
                sqlite3_bind_text(
                    handle, Int32(place), text.baseAddress ?? Self.nothing, Int32(text.count), Self.copied)
            }
        }
        try check(code)
    }

    /// Puts bytes into a place.
    package func bind(_ value: [UInt8], at place: Int) throws(SQLiteError) {
        let code =
            value.isEmpty
            ? sqlite3_bind_zeroblob(handle, Int32(place), 0)
            : value.withUnsafeBytes {
                sqlite3_bind_blob(handle, Int32(place), $0.baseAddress, Int32($0.count), Self.copied)
            }
        try check(code)
    }

    /// Leaves a place empty.
    package func bindNull(at place: Int) throws(SQLiteError) {
        try check(sqlite3_bind_null(handle, Int32(place)))
    }

    /// Whether a column of the row is empty.
    package func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    /// Whether a column of the row holds a whole number.
    package func isInteger(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER }

    /// The number in a column of the row; 0 if it is none.
    package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    /// The text in a column of the row.
    package func text(_ column: Int) -> String {
        guard let text = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// The bytes in a column of the row.
    package func bytes(_ column: Int) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    private func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw SQLiteError(connection.handle, code) }
    }

    /// `SQLITE_TRANSIENT`, a cast that the importer does not take over: SQLite copies what it is given.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
    private static var nothing: UnsafePointer<CChar> { passculture_sqlite_empty_text() }
}
