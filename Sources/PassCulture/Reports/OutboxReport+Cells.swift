// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What the French forms of a report share: its words, and how a countermark is shown.
extension OutboxReport {
    /// A countermark as a report shows it: hidden but for its last two characters unless asked for.
    static func shown(_ countermark: Countermark?, _ shows: Bool) -> String {
        guard let countermark else { return "" }
        return shows ? countermark.revealed : "****" + countermark.revealed.suffix(2)
    }

    /// An amount that may not be known.
    static func amount(_ cents: Int64?) -> String { cents.map(FrenchTable.amount) ?? "" }

    /// An instant on the clocks of Paris.
    static func moment(_ instant: Instant) -> String { FrenchTable.moment(instant, in: .paris) }

    /// Who decided that an attempt counts as validated, in French.
    static func decision(_ promotion: Attempt.Promotion?) -> String {
        promotion.map { "\($0.words.french), le \(moment($0.at))" } ?? ""
    }

    /// What the report is about, in French.
    var frenchTitle: String {
        "Validations pass Culture, \(period.inFrench)" + (venue.map { " : \($0)" } ?? "")
    }

    /// What has to be known to read the report, in French.
    var frenchNotes: [String] {
        var notes = [
            "Une tentative compte au jour où elle a été faite au guichet (heure de Paris). Ce rapport aide à rapprocher ; "
                + "ce n'est pas un document fiscal."
        ]
        guard let comparison else { return notes }
        if comparison.erased > 0 {
            notes.append(
                "\(comparison.erased) validation(s) de la période ne sont plus comparables : contremarque effacée.")
        }
        if comparison.erasedInAll > 0, !comparison.notInOutbox.isEmpty {
            notes.append(
                "\(comparison.erasedInAll) tentative(s) du registre n'ont plus de contremarque : des réservations virées et "
                    + "absentes du registre peuvent être les leurs.")
        }
        return notes
    }

    /// The name of a venue, in French.
    static func venueName(_ venue: String?) -> String { venue ?? "(lieu non indiqué)" }
}

extension Attempt.Promotion {
    /// Who raised it to confirmed, and on what ground, in French and in English.
    package var words: CashierSentence {
        switch ground {
        case .ledger: CashierSentence(french: "registre commun des caisses", english: "ledger of all tills")
        case .policy: CashierSentence(french: "règle de l'éditeur : \(name)", english: "policy: \(name)")
        case .person: CashierSentence(french: "personne : \(name)", english: "person: \(name)")
        }
    }
}
