// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Journey {
    /// The workshop (guide G25): the countermark is checked at the first session.
    static let practice = Journey(
        id: "practice", category: .practice,
        title: Sentence(
            "Pratique artistique : la contremarque est contrôlée à la première séance.",
            "Art practice: the countermark is checked at the first session."),
        requirements: ["PC-JO-004"],
        steps: JourneyStep.account
            + [
                .venue("Atelier de la Croix-Rouge"), .offer(.practice, "Stage de gravure"),
                .date(
                    cents: 4_500, seats: 8,
                    title: Sentence(
                        "Ajoute la première séance du stage, son prix et ses places.",
                        "Adds the workshop's first session, its price and its seats.")),
                .youngAccounts(["Eva", "Ugo"]), .teaser(seenBy: "Eva"), .seen(by: "Eva"), .booking(["Eva", "Ugo"]),
                .mails("Eva"), .bookingsScreen(["Eva", "Ugo"]), firstSession,
                .handOver(
                    "first-session", "Eva",
                    Sentence(
                        "À la première séance, l'atelier contrôle et valide la contremarque d'Eva ; Ugo ne vient pas.",
                        "At the first session the workshop checks and validates Eva's countermark; Ugo does not come."),
                    requirements: ["PC-CM-009"], offer: \.offer),
                secondSession,
            ] + JourneyStep.bank(.structure)
            + JourneyStep.transfer(["PC-RE-001", "PC-RE-002", "PC-RE-008"])
            + [.reimbursements, .wallets])

    private static let firstSession = JourneyStep(
        "session", .time, Sentence("C'est le jour de la première séance.", "It is the day of the first session."), [],
        needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning)
    }

    private static let secondSession = JourneyStep(
        "second-session", .partner,
        Sentence(
            "Une semaine plus tard, Eva revient : sa contremarque a déjà servi, et Ugo sera payé quand même.",
            "A week later Eva is back: her countermark was used already, and Ugo is paid for all the same."),
        ["PC-CM-011"], needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning + .days(7))
        try await play.expect(play.desk.check(play.deskRequest("Eva")), .alreadyValidated)
        let absent = play.booking("Ugo")
        play.owed[absent.id] = absent.cents
        play.tell("« Cette réservation a déjà été validée. »", "\"Cette réservation a déjà été validée.\"")
    }
}
