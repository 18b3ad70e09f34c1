// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite
import Testing

@testable import Platform

/// A log that SQLite would pass over in silence.
@Suite("A log in which something was committed")
struct UnreadLogTests {
    /// A file whose making was committed, and stands in its log alone: what kits of before left until the log had grown.
    private func begun(_ data: TemporaryData) throws -> (file: [UInt8], log: [UInt8]) {
        let file = try DataFile(data.path, creates: true)
        try file.prepareForWriting()
        try file.writing { () throws(SQLiteError) in
            try file.connection.execute("PRAGMA application_id=\(DataFile.applicationID)")
            try file.connection.execute("PRAGMA user_version=\(file.version)")
            try file.makeTables()
        }
        return try withExtendedLifetime(file) {
            (
                try #require(TemporaryData.bytes(data.path)), try #require(TemporaryData.bytes(data.path + "-wal"))
            )
        }
    }

    private func put(_ file: [UInt8], _ log: [UInt8], in data: TemporaryData) throws -> String {
        let path = data.folder + "/copy.db"
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
        try TemporaryData.write(file, to: path)
        try TemporaryData.write(log, to: path + "-wal")
        return path
    }

    @Test(
        "is no beginning of a new platform when its own beginning cannot be read",
        arguments: [8, 18, 22, 40, 42, 60, 200, 4_200])
    func damaged(position: Int) throws {
        let data = try TemporaryData()
        let (file, log) = try begun(data)
        let whole = try put(file, log, in: data)
        #expect(try DataFile(whole, creates: true).isNew == false)
        var bytes = log
        bytes[position] ^= 0x10
        for creates in [true, false] {
            let path = try put(file, bytes, in: data)
            let failure = #expect(throws: DataFailure.self) { try DataFile(path, creates: creates) }
            #expect(failure?.kind == .damaged, "\(failure?.english ?? "")")
            #expect(TemporaryData.bytes(path) == file && TemporaryData.bytes(path + "-wal") == bytes)
        }
    }

    @Test("is not thrown away with a file that was cut short", arguments: [0, 100])
    func cutShort(length: Int) throws {
        let data = try TemporaryData()
        let (file, log) = try begun(data)
        let path = try put(Array(file.prefix(length)), log, in: data)
        let failure = #expect(throws: DataFailure.self) { try DataFile(path, creates: true) }
        #expect(failure?.kind == .damaged)
        #expect(TemporaryData.bytes(path + "-wal") == log)
    }

    @Test("is told from one of a file whose making was cut short, which is made anew")
    func neverMade() throws {
        let data = try TemporaryData()
        let (file, log) = try begun(data)
        // The last frame is what commits it, once all of it is there: SQLite writes what leads it, then its page.
        for length in [0, 32, log.count - 4_120, log.count - 4_096, log.count - 1] {
            let path = try put(file, Array(log.prefix(length)), in: data)
            #expect(try DataFile(path, creates: true).isNew)
        }
    }

    @Test("is no more than zeros when the making was cut short by a power cut, and is made anew")
    func zeros() throws {
        let data = try TemporaryData()
        let (file, log) = try begun(data)
        let path = try put(file, Array(repeating: 0, count: log.count), in: data)
        #expect(try DataFile(path, creates: true).isNew)
    }

    @Test("is not thrown away when its file is gone, and no file is made beside it")
    func withoutItsFile() throws {
        let data = try TemporaryData()
        let (file, log) = try begun(data)
        let path = try put(file, log, in: data)
        #expect(unlink(path) == 0)
        let failure = #expect(throws: DataFailure.self) { try DataFile(path, creates: true) }
        #expect(failure?.kind == .unreachable)
        #expect(failure?.english.contains("remove the log to begin anew") == true)
        #expect(TemporaryData.bytes(path) == nil && TemporaryData.bytes(path + "-wal") == log)
    }

    @Test("is not needed to tell whose a file is, once that is made")
    func whose() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let path = data.folder + "/copy.db"
        try TemporaryData.write(try #require(TemporaryData.bytes(data.path)), to: path)
        #expect(try DataFile(path, creates: false).isNew == false)
        await service.closeData()
    }
}
