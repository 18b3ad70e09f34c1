// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a mail says, before it is HTML or text: kept as facts, so that each is written once and nothing is rendered under the
/// platform's lock.
struct MailBody: Sendable, Hashable {
    /// A piece of a mail.
    enum Block: Sendable, Hashable {
        /// A title.
        case heading(String)
        /// A paragraph.
        case text(String)
        /// A paragraph of several lines.
        case lines([String])
        /// A paragraph that ends with a link, readable as text too.
        case link(String, url: String)
        /// A paragraph that ends with words that lead somewhere.
        case action(String, words: String, url: String)
        /// A table.
        case table(header: [String], rows: [[String]])
    }

    /// How the reader is addressed, if at all.
    let greeting: String?
    /// What follows.
    let blocks: [Block]
    /// Whether the team signs.
    var isSigned = true

    /// The mail to a partner starts like this.
    static let toPartner = "Cher partenaire pass Culture,"
    /// A mail that says nothing: all is in its attachment.
    static let empty = MailBody(greeting: nil, blocks: [], isSigned: false)

    private static let salutation = ["Cordialement,", "L'équipe pass Culture"]

    /// About how many bytes the facts take.
    var weight: Int {
        blocks.reduce(64 + (greeting?.utf8.count ?? 0)) { sum, block in
            switch block {
            case .heading(let text), .text(let text): sum + 64 + text.utf8.count
            case .lines(let lines): lines.reduce(sum + 64) { $0 + 16 + $1.utf8.count }
            case .link(let text, let url): sum + 96 + text.utf8.count + url.utf8.count
            case .action(let text, let words, let url): sum + 96 + text.utf8.count + words.utf8.count + url.utf8.count
            case .table(_, let rows):
                rows.reduce(sum + 64) { $0 + 32 + $1.reduce(0) { $0 + 16 + $1.utf8.count } }
            }
        }
    }

    /// The whole as HTML, everything that people typed escaped.
    var html: String {
        if self == Self.empty { return "" }
        var html = "<html>\n<body>\n"
        if let greeting { html += "<p id=\"mail-greeting\">\(HTML.escaped(greeting))</p>\n" }
        html += "<div id=\"mail-content\">\n"
        for block in blocks { html += Self.html(block) + "\n" }
        html += "</div>\n"
        if isSigned { html += "<p id=\"mail-salutation\">\(Self.salutation.joined(separator: "<br>"))</p>\n" }
        return html + "</body>\n</html>"
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .heading(let text):
            return "<h1>\(HTML.escaped(text))</h1>"
        case .text(let text):
            return "<p>\(HTML.escaped(text))</p>"
        case .lines(let lines):
            return "<p>\(lines.map(HTML.escaped).joined(separator: "<br>"))</p>"
        case .link(let text, let url):
            return "<p>\(HTML.escaped(text))<br><a href=\"\(HTML.escaped(url))\">\(HTML.escaped(url))</a></p>"
        case .action(let text, let words, let url):
            return "<p>\(HTML.escaped(text)) <a href=\"\(HTML.escaped(url))\">\(HTML.escaped(words))</a></p>"
        case .table(let header, let rows):
            let head = header.map { "<th>\(HTML.escaped($0))</th>" }.joined()
            let body = rows.map { "<tr>\($0.map { "<td>\(HTML.escaped($0))</td>" }.joined())</tr>" }.joined(
                separator: "\n")
            return "<table id=\"recap-table\">\n<tr>\(head)</tr>\n\(body)\n</table>"
        }
    }
}

extension MailBody {
    /// The whole as plain text: what the HTML shows, in the same order, with the links spelt out.
    var text: String {
        var paragraphs = greeting.map { [$0] } ?? []
        paragraphs += blocks.map(Self.text)
        if isSigned { paragraphs.append(Self.salutation.joined(separator: "\n")) }
        return paragraphs.isEmpty ? "" : paragraphs.joined(separator: "\n\n") + "\n"
    }

    private static func text(_ block: Block) -> String {
        switch block {
        case .heading(let text), .text(let text): text
        case .lines(let lines): lines.joined(separator: "\n")
        case .link(let text, let url): "\(text)\n\(url)"
        case .action(let text, let words, let url): "\(text) \(words) : \(url)"
        case .table(let header, let rows):
            ([header] + rows).map { $0.joined(separator: " | ") }.joined(separator: "\n")
        }
    }
}
