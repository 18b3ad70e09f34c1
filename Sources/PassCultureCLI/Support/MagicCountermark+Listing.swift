// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Platform

extension MagicCountermark {
    /// The table for people: code, what a check and a validation get, what it stands for; then what today's routes answer.
    static var listing: String {
        var rows = [["code", tr("check (GET)", "vérifier (GET)"), tr("validate (PATCH)", "valider (PATCH)"), ""]]
        rows += all.map { [$0.code, $0.checkWords, $0.validationWords, tr($0.english, $0.french)] }
        let note = tr(
            "200 to whoever is logged in, 204 to somebody with the e-mail (any) and, to validate, the offer id (any).",
            "200 à qui est connecté, 204 à qui donne l'e-mail (n'importe lequel) et, pour valider, l'offre (n'importe laquelle)."
        )
        return table(rows) + "\n\n" + note + "\n\n" + todaysListing
    }

    /// What the routes of today's edition get, for whom has a key.
    private static var todaysListing: String {
        var rows = [[tr("public API v1", "API publique v1"), "token (GET)", "use", "keep", "cancel"]]
        rows += all.map { [$0.code] + $0.todaysWords }
        return table(rows)
    }

    private static func table(_ rows: [[String]]) -> String {
        let columns = (rows.first?.count ?? 1) - 1
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (text, width) in zip(row, widths) {
                line += text + String(repeating: " ", count: width - text.count + 2)
            }
            return line + row[columns]
        }.joined(separator: "\n")
    }
}
