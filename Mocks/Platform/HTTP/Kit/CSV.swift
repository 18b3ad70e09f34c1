// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Cells and lines of files for a spreadsheet.
///
/// Code point by code point: who reads a file ends a cell at a quotation mark though an accent stands on it, where Swift sees one
/// character that is another.
enum CSV {
    /// A cell between quotes, with those inside doubled.
    static func quoted(_ cell: String) -> String {
        var text = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    /// A line of cells as Python's `csv` wrote it, every one quoted, and its end.
    static func quotedLine(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    /// A cell for a French spreadsheet, quoted where it must be and never a formula.
    static func cell(_ text: String) -> String {
        let safe = withoutFormula(text)
        return safe.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) } ? quoted(safe) : safe
    }

    /// The text, with an apostrophe before what a spreadsheet would take for a formula: names and addresses are whatever somebody typed.
    static func withoutFormula(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        return isFormula ? "'" + text : text
    }
}
