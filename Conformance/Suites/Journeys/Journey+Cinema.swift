// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Journey {
    /// The cinema (guide G22): one comes, one does not, one is validated after the show.
    static let cinema = Journey(
        id: "cinema", category: .cinema,
        title: Sentence(
            "Cinéma : une venue, une absence remboursée, une validation après la séance.",
            "Cinema: one comes, one does not and is reimbursed all the same, one is validated after the show."),
        requirements: ["PC-JO-001"],
        steps: JourneyStep.account
            + [
                .venue("Cinéma le Méliès"), .offer(.cinema, "Les Quatre Cents Coups"),
                .date(
                    cents: 950, seats: 50,
                    title: Sentence(
                        "Ajoute une séance, son prix et ses places.", "Adds a session, its price and its seats.")),
                .youngAccounts(["Ana", "Noé", "Tom"]), .teaser(seenBy: "Ana"), .seen(by: "Ana"),
                .booking(["Ana", "Noé", "Tom"]), .mails("Ana"), evening, .bookingsScreen(["Ana", "Noé", "Tom"]),
                .handOver(
                    "ticket", "Ana",
                    Sentence(
                        "Ana se présente : le code est celui de la réservation, le cinéma valide et délivre un billet.",
                        "Ana comes: the code is that of the booking, the cinema validates and issues a ticket."),
                    requirements: ["PC-CM-009", "PC-CM-020"], offer: \.offer),
                afterwards,
                JourneyStep(
                    "late-validation", .partner,
                    Sentence(
                        "Entre le code de Tom après la séance ; celui de Noé, absent, n'est jamais entré.",
                        "Enters Tom's code after the show; Noé did not come, his is never entered."),
                    ["PC-CM-030"], needs: .timeTravel
                ) { play in
                    try await JourneyStep.validate("Tom", in: &play)
                    let absent = play.booking("Noé")
                    play.owed[absent.id] = absent.cents
                },
            ] + JourneyStep.bank(.structure)
            + JourneyStep.transfer(["PC-RE-001", "PC-RE-002", "PC-RE-008", "PC-RE-012"])
            + [.reimbursements, .wallets])

    private static let evening = JourneyStep(
        "evening", .time,
        Sentence("C'est l'heure de la séance.", "It is time for the show."), [], needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning - .minutes(30))
    }

    private static let afterwards = JourneyStep(
        "afterwards", .time, Sentence("La séance est finie.", "The show is over."), [], needs: .timeTravel
    ) { play in
        guard let beginning = play.stock.beginning else { return }
        try await play.control.advance(to: beginning + .hours(3))
    }
}
