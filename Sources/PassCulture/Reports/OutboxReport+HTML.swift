// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OutboxReport {
    /// The report as a page to print, in French, in UTF-8: it needs nothing else and runs no script.
    ///
    /// - Parameter showsCountermarks: Whether countermarks are shown in full; otherwise all but their last two characters are hidden.
    public func html(showsCountermarks: Bool = false) -> [UInt8] {
        var page = HTMLPage(title: frenchTitle)
        for note in frenchNotes { page.add(note) }
        let summaries = venues.map { (Self.venueName($0.venue), $0) } + [("Total", total)]
        page.add(
            "Par lieu", ["Lieu", "État", "Nombre", "Montant", "Sans montant"],
            summaries.flatMap { name, summary in
                Standing.allCases.compactMap { standing in
                    let tally = summary[standing]
                    guard tally.count > 0 || name == "Total" else { return nil }
                    return [
                        name, standing.words.french, "\(tally.count)", FrenchTable.amount(tally.amountCents) + " €",
                        "\(tally.withoutAmount)",
                    ]
                }
            })
        func row(_ attempt: Attempt, _ more: [String] = []) -> [String] {
            [
                attempt.number, Self.shown(attempt.countermark, showsCountermarks), Self.venueName(attempt.venue),
                attempt.till, Self.moment(attempt.plannedAt), Standing(attempt.state).words.french,
                attempt.amountCents.map { FrenchTable.amount($0) + " €" } ?? "",
            ] + more
        }
        let columns = ["Tentative", "Contremarque", "Lieu", "Caisse", "Date", "État", "Montant"]
        page.add(
            "Validées par décision, sans réponse du pass Culture", columns + ["Décision"],
            promotions.map { row($0, [Self.decision($0.promotion)]) })
        page.add("Contre la règle du guide sur les validations tardives", columns, overrides.map { row($0) })
        if let comparison { add(comparison, to: &page, columns, showsCountermarks, row) }
        let payments = comparison?.words ?? [:]
        page.add(
            "Toutes les tentatives", columns + (comparison == nil ? [] : ["Virement"]),
            attempts.map { row($0, comparison == nil ? [] : [payments[$0.id]?.french ?? ""]) })
        return page.bytes
    }

    private func add(
        _ comparison: TransferComparison, to page: inout HTMLPage, _ columns: [String], _ shows: Bool,
        _ row: (Attempt, [String]) -> [String]
    ) {
        page.add(
            "Virements", ["", "Nombre"],
            [
                ["Validées et virées", "\(comparison.paid.count)"],
                ["Validées, pas encore virées", "\(comparison.waiting.count)"],
                ["Validées ici, à contrôler au portail", "\(comparison.toCheck.count)"],
                ["Validées, non remboursables", "\(comparison.notReimbursed.count)"],
                ["Validées, absentes du fichier", "\(comparison.missing.count)"],
                ["Virées, sans validation connue ici", "\(comparison.paidOtherwise.count)"],
                ["Virées, absentes du registre", "\(comparison.notInOutbox.count)"],
            ])
        page.add(
            "Validées ici, à contrôler au portail", columns + ["État du paiement"],
            comparison.toCheck.map { row($0.attempt, [$0.row.paymentState]) })
        page.add("Validées, absentes du fichier", columns, comparison.missing.map { row($0, []) })
        page.add(
            "Virées, sans validation connue ici", columns, comparison.paidOtherwise.map { row($0.attempt, []) })
        page.add(
            "Montant différent de celui du pass Culture", columns + ["Prélevé"],
            comparison.differing.map { row($0.attempt, [FrenchTable.amount($0.row.amountCents) + " €"]) })
        page.add(
            "Virées, absentes du registre", ["Contremarque", "Offre", "Lieu", "Montant"],
            comparison.notInOutbox.map {
                [
                    Self.shown($0.countermark, shows), $0.offerName, $0.venueName,
                    FrenchTable.amount($0.amountCents) + " €",
                ]
            })
    }
}
