// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a mail says, before it is HTML: kept as facts, so that nothing is rendered under the platform's lock.
struct MailBody: Sendable, Hashable {
    /// A piece of a mail.
    enum Block: Sendable, Hashable {
        /// A paragraph.
        case text(String)
        /// A paragraph that ends with a link, readable as text too.
        case link(String, url: String)
        /// A table.
        case table(header: [String], rows: [[String]])
    }

    /// How the reader is addressed.
    let greeting: String
    /// What follows.
    let blocks: [Block]
    /// Whether the team signs.
    var isSigned = true

    /// The mail to a partner starts like this.
    static let toPartner = "Cher partenaire pass Culture,"

    /// About how many bytes the facts take.
    var weight: Int {
        blocks.reduce(64 + greeting.utf8.count) { sum, block in
            switch block {
            case .text(let text): sum + 64 + text.utf8.count
            case .link(let text, let url): sum + 96 + text.utf8.count + url.utf8.count
            case .table(_, let rows):
                rows.reduce(sum + 64) { $0 + 32 + $1.reduce(0) { $0 + 16 + $1.utf8.count } }
            }
        }
    }

    /// The whole as HTML, everything that people typed escaped.
    var html: String {
        var html = "<html>\n<body>\n<p id=\"mail-greeting\">\(Self.escaped(greeting))</p>\n<div id=\"mail-content\">\n"
        for block in blocks { html += Self.html(block) + "\n" }
        html += "</div>\n"
        if isSigned { html += "<p id=\"mail-salutation\">Cordialement,<br>L'équipe pass Culture</p>\n" }
        return html + "</body>\n</html>"
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .text(let text):
            return "<p>\(escaped(text))</p>"
        case .link(let text, let url):
            return "<p>\(escaped(text))<br><a href=\"\(escaped(url))\">\(escaped(url))</a></p>"
        case .table(let header, let rows):
            let head = header.map { "<th>\(escaped($0))</th>" }.joined()
            let body = rows.map { "<tr>\($0.map { "<td>\(escaped($0))</td>" }.joined())</tr>" }.joined(separator: "\n")
            return "<table id=\"recap-table\">\n<tr>\(head)</tr>\n\(body)\n</table>"
        }
    }

    /// The text with what HTML would take for its own replaced.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
