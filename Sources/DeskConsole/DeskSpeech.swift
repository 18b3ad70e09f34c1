// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PassCulture

/// What a desk says to the person in front of it: French or English, times on the clocks of the venue.
package struct DeskSpeech: Sendable {
    /// Whether it is French.
    package let isFrench: Bool
    /// The clocks of the venue.
    package let zone: Zone

    /// Chooses the language.
    package init(isFrench: Bool, zone: Zone = .paris) {
        self.isFrench = isFrench
        self.zone = zone
    }

    /// Whichever of the two sentences the person reads.
    func callAsFunction(_ english: String, _ french: String) -> String { isFrench ? french : english }

    /// The sentence in the person's language.
    func callAsFunction(_ sentence: CashierSentence) -> String { self(sentence.english, sentence.french) }

    /// A moment as the person reads it.
    func callAsFunction(_ instant: Instant) -> String {
        let french = FrenchDate.moment(instant, in: zone)
        guard !isFrench else { return french }
        let civil = CivilDateTime(instant, in: zone)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(civil.date.iso8601) \(two(civil.hour)):\(two(civil.minute))"
    }

    /// A question with what may be answered.
    var validateQuestion: String {
        self("Validate? [Enter or y: yes, n: no, l: later]", "Valider ? [Entrée ou o : oui, n : non, p : plus tard]")
    }

    /// The question what is sold.
    var kindQuestion: String {
        self(
            "What is it? [c: cinema, s: show, p: art practice, b: book, d: digital, n: no]",
            "De quoi s'agit-il ? [c : cinéma, s : spectacle, p : pratique artistique, l : livre, d : numérique, "
                + "n : non]")
    }

    /// What can be typed.
    var help: String {
        self(
            """
            A countermark, typed or scanned: checks it, then asks whether to validate.
              :pending              what is not closed
              :reconcile            sends what waits, reads back what is unknown
              :list FILE            loads a day list (attendees or bookings, CSV or JSON)
              :later KIND [TIME]    instead of yes or no: validates later
              :confirm N NAME       validation N took place, NAME saw it on the screen "Réservations"
              :abandon N NAME       validation N is given up by NAME
              :undo CODE NAME       takes a validation back (today's edition)
              :cancel CODE NAME     cancels a booking (today's edition)
              :quit
            """,
            """
            Une contremarque, saisie ou scannée : la vérifie, puis demande s'il faut valider.
              :attente              ce qui n'est pas terminé
              :rapprocher           envoie ce qui attend, relit ce qui est inconnu
              :liste FICHIER        charge une liste du jour (inscrits ou réservations, CSV ou JSON)
              :plus tard GENRE [QUAND]  au lieu de oui ou non : valide plus tard
              :confirmer N NOM      la validation N a eu lieu, NOM l'a vue sur l'écran Réservations
              :abandonner N NOM     NOM renonce à la validation N
              :dévalider CODE NOM   annule une validation (édition d'aujourd'hui)
              :annuler CODE NOM     annule une réservation (édition d'aujourd'hui)
              :quitter
            """)
    }

    /// A line about an attempt.
    ///
    /// - Parameter showsCountermark: Whether the countermark is shown in full; otherwise all but its last two characters are hidden.
    package func line(_ attempt: Attempt, showsCountermark: Bool = true) -> String {
        var state = attempt.recall.map(wish) ?? self(OutboxReport.Standing(attempt.state).words)
        if attempt.isElsewhere { state += self(", of another venue", ", d'un autre lieu") }
        let code = attempt.shownCountermark(showsCountermark)
        return "  \(attempt.number)  \(code)  \(state)  \(self(attempt.plannedAt))"
    }

    /// What a person asked for, and is not known to be done.
    private func wish(_ kind: Reversal.Kind) -> String {
        switch kind {
        case .undo: self("to be taken back", "à annuler")
        case .cancel: self("booking to be cancelled", "réservation à annuler")
        }
    }
}
