// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A table as comma-separated values: every field in quotes, lines ended by CR and LF (`contract 2018-12 §9.6`).
struct CSVTable: Sendable {
    /// The names of the columns.
    let columns: [String]
    /// The rows, each as long as the columns.
    let rows: [[String]]

    /// Creates a table.
    init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Makes a table of objects with the same keys: null is an empty field, a text itself, all else as JSON writes it.
    init(_ objects: [JSONObject]) {
        let columns = objects.first?.keys.sorted() ?? []
        self.columns = columns
        rows = objects.map { object in
            columns.map { column in
                switch object[column] ?? .null {
                case .null: ""
                case .string(let text): text
                case let value: value.text
                }
            }
        }
    }

    /// The table as an attachment.
    func answer(_ name: String) -> Answer {
        let lines = ([columns] + rows).map { CSV.quotedLine($0.map(Self.safe)) }
        return Answer(
            status: 200, contentType: "text/csv; charset=utf-8", body: Array(lines.joined().utf8),
            headers: [("Content-Disposition", "attachment; filename=\(name).csv")])
    }

    /// No formula: numbers may have a sign.
    private static func safe(_ field: String) -> String { Double(field) == nil ? CSV.withoutFormula(field) : field }
}
