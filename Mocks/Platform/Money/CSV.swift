// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Lines of a spreadsheet, as Python's `csv` wrote them.
enum CSV {
    /// A line with every cell quoted, and its end.
    static func quotedLine(_ cells: [String]) -> String {
        cells.map { cell in
            "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }
}
