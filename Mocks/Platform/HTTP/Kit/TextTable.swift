// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A table for people: a file for a spreadsheet, or a page to print, in French.
package struct TextTable: Sendable {
    /// What it is about.
    package let title: String
    /// Lines under the title.
    package let notes: [String]
    /// The headings above groups of columns, each with how many columns it spans; empty for none.
    package let groups: [(name: String, columns: Int)]
    /// The headings of the columns.
    package let header: [String]
    /// The rows, each as long as the header.
    package let rows: [[String]]

    /// Creates a table.
    package init(
        title: String, notes: [String] = [], groups: [(name: String, columns: Int)] = [], header: [String],
        rows: [[String]]
    ) {
        self.title = title
        self.notes = notes
        self.groups = groups
        self.header = header
        self.rows = rows
    }

    // MARK: CSV

    /// The header and the rows as French spreadsheets open them: UTF-8 with a byte order mark, semicolons, lines ended by CRLF.
    package var csv: [UInt8] {
        let lines = ([header] + rows).map { $0.map(CSV.cell).joined(separator: ";") }
        return Array(("\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()).utf8)
    }

    // MARK: HTML

    /// A page with the table, everything that people typed escaped.
    package var html: [UInt8] {
        var page = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <title>\(HTML.escaped(title))</title>
            <style>
            body { font-family: sans-serif; margin: 2rem; color: #111; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            tr { break-inside: avoid; }
            @media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } }
            </style>
            </head>
            <body>
            <h1>\(HTML.escaped(title))</h1>

            """
        for note in notes { page += "<p>\(HTML.escaped(note))</p>\n" }
        page += "<table>\n<thead>\n"
        if !groups.isEmpty {
            let cells = groups.map { "<th scope=\"colgroup\" colspan=\"\($0.columns)\">\(HTML.escaped($0.name))</th>" }
            page += "<tr>\(cells.joined())</tr>\n"
        }
        page += "<tr>\(header.map { "<th scope=\"col\">\(HTML.escaped($0))</th>" }.joined())</tr>\n</thead>\n<tbody>\n"
        for row in rows { page += "<tr>\(row.map { "<td>\(HTML.escaped($0))</td>" }.joined())</tr>\n" }
        return Array((page + "</tbody>\n</table>\n</body>\n</html>\n").utf8)
    }
}

extension Answer {
    /// A table as a file to open or a page to print.
    package static func table(_ table: TextTable, as format: TableFormat, named name: String) -> Answer {
        // Names of people are in it: no cache keeps it, and no browser guesses what it is.
        let guards = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        switch format {
        case .html:
            let policy = ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            return Answer(
                status: 200, contentType: "text/html; charset=utf-8", body: table.html, headers: guards + [policy])
        case .csv, .json:
            let disposition = ("Content-Disposition", "attachment; filename=\"\(name).csv\"")
            return Answer(
                status: 200, contentType: "text/csv; charset=utf-8", body: table.csv, headers: guards + [disposition])
        }
    }
}
