// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// The file of an outbox: what tells it from others, its schema, its version.
///
/// Version 1 is the first; version 2 keeps what a check told of the booking. A later one adds a step to the migrations; a file of each
/// version is kept in the tests.
enum OutboxFile {
    /// `pcOB`, and what brings a file from a version to the next: the first makes an empty file one of version 1.
    private static let file = StoreFile(
        applicationID: 0x7063_4F42,
        migrations: [
            """
            CREATE TABLE attempts (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                id INTEGER NOT NULL UNIQUE,
                till TEXT NOT NULL,
                venue TEXT,
                countermark TEXT,
                amount INTEGER,
                kind TEXT,
                planned_at INTEGER NOT NULL,
                not_before INTEGER,
                overrides INTEGER NOT NULL,
                checked_at INTEGER,
                state TEXT NOT NULL,
                sends INTEGER NOT NULL,
                sent_at INTEGER,
                closed_at INTEGER,
                unknown_since INTEGER,
                note TEXT,
                reading TEXT,
                promotion_ground TEXT,
                promotion_name TEXT,
                promotion_at INTEGER,
                holder INTEGER NOT NULL
            );
            CREATE INDEX attempts_by_countermark ON attempts (countermark) WHERE countermark IS NOT NULL;
            CREATE INDEX attempts_open ON attempts (sequence) WHERE closed_at IS NULL;
            CREATE INDEX attempts_by_time ON attempts (planned_at);
            CREATE TABLE history (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT, attempt INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL
            );
            CREATE TABLE day_list (
                countermark TEXT NOT NULL, offer TEXT NOT NULL, begins_at INTEGER NOT NULL, user_name TEXT NOT NULL,
                email TEXT NOT NULL, is_used INTEGER NOT NULL, loaded_at INTEGER NOT NULL
            );
            CREATE INDEX day_list_by_countermark ON day_list (countermark);
            CREATE TABLE instances (number INTEGER PRIMARY KEY AUTOINCREMENT);
            """,
            """
            ALTER TABLE attempts ADD COLUMN booking TEXT;
            ALTER TABLE attempts ADD COLUMN service_from INTEGER;
            ALTER TABLE attempts ADD COLUMN read_at INTEGER;
            """,
        ])

    /// Opens the file, made and brought up to date where that is needed.
    static func open(_ path: String, as process: pid_t) throws(OutboxError) -> SQLiteOutbox.Opened {
        do throws(StoreFileError) {
            let opened = try file.open(path, as: process)
            return SQLiteOutbox.Opened(connection: opened.connection, lock: opened.lock, instance: opened.instance)
        } catch {
            throw OutboxError(error)
        }
    }
}

extension OutboxError {
    /// Puts SQLite's trouble with a file into a till's words.
    init(_ error: SQLiteError, _ path: String) { self.init(StoreFileError(error, path)) }

    /// Puts the trouble with a file into a till's words.
    init(_ error: StoreFileError) {
        let code: Code =
            switch error.kind {
            case .busy: .busy
            case .damaged: .damaged
            case .diskFull: .diskFull
            case .unreachable, .inherited: .unreachable
            case .notOurs: .notOurs
            case .newer: .newer
            }
        self.init(code, detail: error.detail, cashier: error.kind == .inherited ? .inherited : code.cashier)
    }
}

extension CashierSentence {
    /// What is told of an outbox in a child of the process that has it open: what the till's support must know is in it.
    fileprivate static let inherited = CashierSentence(
        french: """
            Le registre de la caisse était déjà ouvert au moment du fork() : rien n'est envoyé. Pour le support de la caisse : fermez toute \
            caisse avant fork(), ou faites fork() d'abord, ou exec.
            """,
        english: """
            The till's outbox was open already at the fork(): nothing is sent. For the till's support: close every till before fork(), or \
            fork first, or exec.
            """)
}
