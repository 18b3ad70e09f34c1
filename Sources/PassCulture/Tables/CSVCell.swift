// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A cell of a table for a French spreadsheet.
enum CSVCell {
    /// Whether a spreadsheet takes what begins so for a formula.
    static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool { "=+-@\t\r\n".unicodeScalars.contains(scalar) }

    /// The cell as it is written: with an apostrophe before what would be a formula, and quoted where it must be. Names are whatever
    /// somebody typed.
    static func written(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(beginsFormula) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        // A quotation mark ends the cell for a spreadsheet, though an accent stands on it.
        return safe.unicodeScalars.reduce(into: "\"") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }

    /// A file: UTF-8 with a byte order mark, semicolons, lines ended by CRLF.
    static func file(_ lines: [[String]]) -> [UInt8] {
        let text = lines.map { $0.map(written).joined(separator: ";") + "\r\n" }.joined()
        return Array(("\u{FEFF}" + text).utf8)
    }
}
