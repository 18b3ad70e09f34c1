// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What each young person has left, as the service's spreadsheet had it: only the headings are quoted
/// (`contract 2018-12 §9.6`).
struct WalletBalances: BatchDocument {
    /// The lines, without the headings.
    let rows: [WalletBalance]

    /// The file.
    var text: String {
        var text = CSV.quotedLine(["ID de l'utilisateur", "Solde théorique", "Solde réel"])
        for row in rows { text += "\(row.userID.number),\(row.theoretical.decimal),\(row.real.decimal)\r\n" }
        return text
    }
}
