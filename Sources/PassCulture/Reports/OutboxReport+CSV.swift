// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OutboxReport {
    private static let header = [
        "Ligne", "Lieu", "État", "Nombre", "Montant", "Sans montant", "Tentative", "Contremarque", "Caisse", "Date",
        "Contre la règle du guide", "Décision", "Virement",
    ]

    /// The report as a table for a French spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas, euros.
    ///
    /// One table, whose column "Ligne" says what a line is: `total`, `lieu` (a venue), `tentative` (an attempt), or `hors registre`, a
    /// booking that was paid and is not in the outbox. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    ///
    /// - Parameter showsCountermarks: Whether countermarks are shown in full; otherwise all but their last two characters are hidden.
    public func csv(showsCountermarks: Bool = false) -> [UInt8] {
        var lines = [Self.header]
        lines += Self.lines("total", total, venue: venue ?? "")
        for summary in venues { lines += Self.lines("lieu", summary, venue: Self.venueName(summary.venue)) }
        let payments = comparison?.words ?? [:]
        for attempt in attempts {
            lines.append([
                "tentative", Self.venueName(attempt.venue), Standing(attempt.state).words.french, "1",
                Self.amount(attempt.amountCents), attempt.amountCents == nil ? "1" : "0", attempt.number,
                Self.shown(attempt.countermark, showsCountermarks), attempt.till, Self.moment(attempt.plannedAt),
                attempt.overridesRule ? "oui" : "non", Self.decision(attempt.promotion),
                payments[attempt.id]?.french ?? "",
            ])
        }
        for row in comparison?.notInOutbox ?? [] {
            lines.append([
                "hors registre", row.venueName, "", "1", FrenchTable.amount(row.amountCents), "0", "",
                Self.shown(row.countermark, showsCountermarks), "", "", "", "", "virée : \(row.offerName)",
            ])
        }
        return CSVCell.file(lines)
    }

    private static func lines(_ kind: String, _ summary: Summary, venue: String) -> [[String]] {
        Standing.allCases.map { standing in
            let tally = summary[standing]
            return [
                kind, venue, standing.words.french, "\(tally.count)", FrenchTable.amount(tally.amountCents),
                "\(tally.withoutAmount)", "", "", "", "", "", "", "",
            ]
        }
    }
}
