// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import SQLite

/// A table of the data file whose columns are the fields of a record, each of its own type.
struct KeptTable {
    /// What the table is called.
    let name: String
    /// What its rows are counted by.
    let key: String
    private let fields: [StatePart.Field]
    /// What stands for each column in sums: its name, so that a column added later and still empty changes none.
    private let salts: [Int64]

    /// A table with those columns beside the key.
    init(_ name: String, key: String, fields: [StatePart.Field]) {
        self.name = name
        self.key = key
        self.fields = fields
        salts = fields.map { field in
            var sum = Checksum()
            sum.add(field.name)
            return sum.value
        }
    }

    /// What makes the table. Columns that may be missing may be empty, others may not; `STRICT`, so that SQLite holds the types.
    var creation: String {
        let columns = fields.map { field in "\(column(field))\(field.isOptional ? "" : " NOT NULL")" }
        return "CREATE TABLE IF NOT EXISTS \"\(name)\" (\"\(key)\" INTEGER PRIMARY KEY, "
            + columns.joined(separator: ", ") + ", \"checksum\" INTEGER) STRICT"
    }

    /// What adds the columns that a file of an older kit lacks; an error if one of them may not be empty.
    func additions(to present: Set<String>) throws(StoredError) -> [String] {
        var statements: [String] = []
        for field in fields where !present.contains(field.name) {
            guard field.isOptional else { throw StoredError("\(name) has no column \(field.name)") }
            statements.append("ALTER TABLE \"\(name)\" ADD COLUMN \(column(field))")
        }
        return statements
    }

    private func column(_ field: StatePart.Field) -> String {
        "\"\(field.name)\" \(field.type == .integer ? "INTEGER" : "TEXT")"
    }

    /// What writes a row: its key, its fields, its sum.
    var insertion: String {
        let places = Array(repeating: "?", count: fields.count + 2).joined(separator: ", ")
        let names = ([key] + fields.map(\.name) + ["checksum"]).map { "\"\($0)\"" }.joined(separator: ", ")
        return "INSERT OR REPLACE INTO \"\(name)\" (\(names)) VALUES (\(places))"
    }

    /// What reads all rows in order, or those from one key through another; a column that the file does not have yet reads as empty.
    func selection(from present: Set<String>, isRange: Bool = false) -> String {
        let names = fields.map { present.contains($0.name) ? "\"\($0.name)\"" : "NULL" }
        return "SELECT \"\(key)\", \(names.joined(separator: ", ")), \"checksum\" FROM \"\(name)\" "
            + (isRange ? "WHERE \"\(key)\" BETWEEN ? AND ? " : "") + "ORDER BY \"\(key)\""
    }

    /// The key of a position in one half, 0 or 1, of the table of a part.
    static func key(_ position: Int, half: Int64) -> Int64 { half << 40 | Int64(position) }

    /// Puts a row into the places of ``insertion`` but the last, and adds it to a sum.
    func bind(_ key: Int64, _ values: [StoredValue], to statement: Statement, _ sum: inout Checksum) throws(SQLiteError)
    {
        try statement.bind(key, at: 1)
        for (index, value) in values.enumerated() {
            let place = index + 2
            switch value {
            case .null:
                try statement.bindNull(at: place)
                continue
            case .bool(let truth): try bind(truth ? 1 : 0, index, to: statement, &sum)
            case .integer(let number): try bind(number, index, to: statement, &sum)
            case .instant(let instant): try bind(instant.microseconds, index, to: statement, &sum)
            case .text(let text): try bind(text, index, to: statement, &sum)
            case .list: try bind(value.json(.numbers).text, index, to: statement, &sum)
            }
        }
    }

    private func bind(
        _ number: Int64, _ index: Int, to statement: Statement, _ sum: inout Checksum
    ) throws(SQLiteError) {
        try statement.bind(number, at: index + 2)
        sum.add(salts[index])
        sum.add(number)
    }

    private func bind(
        _ text: String, _ index: Int, to statement: Statement, _ sum: inout Checksum
    ) throws(SQLiteError) {
        try statement.bind(text, at: index + 2)
        sum.add(salts[index])
        sum.add(text)
    }

    /// Reads the row that a statement made of ``selection(from:)`` stands at, and adds it to a sum.
    func read(_ statement: Statement, _ sum: inout Checksum) throws(StoredError) -> [StoredValue] {
        var values: [StoredValue] = []
        values.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() {
            let column = index + 1
            guard !statement.isNull(column) else {
                values.append(.null)
                continue
            }
            sum.add(salts[index])
            switch field.type {
            case .integer:
                guard statement.isInteger(column) else { throw StoredError("\(name): \(field.name) is no number") }
                let number = statement.integer(column)
                sum.add(number)
                values.append(.integer(number))
            case .text:
                let text = statement.text(column)
                sum.add(text)
                values.append(.text(text))
            case .list:
                let text = statement.text(column)
                sum.add(text)
                guard let json = try? JSONValue(parsing: text), let value = StoredValue(json) else {
                    throw StoredError("\(name): \(field.name) is no list")
                }
                values.append(value)
            }
        }
        return values
    }

    /// The place of the sum among the columns of ``selection(from:)``.
    var checksumColumn: Int { fields.count + 1 }
    /// The place of the sum among those of ``insertion``.
    var checksumPlace: Int { fields.count + 2 }
}

extension KeptTable {
    /// The table of a part of the state; the sums are those of its chunks and stand elsewhere.
    init(_ part: StatePart) {
        self.init(part.name, key: "position", fields: part.fields)
    }

    /// The table of the mails.
    static let mails = KeptTable("mails", key: "position", fields: StatePart.Field.all(of: Mail.self))
}
