// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import SQLite

/// The rows of the day lists.
extension OutboxRows {
    /// Replaces the list of each show that the new one speaks of.
    static func load(_ list: DayList, at now: Instant, _ file: inout File) throws(SQLiteError) {
        for show in list.shows {
            let deletion = try file.statement("DELETE FROM day_list WHERE offer = ? AND begins_at = ?")
            try deletion.bind(show.offerName, at: 1)
            try deletion.bind(show.begins.microseconds, at: 2)
            try deletion.run()
        }
        let insertion = try file.statement("INSERT INTO day_list VALUES (?, ?, ?, ?, ?, ?, ?)")
        for entry in list.entries {
            try insertion.bind(entry.countermark.revealed, at: 1)
            try insertion.bind(entry.offerName, at: 2)
            try insertion.bind(entry.begins.microseconds, at: 3)
            try insertion.bind(entry.userName, at: 4)
            try insertion.bind(entry.email, at: 5)
            try insertion.bind(entry.isUsed ? 1 : 0, at: 6)
            try insertion.bind(now.microseconds, at: 7)
            try insertion.run()
        }
    }

    static func entry(of countermark: Countermark, _ file: inout File) throws(SQLiteError) -> DayList.Entry? {
        let statement = try file.statement(
            "SELECT offer, begins_at, user_name, email, is_used FROM day_list WHERE countermark = ? ORDER BY loaded_at DESC"
        )
        try statement.bind(countermark.revealed, at: 1)
        return try rows(statement) { row in
            DayList.Entry(
                countermark: countermark, offerName: row.text(0), begins: Instant(microseconds: row.integer(1)),
                userName: row.text(2), email: row.text(3), isUsed: row.integer(4) != 0)
        }.first
    }

    static func wipe(begunBefore instant: Instant, _ file: inout File) throws(SQLiteError) -> Int {
        let count = try file.statement("SELECT count(*) FROM day_list WHERE begins_at < ?")
        try count.bind(instant.microseconds, at: 1)
        let wiped = try rows(count) { Int($0.integer(0)) }.first ?? 0
        guard wiped > 0 else { return 0 }
        let statement = try file.statement("DELETE FROM day_list WHERE begins_at < ?")
        try statement.bind(instant.microseconds, at: 1)
        try statement.run()
        return wiped
    }
}
