// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A step from one version of the data file to the next: SQL, run once, together with the reading of the file, and undone if that fails.
///
/// A table or an optional column that a newer kit adds needs none: it is added empty. All else is a step here.
struct DataMigration: Sendable {
    /// What it does, for people.
    let summary: String
    /// The statements.
    let sql: String

    /// The steps, the first one from version 1 to version 2.
    static let all = [
        DataMigration(
            summary:
                "Lets a chunk of the snapshot stand in either half of its table, and says how many rows it has in all.",
            sql: """
                ALTER TABLE chunks ADD COLUMN half INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE platform ADD COLUMN rows INTEGER
                """),
        DataMigration(
            summary: "Says which editions of the contract are served; nothing where that is not known.",
            sql: "ALTER TABLE platform ADD COLUMN edition TEXT"),
    ]
}
