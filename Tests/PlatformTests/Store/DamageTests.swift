// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PlatformDomain
import SQLite
import TestSupport
import Testing

@testable import Platform

@Suite("A data file that is not what it was")
struct DamageTests {
    /// A closed file with a bit of everything in it, and what was in it; some of it in events after the snapshot.
    private func furnished(_ data: TemporaryData) async throws -> Seen {
        let service = try data.open()
        let town = try Town(in: service)
        for _ in 0..<8 { _ = try town.book() }
        service.storeThumb(Array(repeating: 7, count: 5_000), type: "image/png", for: Identifier(1))
        await service.closeData()
        let again = try data.open()
        let reader = try Town.account("autre@example.com", .young, in: again)
        for _ in 0..<4 {
            try again.perform(.book(by: reader, stock: town.stock, quantity: 1, recommendation: nil)) { _, _ in }
        }
        try await again.settleData()
        let seen = Seen(again)
        let copy = try data.copy()
        await again.closeData()
        // The copy, log and all, with its events not yet in a snapshot, brought into one file.
        let file = try DataFile(copy, creates: false)
        _ = try file.load(writes: true)
        file.close()
        return seen
    }

    @Test("is noticed or makes no difference, wherever a byte changed; it is never written to")
    func flippedBytes() async throws {
        let data = try TemporaryData()
        let seen = try await furnished(data)
        let path = data.folder + "/copy.db"
        let bytes = try #require(TemporaryData.bytes(path))
        var random = SeededRandom(seed: 11)
        var noticed = 0
        for _ in 0..<150 {
            var damaged = bytes
            let position = Int.random(in: 0..<bytes.count, using: &random)
            damaged[position] ^= UInt8.random(in: 1...255, using: &random)
            try TemporaryData.write(damaged, to: path)
            do {
                let loaded = try DataFile(path, creates: false).load(writes: false)
                #expect(Seen(loaded.platform.core) == seen, "byte \(position)")
            } catch {
                noticed += 1
                #expect([.damaged, .foreign, .newer, .unreachable].contains(error.kind), "\(error)")
                #expect(error.english.contains(path))
                #expect(TemporaryData.bytes(path) == damaged)
            }
        }
        #expect(noticed > 15)
    }

    @Test(
        "says which event, row or mail is gone or changed",
        arguments: [
            ("DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)", "event 22 is missing"),
            ("DELETE FROM events WHERE sequence = 20", "event 20 is missing"),
            (
                "UPDATE events SET fields = replace(fields, '1', '2') WHERE sequence = 20",
                "event 20 is not what was written"
            ),
            ("DELETE FROM bookings WHERE position = 3", "bookings 4 is missing"),
            ("UPDATE bookings SET amount = 1 WHERE position = 3", "bookings 1 to 8 are not what was written"),
            ("UPDATE chunks SET rows = rows - 1 WHERE part = 'bookings'", "bookings 8 is one too many"),
            ("UPDATE chunks SET rows = -1 WHERE part = 'bookings'", "bookings 1 is missing"),
            ("DELETE FROM chunks WHERE part = 'bookings'", "rows, and not all that were written"),
            ("UPDATE chunks SET part = 'heae' WHERE part = 'head'", "rows, and not all that were written"),
            (
                "DELETE FROM chunks WHERE part = 'bookings'; UPDATE platform SET rows = rows - 8",
                "what it says of itself is not what was written"
            ),
            ("INSERT INTO events VALUES (-9, 0, 'x', '{}', 0)", "event -9 is one too many"),
            ("UPDATE chunks SET half = 1 WHERE part = 'bookings'", "bookings 1 is missing"),
            ("UPDATE chunks SET chunk = 1 WHERE part = 'bookings'", "bookings 1 is missing"),
            ("DELETE FROM mails WHERE number = 2", "mail 2 is missing"),
            ("UPDATE mails SET subject = 'x' WHERE number = 2", "mail 2 is not what was written"),
            ("UPDATE files SET type = 'x'", "file thumb 1 is not what was written"),
            ("UPDATE platform SET last = last + 1", "what it says of itself is not what was written"),
            ("DROP TABLE events", "no such table: events"),
            ("DELETE FROM platform", "it does not say what it is"),
        ])
    func named(sql: String, sentence: String) async throws {
        let data = try TemporaryData()
        _ = try await furnished(data)
        let path = data.folder + "/copy.db"
        try execute(sql, path)
        let failure = try await data.failure(at: path)
        #expect(failure?.kind == .damaged)
        #expect(failure?.english.contains(sentence) == true, "\(failure?.english ?? "none")")
    }

    @Test("of another program, or cut short, is refused and left as it is")
    func foreign() async throws {
        let data = try TemporaryData()
        _ = try await furnished(data)
        let path = data.folder + "/copy.db"
        let bytes = try #require(TemporaryData.bytes(path))
        try TemporaryData.write(Array(bytes.prefix(bytes.count / 2)), to: path)
        #expect(try await data.failure(at: path)?.kind == .damaged)
        try TemporaryData.write(Array("une note\n".utf8), to: path)
        #expect(try await data.failure(at: path)?.kind == .foreign)
        #expect(TemporaryData.bytes(path) == Array("une note\n".utf8))
        unlink(path)
        try execute("CREATE TABLE t (a)", path, access: .create)
        #expect(try await data.failure(at: path)?.kind == .foreign)
        #expect(try await data.failure(at: data.folder + "/none/platform.db")?.kind == .unreachable)
        #expect(try await data.failure(at: data.folder)?.kind == .unreachable)
    }

    @Test("of an older version is brought up to date, one of a newer version refused")
    func versions() async throws {
        let data = try TemporaryData()
        let seen = try await furnished(data)
        let path = data.folder + "/copy.db"
        let step = DataMigration(summary: "Renames a mail's subject.", sql: "UPDATE mails SET number = number")
        let newer = try DataFile(path, creates: false, migrations: DataMigration.all + [step])
        #expect(Seen(try newer.load(writes: true).platform.core) == seen)
        newer.close()
        let failure = try await data.failure(at: path)
        #expect(failure?.kind == .newer)
        #expect(failure?.english.contains("version 4") == true)
    }

    @Test("that lacks a table or an optional column of a newer kit gets it, empty")
    func additions() async throws {
        let data = try TemporaryData()
        let seen = try await furnished(data)
        let path = data.folder + "/copy.db"
        try execute("ALTER TABLE users DROP COLUMN phoneNumber; DROP TABLE transfers", path)
        // What a kit that did not know today's edition made.
        try execute("DROP TABLE providers; DROP TABLE bookingTerms; DROP TABLE revenue", path)
        let file = try DataFile(path, creates: false)
        #expect(Seen(try file.load(writes: true).platform.core) == seen)
        file.close()
        try execute("SELECT phoneNumber FROM users; SELECT * FROM transfers", path)
    }

    @Test("is noticed while it is in use: what can no longer be written is not acknowledged")
    func failures() async throws {
        for trouble in ["full", "removed"] {
            let data = try TemporaryData()
            let service = try small(data, isFull: trouble == "full")
            if trouble == "removed" { unlink(data.path) }
            service.keep(
                KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: Array(repeating: 1, count: 100_000)))
            await #expect(throws: DataFailure.self) { try await service.settleData() }
            #expect(service.dataFailure?.kind == .notWritten)
            #expect(service.dataFailure?.english.contains(data.path) == true)
            #expect(service.dataFailure?.french.contains("removed") == false)
            _ = try? Town(in: service)
            await #expect(throws: DataFailure.self) { try await service.settleData() }
            await service.closeData()
        }
    }

    @Test(
        "is noticed where only its log was touched, at the next commit or at the end, and told whole in both languages",
        arguments: ["removed", "replaced", "cut"], [true, false])
    func log(trouble: String, commits: Bool) async throws {
        let data = try TemporaryData()
        let service = try data.open()
        _ = try Town(in: service)
        try await service.settleData()
        let kept = Seen(service)
        let log = data.path + "-wal"
        switch trouble {
        case "removed": unlink(log)
        case "replaced":
            let bytes = try #require(TemporaryData.bytes(log))
            unlink(log)
            try TemporaryData.write(bytes, to: log)
        default: try #require(truncate(log, 4_096) == 0)
        }
        if commits {
            service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
            await #expect(throws: DataFailure.self) { try await service.settleData() }
        }
        await service.closeData()
        let failure = try #require(service.dataFailure)
        #expect(failure.kind == .notWritten)
        for (sentence, words) in [(failure.english, ["removed", "cut"]), (failure.french, ["supprimé", "tronqué"])] {
            #expect(sentence.contains(log) && sentence.contains(words[trouble == "cut" ? 1 : 0]), "\(sentence)")
        }
        #expect(!failure.french.contains("removed") && !failure.french.contains("cut"))
        // What was only in the log is in the file now, unless somebody threw it away: then the file is what it was.
        if trouble == "replaced" { unlink(log) }
        let after = try DataFile(data.path, creates: false)
        if trouble == "cut" {
            #expect(try after.connection.structuralDamage() == nil)
        } else {
            #expect(Seen(try after.load(writes: false).platform.core).state == kept.state)
        }
    }

    @Test(
        "is noticed where the file itself was cut short, at the next commit or at the end: what is left stays as it is",
        arguments: [true, false])
    func cut(commits: Bool) async throws {
        let data = try TemporaryData()
        let service = try data.open()
        _ = try Town(in: service)
        try await service.settleData()
        try #require(truncate(data.path, 4_096) == 0)
        if commits {
            service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
            await #expect(throws: DataFailure.self) { try await service.settleData() }
        }
        await service.closeData()
        let failure = try #require(service.dataFailure)
        #expect(failure.kind == .notWritten)
        #expect(failure.english.hasPrefix("The data file \(data.path) was cut short"), "\(failure.english)")
        #expect(failure.french.hasPrefix("Le fichier de données \(data.path) a été tronqué"), "\(failure.french)")
        #expect(FileIdentity.look(at: data.path)?.size == 4_096)
        #expect(FileIdentity.look(at: data.path + "-wal") != nil)
    }

    @Test("is noticed where it was cut before anything was committed after its creation", arguments: [true, false])
    func cutEarly(commits: Bool) async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let size = try #require(FileIdentity.look(at: data.path)?.size)
        try #require(truncate(data.path, size / 2) == 0)
        if commits {
            service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
            await #expect(throws: DataFailure.self) { try await service.settleData() }
        }
        await service.closeData()
        #expect(try #require(service.dataFailure).english.contains("was cut short"))
        #expect(FileIdentity.look(at: data.path + "-wal") != nil)
    }

    @Test("promises nothing of a file that is no more, where its log is gone too")
    func bothRemoved() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        _ = try Town(in: service)
        try await service.settleData()
        unlink(data.path)
        unlink(data.path + "-wal")
        service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
        await #expect(throws: DataFailure.self) { try await service.settleData() }
        await service.closeData()
        let sentence = try #require(service.dataFailure).english
        #expect(sentence.contains("in that file alone") && !sentence.contains("into the data file"), "\(sentence)")
    }

    @Test("has all that was acknowledged where it was moved while it was in use", arguments: [true, false])
    func moved(commits: Bool) async throws {
        let data = try TemporaryData()
        let service = try data.open()
        _ = try Town(in: service)
        try await service.settleData()
        let kept = Seen(service)
        let elsewhere = data.folder + "/moved.db"
        try #require(rename(data.path, elsewhere) == 0)
        if commits {
            service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
            await #expect(throws: DataFailure.self) { try await service.settleData() }
        }
        await service.closeData()
        #expect(service.dataFailure?.kind == .notWritten)
        let after = try DataFile(elsewhere, creates: false)
        #expect(Seen(try after.load(writes: false).platform.core).state == kept.state)
    }

    @Test("keeps its log beside the file itself, where a link leads to it")
    func link() async throws {
        let data = try TemporaryData()
        let link = data.folder + "/copy.db"
        try #require(symlink("platform.db", link) == 0)
        let service = try data.open(at: link)
        _ = try Town(in: service)
        try await service.settleData()
        unlink(data.path + "-wal")
        service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [1]))
        await #expect(throws: DataFailure.self) { try await service.settleData() }
        await service.closeData()
    }

    /// An empty platform that keeps itself in a file, which may not grow any more.
    private func small(_ data: TemporaryData, isFull: Bool) throws -> Service {
        let file = try DataFile(data.path, creates: true)
        let settings = Service.Settings()
        var core = settings.freshCore
        try file.create(KeptPlatform(core, begin: core.state.now), key: [1])
        if isFull {
            try file.connection.setPragma("max_page_count", to: "1", reading: "\(file.connection.pragma("page_count"))")
        }
        core.recorder = Recorder(file)
        return Service(settings, core, CookieSigner(key: [1]))
    }

    private func execute(_ sql: String, _ path: String, access: Connection.Access = .readWrite) throws {
        let connection = try Connection(path: path, access: access)
        try connection.execute(sql)
    }
}
