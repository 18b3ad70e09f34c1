// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import SQLite

/// The rows of an outbox: attempts written and read, one prepared statement a question.
enum OutboxRows {
    typealias File = SQLiteOutbox.Opened

    private static let columns =
        "id, till, venue, countermark, amount, kind, planned_at, not_before, overrides, checked_at, state, sends, "
        + "sent_at, closed_at, unknown_since, note, reading, promotion_ground, promotion_name, promotion_at, booking, "
        + "service_from, read_at"

    // MARK: - Writing

    private static let insertion =
        "INSERT INTO attempts (\(columns), holder) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    /// Writes a new attempt down, which somebody holds; 0 for nobody.
    static func insert(_ attempt: Attempt, holder: Int64, _ file: inout File) throws(SQLiteError) {
        let statement = try file.statement(insertion)
        try statement.bind(Int64(bitPattern: attempt.id), at: 1)
        try statement.bind(attempt.till, at: 2)
        try statement.bind(attempt.venue, at: 3)
        try statement.bind(attempt.countermark?.revealed, at: 4)
        try statement.bind(attempt.amountCents, at: 5)
        try statement.bind(attempt.kind?.rawValue, at: 6)
        try statement.bind(attempt.plannedAt.microseconds, at: 7)
        try statement.bind(attempt.notBefore?.microseconds, at: 8)
        try statement.bind(attempt.overridesRule ? 1 : 0, at: 9)
        try statement.bind(attempt.checkedAt?.microseconds, at: 10)
        try bindState(of: attempt, to: statement, from: 11)
        try statement.bind(attempt.bookingID, at: 21)
        try statement.bind(attempt.serviceFrom?.microseconds, at: 22)
        try statement.bind(attempt.readAt?.microseconds, at: 23)
        try statement.bind(holder, at: 24)
        try statement.run()
    }

    static func update(_ attempt: Attempt, holder: Int64, _ file: inout File) throws(SQLiteError) {
        let statement = try file.statement(
            """
            UPDATE attempts SET state = ?, sends = ?, sent_at = ?, closed_at = ?, unknown_since = ?, note = ?, reading = ?,
            promotion_ground = ?, promotion_name = ?, promotion_at = ?, holder = ?, read_at = ?, not_before = ? WHERE id = ?
            """)
        try bindState(of: attempt, to: statement, from: 1)
        try statement.bind(holder, at: 11)
        try statement.bind(attempt.readAt?.microseconds, at: 12)
        try statement.bind(attempt.notBefore?.microseconds, at: 13)
        try statement.bind(Int64(bitPattern: attempt.id), at: 14)
        try statement.run()
    }

    /// Takes an attempt out of the hands of somebody, if it is in theirs.
    static func letGo(_ id: UInt64, by holder: Int64, _ file: inout File) throws(SQLiteError) {
        let statement = try file.statement("UPDATE attempts SET holder = 0 WHERE id = ? AND holder = ?")
        try statement.bind(Int64(bitPattern: id), at: 1)
        try statement.bind(holder, at: 2)
        try statement.run()
    }

    private static func bindState(
        of attempt: Attempt, to statement: Statement, from place: Int
    ) throws(SQLiteError) {
        try statement.bind(attempt.state.rawValue, at: place)
        try statement.bind(Int64(attempt.sends), at: place + 1)
        try statement.bind(attempt.sentAt?.microseconds, at: place + 2)
        try statement.bind(attempt.closedAt?.microseconds, at: place + 3)
        try statement.bind(attempt.unknownSince?.microseconds, at: place + 4)
        try statement.bind(attempt.note, at: place + 5)
        try statement.bind(attempt.reading?.rawValue, at: place + 6)
        try statement.bind(attempt.promotion?.ground.rawValue, at: place + 7)
        try statement.bind(attempt.promotion?.name, at: place + 8)
        try statement.bind(attempt.promotion?.at.microseconds, at: place + 9)
    }

    /// Adds a line to the history of an attempt, which nothing ever takes out.
    static func note(_ event: String, on id: UInt64, at now: Instant, _ file: inout File) throws(SQLiteError) {
        let statement = try file.statement("INSERT INTO history (attempt, at, event) VALUES (?, ?, ?)")
        try statement.bind(Int64(bitPattern: id), at: 1)
        try statement.bind(now.microseconds, at: 2)
        try statement.bind(event, at: 3)
        try statement.run()
    }

    static func erase(closedBefore instant: Instant, _ file: inout File) throws(SQLiteError) -> Int {
        let count = try file.statement(
            "SELECT count(*) FROM attempts WHERE countermark IS NOT NULL AND closed_at < ?")
        try count.bind(instant.microseconds, at: 1)
        defer { count.reset() }
        guard try count.step(), count.integer(0) > 0 else { return 0 }
        let erased = Int(count.integer(0))
        let statement = try file.statement(
            "UPDATE attempts SET countermark = NULL, booking = NULL WHERE countermark IS NOT NULL AND closed_at < ?")
        try statement.bind(instant.microseconds, at: 1)
        try statement.run()
        return erased
    }

    // MARK: - Reading

    private static let selection = "SELECT \(columns), holder FROM attempts WHERE id = ?"

    /// An attempt, with the number of who has it in hand; 0 for nobody.
    static func attempt(_ id: UInt64, _ file: inout File) throws(SQLiteError) -> (Attempt, holder: Int64)? {
        let statement = try file.statement(selection)
        try statement.bind(Int64(bitPattern: id), at: 1)
        return try rows(statement) { (row($0), $0.integer(23)) }.first
    }

    private static let selectionByCountermark =
        "SELECT \(columns) FROM attempts WHERE countermark = ? ORDER BY sequence"

    static func attempts(of countermark: Countermark, _ file: inout File) throws(SQLiteError) -> [Attempt] {
        let statement = try file.statement(selectionByCountermark)
        try statement.bind(countermark.revealed, at: 1)
        return try rows(statement) { row($0) }
    }

    static func attempts(in state: Attempt.State, _ file: inout File) throws(SQLiteError) -> [Attempt] {
        let statement = try file.statement(
            "SELECT \(columns) FROM attempts WHERE closed_at IS NULL AND state = ? ORDER BY sequence")
        try statement.bind(state.rawValue, at: 1)
        return try rows(statement) { row($0) }
    }

    static func attempts(
        from begin: Instant, to end: Instant, _ file: inout File
    ) throws(SQLiteError) -> [Attempt] {
        let statement = try file.statement(
            "SELECT \(columns) FROM attempts WHERE planned_at >= ? AND planned_at < ? ORDER BY sequence")
        try statement.bind(begin.microseconds, at: 1)
        try statement.bind(end.microseconds, at: 2)
        return try rows(statement) { row($0) }
    }

    /// The attempts that are not closed, each with the number of who has it in hand.
    static func openAttempts(_ file: inout File) throws(SQLiteError) -> [(Attempt, holder: Int64)] {
        let statement = try file.statement(
            "SELECT \(columns), holder FROM attempts WHERE closed_at IS NULL ORDER BY sequence")
        return try rows(statement) { (row($0), $0.integer(23)) }
    }

    static func latestInstant(_ file: inout File) throws(SQLiteError) -> Instant? {
        let statement = try file.statement("SELECT max(at) FROM history")
        return try rows(statement) { $0.isNull(0) ? nil : Instant(microseconds: $0.integer(0)) }.first ?? nil
    }

    static func rows<Row>(
        _ statement: Statement, _ read: (Statement) -> Row
    ) throws(SQLiteError) -> [Row] {
        defer { statement.reset() }
        var found: [Row] = []
        while try statement.step() { found.append(read(statement)) }
        return found
    }

    private static func row(_ row: Statement) -> Attempt {
        func instant(_ column: Int) -> Instant? { row.optionalInteger(column).map { Instant(microseconds: $0) } }
        var attempt = Attempt(
            id: UInt64(bitPattern: row.integer(0)), till: row.text(1), venue: row.optionalText(2),
            countermark: row.optionalText(3).flatMap { try? Countermark($0) }, amountCents: row.optionalInteger(4),
            kind: row.optionalText(5).flatMap(OfferKind.init(rawValue:)), plannedAt: instant(6) ?? .epoch,
            notBefore: instant(7), overridesRule: row.integer(8) != 0, checkedAt: instant(9),
            bookingID: row.optionalText(20),
            serviceFrom: instant(21))
        // A state that this version does not know is one of which nothing is known.
        attempt.state = Attempt.State(rawValue: row.text(10)) ?? .unknown
        attempt.sends = Int(row.integer(11))
        attempt.sentAt = instant(12)
        attempt.readAt = instant(22)
        attempt.closedAt = instant(13)
        attempt.unknownSince = instant(14)
        attempt.note = row.optionalText(15)
        attempt.reading = row.optionalText(16).flatMap(Attempt.Reading.init(rawValue:))
        if let ground = row.optionalText(17).flatMap(Attempt.Promotion.Ground.init(rawValue:)) {
            attempt.promotion = Attempt.Promotion(ground, name: row.optionalText(18) ?? "", at: instant(19) ?? .epoch)
        }
        return attempt
    }
}

extension SQLiteOutbox.Opened {
    /// The prepared statement of a question, made the first time.
    mutating func statement(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = statements[sql] { return statement }
        let statement = try connection.prepare(sql)
        statements[sql] = statement
        return statement
    }
}

extension Statement {
    /// Puts a text or nothing into a place.
    func bind(_ value: String?, at place: Int) throws(SQLiteError) {
        if let value { try bind(value, at: place) } else { try bindNull(at: place) }
    }

    /// Puts a number or nothing into a place.
    func bind(_ value: Int64?, at place: Int) throws(SQLiteError) {
        if let value { try bind(value, at: place) } else { try bindNull(at: place) }
    }

    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
}
