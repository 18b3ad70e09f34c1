// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCultureTesting
import SQLite
import TestSupport
import Testing

@testable import PassCulture

@Suite("The outbox in a file")
struct SQLiteOutboxTests {
    private static let now = AttemptTests.start

    private static func attempt(_ id: UInt64, _ code: String = "LYSYU9", at now: Instant = now) throws -> Attempt {
        Attempt(
            id: id, till: "caisse 1", venue: "Librairie", countermark: try Countermark(code), amountCents: 1_250,
            kind: .cinema, plannedAt: now, notBefore: now + .hours(2), overridesRule: true, checkedAt: now)
    }

    @Test("keeps every field of an attempt, over its whole life, for who opens it next")
    func fields() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let ways: [[Attempt.Event]] = [
            [.validated], [.refused("cancelled")], [.lost("no-answer")], [.notSent],
            [.lost("no-answer"), .readBack(.validated)],
            [.lost("no-answer"), .promoted(Attempt.Promotion(.person, name: "Ana É.", at: Self.now + .seconds(9)))],
            [.lost("no-answer"), .abandoned("by Ana")],
        ]
        var expected: [Attempt] = []
        do {
            let outbox = try SQLiteOutbox(path: path)
            for (index, events) in ways.enumerated() {
                let id = UInt64.max - UInt64(index)
                let new = try Self.attempt(id, "AAAAA\(index)")
                guard case .added = try outbox.add(new, isSent: true, within: nil, at: Self.now) else {
                    return #expect(Bool(false))
                }
                expected.append(try outbox.advance(id, by: events, if: .inHand, at: Self.now + .seconds(5)))
            }
            outbox.close()
        }
        let again = try SQLiteOutbox(path: path)
        #expect(try again.attempts(from: Self.now, to: Self.now + .seconds(1)) == expected)
        #expect(try again.attempts(from: Self.now - .days(1), to: Self.now) == [])
        #expect(try again.openAttempts().map(\.attempt) == expected.filter { !$0.state.isClosed })
        #expect(try again.latestInstant() == Self.now + .seconds(5))
    }

    @Test("is readable by its owner alone, with all that lies beside it")
    func rights() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try Self.attempt(1), isSent: true, within: nil, at: Self.now)
        for name in ["", "-wal", "-shm", "-lock"] {
            var status = stat()
            #expect(stat(path + name, &status) == 0, "\(name)")
            #expect(status.st_mode & 0o777 == 0o600, "\(name)")
        }
    }

    @Test("is made once, whoever opens it at the same time")
    func openedTogether() async throws {
        let folder = try ScratchFolder()
        for round in 0..<100 {
            let path = folder.path("outbox-\(round).db")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 { group.addTask { try await Thread.run { _ = try SQLiteOutbox(path: path) } } }
                try await group.waitForAll()
            }
            try InstanceLock(path: path + "-lock").alone {}
        }
    }

    @Test("says that it is busy when another does not come to the end of opening it")
    func openedForever() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db-lock")
        let (first, second) = (try InstanceLock(path: path), try InstanceLock(path: path))
        let error = #expect(throws: StoreFileError.self) {
            try first.alone { () throws(StoreFileError) in try second.alone(pauses: 1) {} }
        }
        #expect(error?.kind == .busy)
        try second.alone(pauses: 0) {}
    }

    @Test("never has two open attempts of a countermark, whoever asks")
    func taken() throws {
        let folder = try ScratchFolder()
        let outboxes = try (0..<2).map { _ in try SQLiteOutbox(path: folder.path("outbox.db")) }
        guard case .added = try outboxes[0].add(try Self.attempt(1), isSent: true, within: nil, at: Self.now),
            case .taken(let taken) = try outboxes[1].add(try Self.attempt(2), isSent: true, within: nil, at: Self.now)
        else { return #expect(Bool(false)) }
        #expect(taken.id == 1)
        _ = try outboxes[0].advance(1, by: [.refused("cancelled")], if: .inHand, at: Self.now)
        guard case .added = try outboxes[1].add(try Self.attempt(3), isSent: true, within: nil, at: Self.now) else {
            return #expect(Bool(false))
        }
    }

    @Test("leaves what a living till is sending in its hands, and gives what a dead one was sending to the others")
    func hands() throws {
        let folder = try ScratchFolder()
        let other = try SQLiteOutbox(path: folder.path("outbox.db"))
        do {
            let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
            _ = try outbox.add(try Self.attempt(1), isSent: true, within: nil, at: Self.now)
            #expect(try other.openAttempts().map(\.isHeld) == [true])
            #expect(try outbox.openAttempts().map(\.isHeld) == [true])
            // Nor does somebody at the same till who would give it up take it away.
            #expect(throws: OutboxError.self) {
                try outbox.advance(1, by: [.abandoned("by Ana")], if: .free, at: Self.now)
            }
            #expect(try outbox.openAttempts().map(\.isHeld) == [true])
        }
        #expect(try other.openAttempts().map(\.isHeld) == [false])
    }

    @Test("gives what waits to one of two who want to send it")
    func claim() throws {
        let folder = try ScratchFolder()
        let outboxes = try (0..<2).map { _ in try SQLiteOutbox(path: folder.path("outbox.db")) }
        _ = try outboxes[0].add(try Self.attempt(1), isSent: false, within: OfflineLimits(), at: Self.now)
        #expect(try outboxes[0].advance(1, by: [.sent], if: .free, at: Self.now).state == .sent)
        let error = #expect(throws: OutboxError.self) {
            try outboxes[1].advance(1, by: [.sent], if: .free, at: Self.now)
        }
        #expect(error?.code == .wrongState)
    }

    @Test("keeps within limits, and gives up what would pass them")
    func limits() throws {
        let folder = try ScratchFolder()
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        let limits = OfflineLimits(count: 1)
        _ = try outbox.add(try Self.attempt(1, "AAAAAA"), isSent: false, within: limits, at: Self.now)
        #expect(
            try outbox.add(try Self.attempt(2, "BBBBBB"), isSent: false, within: limits, at: Self.now)
                == .limit("offline-count"))
        _ = try outbox.add(try Self.attempt(3, "CCCCCC"), isSent: true, within: nil, at: Self.now)
        let third = try outbox.postpone(3, within: limits, at: Self.now)
        #expect(third.state == .abandoned)
        #expect(third.note == "offline-count")
    }

    @Test("erases the countermarks of closed attempts to the last byte, and keeps what proves what was done")
    func erasing() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try Self.attempt(1, "ZQXJKV"), isSent: true, within: nil, at: Self.now)
        _ = try outbox.advance(1, by: [.validated], if: .inHand, at: Self.now)
        try outbox.load(
            DayList([
                DayList.Entry(
                    countermark: try Countermark("WWWWWW"), offerName: "Hamlet", begins: Self.now,
                    userName: "Zoé Quxley",
                    email: "zoe@quxley.fr")
            ]), at: Self.now)
        #expect(try outbox.entry(of: try Countermark("WWWWWW"))?.userName == "Zoé Quxley")
        #expect(try outbox.erase(closedBefore: Self.now) == 0)
        #expect(try outbox.erase(closedBefore: Self.now + .seconds(1)) == 1)
        #expect(try outbox.wipeDayLists(begunBefore: Self.now + .seconds(1)) == 1)
        let left = try outbox.attempts(from: Self.now, to: Self.now + .seconds(1))
        #expect(left.map(\.countermark) == [nil])
        #expect(left.map(\.state) == [.confirmed])
        for name in ["", "-wal"] {
            let bytes = try folder.bytes("outbox.db" + name)
            for secret in ["ZQXJKV", "WWWWWW", "Quxley"] { #expect(!bytes.contains(secret.utf8), "\(name) \(secret)") }
        }
    }

    // MARK: - Files that cannot be used

    @Test("leaves a file alone that is damaged, no outbox, newer, or no file at all, and names it")
    func unusable() throws {
        let folder = try ScratchFolder()
        func open(_ path: String) -> OutboxError? {
            do throws(OutboxError) {
                _ = try SQLiteOutbox(path: path)
                return nil
            } catch {
                return error
            }
        }
        let text = folder.path("text.db")
        try folder.write("text.db", Array("Bonjour, ceci n'est pas une base de données du tout.".utf8))
        let before = try folder.bytes("text.db")
        #expect(open(text)?.code == .damaged)
        #expect(try folder.bytes("text.db") == before)

        let foreign = folder.path("foreign.db")
        do {
            let connection = try Connection(path: foreign, access: .create)
            try connection.execute("CREATE TABLE t (x); PRAGMA application_id=7")
        }
        #expect(open(foreign)?.code == .notOurs)

        let newer = folder.path("newer.db")
        _ = try SQLiteOutbox(path: newer)
        do { try Connection(path: newer, access: .readWrite).execute("PRAGMA user_version=99") }
        let error = open(newer)
        #expect(error?.code == .newer)
        #expect(error?.detail.contains(newer) == true)

        for version in [0, -1, Int32.min] {
            do { try Connection(path: newer, access: .readWrite).execute("PRAGMA user_version=\(version)") }
            #expect(open(newer)?.code == .damaged)
        }

        #expect(open(folder.path("no/such/folder.db"))?.code == .unreachable)
        #expect(open(folder.path)?.code == .unreachable)

        let broken = folder.path("broken.db")
        do {
            let outbox = try SQLiteOutbox(path: broken)
            for number in 0..<200 {
                _ = try outbox.add(
                    try Self.attempt(UInt64(number), "A\(10_000 + number)"), isSent: true, within: nil, at: Self.now)
            }
            outbox.close()
        }
        var bytes = try folder.bytes("broken.db")
        for index in (4_096 * 2)..<(4_096 * 4) { bytes[index] = 0xAA }
        try folder.write("broken.db", bytes)
        #expect(open(broken)?.code == .damaged)
        #expect(try folder.bytes("broken.db") == bytes)
    }

    @Test("leaves the log alone of a file that lost its beginning, and a damaged file whatever kind of log it asks for")
    func cutShort() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let outbox = try SQLiteOutbox(path: path)
        _ = try outbox.add(try Self.attempt(1), isSent: true, within: nil, at: Self.now)
        let (whole, log) = (try folder.bytes("outbox.db"), try folder.bytes("outbox.db-wal"))
        outbox.close()

        func refusal(_ main: [UInt8], _ log: [UInt8]) throws -> OutboxError? {
            try folder.write("other.db", main)
            try folder.write("other.db-wal", log)
            let error = #expect(throws: OutboxError.self) { try SQLiteOutbox(path: folder.path("other.db")) }
            #expect(try folder.bytes("other.db") == main)
            #expect(try folder.bytes("other.db-wal") == log)
            return error
        }
        #expect(try refusal([], log)?.code == .damaged)
        #expect(try refusal(Array(whole.prefix(53)), log)?.code == .damaged)
        var damaged = try folder.bytes("outbox.db")
        // No write-ahead log, says its header.
        (damaged[18], damaged[19]) = (1, 1)
        for index in (4_096 * 2)..<(4_096 * 4) where index < damaged.count { damaged[index] = 0xAA }
        #expect(try refusal(damaged, [])?.code == .damaged)
    }

    @Test("a second outbox on the same file leaves the first one its locks")
    func locks() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        let first = try SQLiteOutbox(path: path)
        _ = try first.add(try Self.attempt(1), isSent: true, within: nil, at: Self.now)
        var status = stat()
        #expect(stat(path, &status) == 0)
        func isLocked() throws -> Bool {
            let file = fopen("/proc/locks", "r")
            defer { if let file { fclose(file) } }
            var line = [CChar](repeating: 0, count: 256)
            while let file, fgets(&line, 256, file) != nil {
                let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                if text.contains("POSIX"), text.contains(":\(status.st_ino) ") { return true }
            }
            return false
        }
        #expect(try isLocked())
        _ = try SQLiteOutbox(path: path)
        #expect(try isLocked())
        first.close()
    }

    @Test("says when the disk is full, and loses nothing of what it has")
    func fullDisk() throws {
        let folder = try ScratchFolder()
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        _ = try outbox.add(try Self.attempt(1, "AAAAAA"), isSent: false, within: OfflineLimits(), at: Self.now)
        outbox.limitPages()
        var error: OutboxError?
        for number in 2..<500 where error == nil {
            do throws(OutboxError) {
                let code = try? Countermark("B\(10_000 + number)")
                let attempt = Attempt(id: UInt64(number), till: "t", countermark: code, plannedAt: Self.now)
                _ = try outbox.add(attempt, isSent: true, within: nil, at: Self.now)
            } catch let failure {
                error = failure
            }
        }
        #expect(error?.code == .diskFull)
        #expect(try outbox.attempts(of: try Countermark("AAAAAA")).map(\.state) == [.planned])
    }

    @Test("is closed for good once it was closed")
    func closed() throws {
        let folder = try ScratchFolder()
        let outbox = try SQLiteOutbox(path: folder.path("outbox.db"))
        outbox.close()
        outbox.close()
        let error = #expect(throws: OutboxError.self) { try outbox.openAttempts() }
        #expect(error?.code == .closed)
    }

    @Test(
        "opens a file that any version wrote, and keeps what this one knows besides",
        arguments: [OutboxFixtures.version1, OutboxFixtures.version2])
    func versions(sql: String) throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        do {
            let connection = try Connection(path: path, access: .create)
            try connection.execute(sql)
        }
        let isSecond = sql == OutboxFixtures.version2
        let outbox = try SQLiteOutbox(path: path)
        let open = try outbox.openAttempts().map(\.attempt)
        #expect(open.map(\.number) == ["00000000000000AA", "00000000000000AB"])
        #expect(open.map(\.state) == [.planned, .probable])
        #expect(open.map(\.bookingID) == [nil, isSecond ? "42" : nil])
        #expect(Probable(open[1])?.others.contains(.service) == !isSecond)
        #expect(try outbox.attempts(of: try Countermark("LYSYU9")).first?.amountCents == 1_250)
        #expect(try outbox.attempts(from: .epoch, to: .latest).count == 3)
        let attempt = Attempt(
            id: 9, till: "caisse", countermark: try Countermark("WWWWWW"), plannedAt: Self.now, checkedAt: Self.now,
            bookingID: "77", serviceFrom: .latest)
        _ = try outbox.add(attempt, isSent: true, within: nil, at: Self.now)
        let read = try outbox.advance(
            9, by: [.lost("no-answer"), .readBack(.validated)], if: .inHand, at: Self.now + .seconds(1))
        outbox.close()
        let again = try SQLiteOutbox(path: path).attempts(of: try Countermark("WWWWWW"))
        #expect(again == [read])
        #expect(again.first?.bookingID == "77")
        #expect(again.first?.serviceFrom == .latest)
        #expect(again.first?.readAt == Self.now + .seconds(1))
    }
}
