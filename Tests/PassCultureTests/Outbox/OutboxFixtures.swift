// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What each version of the SDK wrote into an outbox, as it was dumped then. Never to be changed: a file of every version must open.
enum OutboxFixtures {
    /// Version 1: one that waits, one that is probable, one that was confirmed and erased.
    static let version1 = """
        PRAGMA application_id=1885556546;
        PRAGMA user_version=1;
        CREATE TABLE attempts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER NOT NULL UNIQUE, till TEXT NOT NULL, venue TEXT,
            countermark TEXT, amount INTEGER, kind TEXT, planned_at INTEGER NOT NULL, not_before INTEGER,
            overrides INTEGER NOT NULL, checked_at INTEGER, state TEXT NOT NULL, sends INTEGER NOT NULL, sent_at INTEGER,
            closed_at INTEGER, unknown_since INTEGER, note TEXT, reading TEXT, promotion_ground TEXT, promotion_name TEXT,
            promotion_at INTEGER, holder INTEGER NOT NULL);
        CREATE INDEX attempts_by_countermark ON attempts (countermark) WHERE countermark IS NOT NULL;
        CREATE INDEX attempts_open ON attempts (sequence) WHERE closed_at IS NULL;
        CREATE INDEX attempts_by_time ON attempts (planned_at);
        CREATE TABLE history (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, attempt INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL);
        CREATE TABLE day_list (
            countermark TEXT NOT NULL, offer TEXT NOT NULL, begins_at INTEGER NOT NULL, user_name TEXT NOT NULL,
            email TEXT NOT NULL, is_used INTEGER NOT NULL, loaded_at INTEGER NOT NULL);
        CREATE INDEX day_list_by_countermark ON day_list (countermark);
        CREATE TABLE instances (number INTEGER PRIMARY KEY AUTOINCREMENT);
        INSERT INTO attempts VALUES (1, 170, 'caisse', 'Librairie', 'LYSYU9', 1250, 'cinema', 1543622400000000, NULL, 0, NULL,
            'planned', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
        INSERT INTO attempts VALUES (2, 171, 'caisse', NULL, 'AAAAAA', NULL, NULL, 1543622400000000, NULL, 0, 1543622400000000,
            'probable', 1, 1543622401000000, NULL, 1543622405000000, 'no-answer', 'validated', NULL, NULL, NULL, 0);
        INSERT INTO attempts VALUES (3, 172, 'caisse', NULL, NULL, NULL, NULL, 1543622400000000, NULL, 0, NULL,
            'confirmed', 1, 1543622401000000, 1543622402000000, NULL, NULL, NULL, NULL, NULL, NULL, 1);
        INSERT INTO instances VALUES (1);
        """

    /// Version 2: the same, and the probable one has what the check told of its booking, a product's.
    static let version2 = """
        PRAGMA application_id=1885556546;
        PRAGMA user_version=2;
        CREATE TABLE attempts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER NOT NULL UNIQUE, till TEXT NOT NULL, venue TEXT,
            countermark TEXT, amount INTEGER, kind TEXT, planned_at INTEGER NOT NULL, not_before INTEGER,
            overrides INTEGER NOT NULL, checked_at INTEGER, state TEXT NOT NULL, sends INTEGER NOT NULL, sent_at INTEGER,
            closed_at INTEGER, unknown_since INTEGER, note TEXT, reading TEXT, promotion_ground TEXT, promotion_name TEXT,
            promotion_at INTEGER, holder INTEGER NOT NULL, booking TEXT, service_from INTEGER, read_at INTEGER);
        CREATE INDEX attempts_by_countermark ON attempts (countermark) WHERE countermark IS NOT NULL;
        CREATE INDEX attempts_open ON attempts (sequence) WHERE closed_at IS NULL;
        CREATE INDEX attempts_by_time ON attempts (planned_at);
        CREATE TABLE history (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, attempt INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL);
        CREATE TABLE day_list (
            countermark TEXT NOT NULL, offer TEXT NOT NULL, begins_at INTEGER NOT NULL, user_name TEXT NOT NULL,
            email TEXT NOT NULL, is_used INTEGER NOT NULL, loaded_at INTEGER NOT NULL);
        CREATE INDEX day_list_by_countermark ON day_list (countermark);
        CREATE TABLE instances (number INTEGER PRIMARY KEY AUTOINCREMENT);
        INSERT INTO attempts VALUES (1, 170, 'caisse', 'Librairie', 'LYSYU9', 1250, 'cinema', 1543622400000000, NULL, 0, NULL,
            'planned', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
        INSERT INTO attempts VALUES (2, 171, 'caisse', NULL, 'AAAAAA', NULL, NULL, 1543622400000000, NULL, 0, 1543622400000000,
            'probable', 1, 1543622401000000, NULL, 1543622405000000, 'no-answer', 'validated', NULL, NULL, NULL, 0, '42',
            253402300799999999, 1543622406000000);
        INSERT INTO attempts VALUES (3, 172, 'caisse', NULL, NULL, NULL, NULL, 1543622400000000, NULL, 0, NULL,
            'confirmed', 1, 1543622401000000, 1543622402000000, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL);
        INSERT INTO instances VALUES (1);
        """
}
