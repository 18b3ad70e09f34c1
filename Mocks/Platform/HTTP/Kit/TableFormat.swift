// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a list is answered: as JSON for programs, or as a table for people.
package enum TableFormat: String, Sendable, Hashable, CaseIterable {
    /// For programs.
    case json
    /// For a spreadsheet.
    case csv
    /// To be read and printed.
    case html

    /// Reads what is asked for: `?format=` first, then the `Accept` header; JSON when neither says anything.
    ///
    /// - Throws: 400 for a format that there is not.
    package init(_ call: Call) throws(WireError) {
        if let text = call.query("format"), !text.isEmpty {
            guard let format = TableFormat(rawValue: text.lowercased()) else {
                throw .field("format", "Le format doit être json, csv ou html")
            }
            self = format
            return
        }
        let accepted = (call.header("Accept") ?? "").split(separator: ",").map { HeaderParameters(String($0)).value }
        self =
            switch accepted.first(where: { ["application/json", "text/csv", "text/html"].contains($0) }) {
            case "text/csv": .csv
            case "text/html": .html
            default: .json
            }
    }
}
