// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A page to print: headings, sentences and tables, everything escaped, no script.
struct HTMLPage {
    private let title: String
    private var body = ""

    /// Begins a page.
    init(title: String) {
        self.title = title
    }

    /// Adds a sentence.
    mutating func add(_ sentence: String) {
        body += "<p>\(Self.escaped(sentence))</p>\n"
    }

    /// Adds a table under a heading; nothing without rows.
    mutating func add(_ heading: String, _ header: [String], _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        body += "<h2>\(Self.escaped(heading))</h2>\n<table>\n<thead>\n<tr>"
        body += header.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined() + "</tr>\n</thead>\n<tbody>\n"
        for row in rows { body += "<tr>\(row.map { "<td>\(Self.escaped($0))</td>" }.joined())</tr>\n" }
        body += "</tbody>\n</table>\n"
    }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        let head = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Self.escaped(title))</title>
            <style>
            body { font-family: sans-serif; margin: 2rem; color: #111; }
            table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            tr { break-inside: avoid; }
            @media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>

            """
        return Array((head + body + "</body>\n</html>\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
