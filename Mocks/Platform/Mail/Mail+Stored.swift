// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import PlatformDomain

extension Mail: StoredRecord {
    /// The fields of a mail, for the data file and for snapshots.
    package static let columns: [Column<Mail>] = [
        Column("number", \.number), Column("from_name", \.from.name), Column("from_address", \.from.address),
        Column("to", \.to), Column("subject", \.subject), Column("at", \.at),
        Column("body_greeting", \.body.greeting), Column("body_blocks", \.body.blocks),
        Column("body_isSigned", \.body.isSigned), Column("attachments", \.attachments),
    ]

    /// Reads a mail.
    package init(_ row: inout StoredRow) throws(StoredError) {
        let number: Int = try row.next()
        self.init(
            from: MailSender(try row.next(), try row.next()), to: try row.next(), subject: try row.next(),
            at: try row.next(),
            body: MailBody(greeting: try row.next(), blocks: try row.next(), isSigned: try row.next()),
            attachments: try row.next())
        self.number = number
    }
}

/// A block is kept as a list: its kind, then what it says.
extension MailBody.Block: Storable {
    static var columnType: ColumnType { .list }

    var stored: StoredValue {
        switch self {
        case .heading(let text): .list([.text("heading"), .text(text)])
        case .text(let text): .list([.text("text"), .text(text)])
        case .lines(let lines): .list([.text("lines"), lines.stored])
        case .action(let text, let words, let url):
            .list([.text("action"), .text(text), .text(words), .text(url)])
        case .link(let text, let url): .list([.text("link"), .text(text), .text(url)])
        case .table(let header, let rows): .list([.text("table"), header.stored, rows.stored])
        }
    }

    init?(stored: StoredValue) {
        guard case .list(let parts) = stored, let kind = parts.first else { return nil }
        switch (kind, parts.count) {
        case (.text("heading"), 2):
            guard let text = String(stored: parts[1]) else { return nil }
            self = .heading(text)
        case (.text("lines"), 2):
            guard let lines = [String](stored: parts[1]) else { return nil }
            self = .lines(lines)
        case (.text("action"), 4):
            guard let text = String(stored: parts[1]), let words = String(stored: parts[2]),
                let url = String(stored: parts[3])
            else { return nil }
            self = .action(text, words: words, url: url)
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

/// An attachment is kept as a list: the file, then the fields of its batch.
extension MailAttachment: Storable {
    static var columnType: ColumnType { .list }

    var stored: StoredValue { .list([.text(file.rawValue), .list(batch.fields)]) }

    init?(stored: StoredValue) {
        guard case .list(let parts) = stored, parts.count == 2,
            let file = String(stored: parts[0]).flatMap(BatchFile.init(rawValue:)), case .list(let fields) = parts[1]
        else { return nil }
        var row = StoredRow(fields) { PaymentBatch.columns[$0].name }
        guard let batch = try? PaymentBatch(&row) else { return nil }
        self.file = file
        self.batch = batch
    }
}

extension Mail {
    /// The same with its links to one address of the platform leading to another.
    func moved(from old: String, to new: String) -> Mail {
        var mail = self
        mail.body = body.moved(from: old, to: new)
        return mail
    }
}
