// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DeskConsole
import JSON
import PassCulture

/// A report, or some attempts, as lines for a terminal.
struct OutboxListing: CustomStringConvertible {
    /// The lines.
    let description: String

    /// The counts of a report, and how they compare.
    init(_ report: OutboxReport) {
        var lines = [
            tr(
                "\(report.period), \(report.attempts.count) attempt(s)",
                "\(report.period), \(report.attempts.count) tentative(s)")
        ]
        for summary in report.venues {
            lines.append(summary.venue ?? tr("(no venue)", "(lieu non indiqué)"))
            lines += Self.lines(summary)
        }
        lines.append("Total")
        lines += Self.lines(report.total)
        if !report.overrides.isEmpty {
            lines.append(
                tr(
                    "Against the guide's rule on late validation: ",
                    "Contre la règle du guide sur les validations tardives : ")
                    + report.overrides.map(\.number).joined(separator: ", "))
        }
        for attempt in report.promotions {
            guard let promotion = attempt.promotion else { continue }
            let who = tr(promotion.words.english, promotion.words.french)
            lines.append(tr("By decision: ", "Par décision : ") + "\(attempt.number), \(who)")
        }
        if let comparison = report.comparison { lines += Self.lines(comparison) }
        description = lines.map { Visible.plain($0) }.joined(separator: "\n")
    }

    /// Attempts, one a line.
    init(_ attempts: [Attempt], showsCountermarks: Bool) {
        guard !attempts.isEmpty else {
            description = tr("Nothing is waiting.", "Rien n'est en attente.")
            return
        }
        let speech = DeskSpeech(isFrench: Wording.current == .french)
        description = attempts.map { Visible.plain(speech.line($0, showsCountermark: showsCountermarks)) }
            .joined(separator: "\n")
    }

    private static func lines(_ summary: OutboxReport.Summary) -> [String] {
        OutboxReport.Standing.allCases.compactMap { standing in
            let tally = summary[standing]
            guard tally.count > 0 else { return nil }
            let words = tr(standing.words.english, standing.words.french)
            let blanks = String(repeating: " ", count: max(1, 22 - words.count))
            let unknown =
                tally.withoutAmount == 0
                ? "" : tr(" (\(tally.withoutAmount) without amount)", " (\(tally.withoutAmount) sans montant)")
            return "  \(words)\(blanks)\(tally.count)  \(euros(tally.amountCents))\(unknown)"
        }
    }

    private static func lines(_ comparison: TransferComparison) -> [String] {
        func line(_ count: Int, _ english: String, _ french: String, _ which: [String] = []) -> String {
            "  \(count) \(tr(english, french))" + (which.isEmpty ? "" : " : " + which.joined(separator: ", "))
        }
        var lines = [
            tr("Transfers", "Virements"),
            line(comparison.paid.count, "validated and paid", "validée(s) et virée(s)"),
            line(comparison.waiting.count, "validated, not paid yet", "validée(s), pas encore virée(s)"),
            line(
                comparison.toCheck.count, "validated here, to be checked at the portal",
                "validée(s) ici, à contrôler au portail", comparison.toCheck.map(\.attempt.number)),
            line(comparison.notReimbursed.count, "validated, not reimbursed", "validée(s), non remboursable(s)"),
            line(
                comparison.missing.count, "validated, not in the file", "validée(s), absente(s) du fichier",
                comparison.missing.map(\.number)),
            line(
                comparison.paidOtherwise.count, "paid, and not validated here", "virée(s), sans validation connue ici",
                comparison.paidOtherwise.map(\.attempt.number)),
            line(
                comparison.notInOutbox.count, "paid, and not in the outbox", "virée(s), absente(s) du registre",
                comparison.notInOutbox.map { tr("line \($0.line)", "ligne \($0.line)") }),
        ]
        if !comparison.differing.isEmpty {
            lines.append(
                line(
                    comparison.differing.count, "with another amount", "de montant différent",
                    comparison.differing.map(\.attempt.number)))
        }
        if comparison.erasedInAll > 0 {
            lines.append(
                line(
                    comparison.erasedInAll, "attempts of the outbox have no countermark any more",
                    "tentative(s) du registre n'ont plus de contremarque"))
        }
        return lines
    }

    private static func euros(_ cents: Int64) -> String {
        let (whole, rest) = (cents.magnitude / 100, cents.magnitude % 100)
        let (sign, two) = (cents < 0 ? "-" : "", rest < 10 ? "0\(rest)" : "\(rest)")
        return tr("€\(sign)\(whole).\(two)", "\(sign)\(whole),\(two) €")
    }
}
