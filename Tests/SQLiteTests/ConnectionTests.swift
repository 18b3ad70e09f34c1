// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite
import Testing

/// The outbox to come and the platform's data file keep what they know in SQLite.
@Suite("A connection to SQLite")
struct ConnectionTests {
    @Test("is to a version of at least 3.40 that may be used from several threads")
    func version() {
        #expect(Connection.version >= 3_040_000)
        #expect(Connection.isThreadSafe)
    }

    @Test("gives back what was bound: numbers, texts with every character, bytes, nothing")
    func values() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        try connection.execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d TEXT)")
        let insert = try connection.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
        let texts = ["", "été", "nul\0au milieu", "🎭", String(repeating: "long", count: 10_000)]
        for text in texts {
            try insert.bind(Int64.min, at: 1)
            try insert.bind(text, at: 2)
            try insert.bind(Array(text.utf8), at: 3)
            try insert.bindNull(at: 4)
            try insert.run()
        }
        let select = try connection.prepare("SELECT a, b, c, d FROM t ORDER BY rowid")
        for text in texts {
            #expect(try select.step())
            #expect(select.integer(0) == .min)
            #expect(select.text(1) == text && !select.isNull(1))
            #expect(select.bytes(2) == Array(text.utf8))
            #expect(select.isNull(3) && !select.isNull(0) && select.isInteger(0) && !select.isInteger(1))
        }
        #expect(try !select.step())
    }

    @Test("undoes all of a transaction that throws")
    func transactions() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        try connection.execute("CREATE TABLE t (a INTEGER UNIQUE)")
        #expect(throws: SQLiteError.self) {
            try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
                try connection.execute("INSERT INTO t VALUES (1)")
                try connection.execute("INSERT INTO t VALUES (1)")
            }
        }
        try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
            try connection.execute("INSERT INTO t VALUES (2)")
        }
        let select = try connection.prepare("SELECT group_concat(a) FROM t")
        #expect(try select.step() && select.text(0) == "2")
    }

    @Test("lets go of a file in which it made transactions")
    func closing() throws {
        let path = "/tmp/passculture-sqlite-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(path) }
        let first = try Connection(path: path, access: .create)
        try first.setPragma("locking_mode", to: "EXCLUSIVE", reading: "exclusive")
        for sql in ["CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1)"] {
            try first.transaction(wrapping: { $0 }) { () throws(SQLiteError) in try first.execute(sql) }
        }
        first.close()
        let second = try Connection(path: path, access: .readWrite)
        try second.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
            try second.execute("INSERT INTO t VALUES (2)")
        }
    }

    @Test("tells a busy file, a file that is no database, a missing file and a full one apart")
    func errors() throws {
        let path = "/tmp/passculture-sqlite-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(path) }
        #expect(kind { () throws(SQLiteError) in _ = try Connection(path: path, access: .readWrite) } == .unreachable)

        let first = try Connection(path: path, access: .create)
        try first.setPragma("locking_mode", to: "EXCLUSIVE", reading: "exclusive")
        try first.execute("CREATE TABLE t (a TEXT)")
        let second = try Connection(path: path, access: .readWrite)
        #expect(kind { () throws(SQLiteError) in _ = try second.pragma("user_version") } == .busy)

        try first.setPragma("max_page_count", to: "4", reading: "4")
        let text = String(repeating: "x", count: 100_000)
        #expect(kind { () throws(SQLiteError) in try first.execute("INSERT INTO t VALUES ('\(text)')") } == .full)

        let file = open(path + "-text", O_WRONLY | O_CREAT, 0o600)
        defer { unlink(path + "-text") }
        _ = write(file, text, text.utf8.count)
        close(file)
        let third = try Connection(path: path + "-text", access: .readWrite)
        #expect(kind { () throws(SQLiteError) in _ = try third.pragma("user_version") } == .damaged)
    }

    @Test("says so when a pragma is not followed")
    func pragmas() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        #expect(throws: SQLiteError.self) { try connection.setPragma("journal_mode", to: "WAL", reading: "wal") }
        try connection.setPragma("synchronous", to: "FULL", reading: "2")
        #expect(try connection.structuralDamage() == nil)
    }

    private func kind(_ body: () throws(SQLiteError) -> Void) -> SQLiteError.Kind? {
        do throws(SQLiteError) {
            try body()
            return nil
        } catch {
            return error.kind
        }
    }
}
