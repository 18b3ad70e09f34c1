// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import SQLite
import TestSupport

/// Outboxes to begin with: as a till leaves them, as a killed one does, and what is none.
enum OutboxCorpus {
    private static let now = Instant.epoch + .days(16_900)

    /// Makes them.
    static func files(in folder: ScratchFolder) throws -> [OutboxFiles] {
        let killed = try killed(in: folder)
        return [
            killed, try closed(in: folder), try small(in: folder), OutboxFiles(main: []),
            OutboxFiles(main: Array("Bonjour, ceci n'est pas une base de données du tout.".utf8)),
            try foreign(in: folder, "another", "CREATE TABLE t (x); PRAGMA application_id=7"),
            try foreign(
                in: folder, "newer", "CREATE TABLE t (x); PRAGMA application_id=1885556546; PRAGMA user_version=99"),
            OutboxFiles(main: [], log: killed.log),
            // What once ended the program.
            try foreign(
                in: folder, "negative", "CREATE TABLE t (x); PRAGMA application_id=1885556546; PRAGMA user_version=-1"),
        ]
    }

    /// An outbox that was open when the power went.
    private static func killed(in folder: ScratchFolder) throws -> OutboxFiles {
        let outbox = try SQLiteOutbox(path: folder.path("killed.db"))
        try fill(outbox)
        return OutboxFiles(main: try folder.bytes("killed.db"), log: try folder.bytes("killed.db-wal"))
    }

    private static func closed(in folder: ScratchFolder) throws -> OutboxFiles {
        try fill(try SQLiteOutbox(path: folder.path("closed.db")))
        return OutboxFiles(main: try folder.bytes("closed.db"))
    }

    /// The same on pages of 512 bytes: more of it is structure.
    private static func small(in folder: ScratchFolder) throws -> OutboxFiles {
        try fill(try SQLiteOutbox(path: folder.path("small.db")))
        do {
            let connection = try Connection(path: folder.path("small.db"), access: .readWrite)
            try connection.execute("PRAGMA journal_mode=DELETE; PRAGMA page_size=512; VACUUM; PRAGMA journal_mode=WAL")
        }
        return OutboxFiles(main: try folder.bytes("small.db"))
    }

    private static func foreign(in folder: ScratchFolder, _ kind: String, _ sql: String) throws -> OutboxFiles {
        let name = kind + ".db"
        try Connection(path: folder.path(name), access: .create).execute(sql)
        return OutboxFiles(main: try folder.bytes(name))
    }

    /// Attempts in every state.
    private static func fill(_ outbox: SQLiteOutbox) throws {
        let ways: [[Attempt.Event]] = [
            [.validated], [.refused("cancelled")], [.lost("no-answer")], [.notSent],
            [.lost("no-answer"), .readBack(.validated)], [],
            [.lost("no-answer"), .promoted(Attempt.Promotion(.person, name: "Ana", at: now))],
            [.lost("no-answer"), .abandoned("by Ana")], [.validated, .recalled(.undo, "Ana")],
        ]
        for (index, events) in ways.enumerated() {
            let attempt = Attempt(
                id: UInt64(index + 1), till: "caisse \(index)", venue: "Librairie",
                countermark: try Countermark("LYSYU\(index)"),
                amountCents: 1_250, kind: .cinema, plannedAt: now, checkedAt: now)
            _ = try outbox.add(attempt, isSent: true, within: nil, at: now)
            if !events.isEmpty { _ = try outbox.advance(attempt.id, by: events, if: .inHand, at: now + .seconds(5)) }
        }
        let entry = DayList.Entry(
            countermark: try Countermark("WWWWWW"), offerName: "Hamlet", begins: now, userName: "Zoé", email: "zoe@x.fr"
        )
        try outbox.load(DayList([entry]), at: now)
    }
}
