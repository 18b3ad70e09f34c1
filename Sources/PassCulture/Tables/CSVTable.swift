// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A table as French spreadsheets keep it: UTF-8 with or without a byte order mark, semicolons, quotes, lines ended by CRLF or LF.
struct CSVTable {
    /// A line of the table.
    struct Row {
        /// Where it begins in the file, counted from 1.
        let line: Int
        /// Its cells, without quotes, and without the apostrophe that keeps a spreadsheet from calculating.
        let cells: [String]
    }

    /// The names of the columns.
    let header: [String]
    /// The rows, each as long as the header.
    let rows: [Row]

    /// Reads a table; empty lines are passed over.
    ///
    /// - Throws: ``ListReadingError``, with the line.
    init(parsing bytes: some Collection<UInt8>) throws(ListReadingError) {
        var scanner = Scanner(bytes)
        var rows: [Row] = []
        while let row = try scanner.row() { rows.append(row) }
        guard let first = rows.first else {
            throw ListReadingError(.columns, line: 1, "le fichier est vide.", "the file is empty.")
        }
        header = first.cells
        for row in rows.dropFirst() where row.cells.count != first.cells.count {
            throw ListReadingError(
                .malformed, line: row.line, "\(row.cells.count) colonnes au lieu de \(first.cells.count).",
                "\(row.cells.count) columns instead of \(first.cells.count).")
        }
        self.rows = Array(rows.dropFirst())
    }

    /// Where columns are.
    ///
    /// - Throws: ``ListReadingError`` that names those that are missing.
    func places(of names: [String]) throws(ListReadingError) -> [Int] {
        let missing = names.filter { !header.contains($0) }
        guard missing.isEmpty else {
            let list = missing.joined(separator: ", ")
            throw ListReadingError(
                .columns, line: 1, "colonnes absentes : \(list) (colonnes séparées par des points-virgules).",
                "columns are missing: \(list) (columns are separated by semicolons).")
        }
        return names.compactMap { header.firstIndex(of: $0) }
    }
}

extension CSVTable {
    /// Goes through the bytes of a table.
    private struct Scanner {
        private var rest: ArraySlice<UInt8>
        private var line = 1

        init(_ bytes: some Collection<UInt8>) {
            rest = Array(bytes)[...]
            if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
        }

        /// The next line that is not empty.
        mutating func row() throws(ListReadingError) -> Row? {
            while !rest.isEmpty {
                let begin = line
                var cells: [String] = []
                var isOver = false
                while !isOver {
                    cells.append(try cell())
                    isOver = try endsRow()
                }
                // A spreadsheet writes the separators of emptied lines too.
                let isBlank = cells.allSatisfy { $0.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }
                if !isBlank { return Row(line: begin, cells: cells) }
            }
            return nil
        }

        private mutating func cell() throws(ListReadingError) -> String {
            rest.first == UInt8(ascii: "\"") ? try quoted() : try plain()
        }

        private mutating func plain() throws(ListReadingError) -> String {
            let end = rest.firstIndex { [UInt8(ascii: ";"), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains($0) }
            let bytes = rest[..<(end ?? rest.endIndex)]
            rest = rest[bytes.endIndex...]
            return try text(bytes, line)
        }

        private mutating func quoted() throws(ListReadingError) -> String {
            let begin = line
            var bytes: [UInt8] = []
            rest.removeFirst()
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\n") { line += 1 }
                guard byte == UInt8(ascii: "\"") else {
                    bytes.append(byte)
                    continue
                }
                guard rest.first == UInt8(ascii: "\"") else { return try text(bytes[...], begin) }
                rest.removeFirst()
                bytes.append(byte)
            }
            throw ListReadingError(
                .malformed, line: begin, "un guillemet n'est pas fermé.", "a quotation mark is not closed.")
        }

        /// Takes the semicolon, or the end of the line.
        private mutating func endsRow() throws(ListReadingError) -> Bool {
            switch rest.popFirst() {
            case UInt8(ascii: ";"): return false
            case UInt8(ascii: "\r"):
                if rest.first == UInt8(ascii: "\n") { rest.removeFirst() }
            case UInt8(ascii: "\n"), nil: break
            default:
                throw ListReadingError(
                    .malformed, line: line, "du texte suit un guillemet fermant.",
                    "text follows a closing quotation mark.")
            }
            line += 1
            return true
        }

        private func text(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(ListReadingError) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ListReadingError(
                    .notUTF8, line: line, "le texte n'est pas en UTF-8 : enregistrez le fichier en « CSV UTF-8 ».",
                    "the text is not UTF-8: save the file as \"CSV UTF-8\".")
            }
            let scalars = text.unicodeScalars
            let isGuarded = scalars.first == "'" && scalars.dropFirst().first.map(CSVCell.beginsFormula) ?? false
            return isGuarded ? String(scalars.dropFirst()) : text
        }
    }
}
