// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import PlatformDomain

extension Mail: StoredRecord {
    /// The fields of a mail, for the data file and for snapshots.
    package static let columns: [Column<Mail>] = [
        Column("to", \.to), Column("subject", \.subject), Column("at", \.at),
        Column("body_greeting", \.body.greeting), Column("body_blocks", \.body.blocks),
        Column("body_isSigned", \.body.isSigned),
    ]

    /// Reads a mail.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            to: try row.next(), subject: try row.next(), at: try row.next(),
            body: MailBody(greeting: try row.next(), blocks: try row.next(), isSigned: try row.next()))
    }
}

/// A block is kept as a list: its kind, then what it says.
extension MailBody.Block: Storable {
    static var columnType: ColumnType { .list }

    var stored: StoredValue {
        switch self {
        case .text(let text): .list([.text("text"), .text(text)])
        case .link(let text, let url): .list([.text("link"), .text(text), .text(url)])
        case .table(let header, let rows): .list([.text("table"), header.stored, rows.stored])
        }
    }

    init?(stored: StoredValue) {
        guard case .list(let parts) = stored, let kind = parts.first else { return nil }
        switch (kind, parts.count) {
        case (.text("text"), 2):
            guard let text = String(stored: parts[1]) else { return nil }
            self = .text(text)
        case (.text("link"), 3):
            guard let text = String(stored: parts[1]), let url = String(stored: parts[2]) else { return nil }
            self = .link(text, url: url)
        case (.text("table"), 3):
            guard let header = [String](stored: parts[1]), let rows = [[String]](stored: parts[2]) else { return nil }
            self = .table(header: header, rows: rows)
        default: return nil
        }
    }
}
