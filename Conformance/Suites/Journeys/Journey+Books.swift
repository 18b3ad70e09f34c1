// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension Journey {
    /// The bookshop (guide G23): one book fetched and paid, one that nobody fetches.
    static let books = Journey(
        id: "books", category: .books,
        title: Sentence(
            "Livres : un livre retiré et remboursé, un autre que personne ne vient chercher.",
            "Books: one book fetched and reimbursed, another that nobody fetches."),
        requirements: ["PC-JO-002"],
        steps: JourneyStep.account
            + [
                .venue("Librairie des Folies"), .offer(.books, "Le Petit Prince"), copies,
                .youngAccounts(["Lina", "Max", "Zoé"]),
                .teaser(seenBy: "Lina"), .seen(by: "Lina"), .booking(["Lina", "Max"]), .mails("Lina"),
                .bookingsScreen(["Lina", "Max"]), twoDays,
                .handOver(
                    "pick-up", "Lina",
                    Sentence(
                        "Lina présente sa contremarque ; le libraire vérifie son identité, saisit, valide, remet le livre.",
                        "Lina shows the countermark; the bookseller checks who she is, enters it, validates, hands over."
                    ),
                    requirements: ["PC-CM-009", "PC-CM-020", "PC-CM-015"], offer: \.offer),
                neverFetched, backOnSale,
            ] + JourneyStep.bank(.structure)
            + JourneyStep.transfer(["PC-RE-001", "PC-RE-003", "PC-RE-008", "PC-RE-012"])
            + [.reimbursements, .wallets])

    private static let copies = JourneyStep(
        "stock", .partner,
        Sentence(
            "Met deux exemplaires en vente, sans date limite.", "Puts two copies on sale, without a booking limit."),
        ["PC-CV-015"]
    ) { play in
        play.stock = try await play.wire.newStock(play.offer, of: play.partner, cents: 1_250, available: 2)
        play.tell("2 exemplaires à 12,50 €.", "2 copies at €12.50.")
    }

    private static let twoDays = JourneyStep(
        "two-days", .time, Sentence("Deux jours passent.", "Two days pass."), [], needs: .timeTravel
    ) { play in
        try await play.control.advance(by: .days(2))
    }

    private static let neverFetched = JourneyStep(
        "never-fetched", .time,
        Sentence(
            "Les sept jours de Max sont passés : la transaction est annulée, le crédit revient.",
            "Max's seven days are over: the transaction is cancelled, the credit comes back."),
        ["PC-CA-010"], needs: .timeTravel
    ) { play in
        try await play.control.advance(by: .days(6))
        let answer = await play.desk.check(play.deskRequest("Max"))
        switch answer {
        case .cancelled:
            play.saw(.bookPickUp, .documented)
            play.expectedWallets["Max", default: 0] += play.stock.cents
            play.tell(
                "La réservation de Max est annulée, 12,50 € lui reviennent.",
                "Max's booking is cancelled, €12.50 go back to him.")
        case .valid:
            play.saw(.bookPickUp, .observed)
            play.tell(
                "Rien ne se passe : le service observé n'annule pas.",
                "Nothing happens: the observed service never cancels.")
        default:
            throw play.failure(
                "the countermark of Max to be cancelled (documented) or still valid (observed)", "\(answer)")
        }
        let left = try await play.wire.wallet(of: play.person("Max"))
        try play.require(
            left == play.expectedWallets["Max"], "\(play.expectedWallets["Max"] ?? 0) cents left to Max",
            "\(left) cents")
    }

    private static let backOnSale = JourneyStep(
        "back-on-sale", .partner,
        Sentence(
            "Remet un exemplaire en vente, s'il ne l'est pas déjà ; Zoé le voit.",
            "Puts a copy back on sale, if it is not already; Zoé sees it."),
        ["PC-VI-006"], needs: .timeTravel
    ) { play in
        // Three in all: the fetched one, Max's (cancelled or not), and at least one free.
        try await play.wire.by(play.partner.account).patch("/stocks/\(play.stock.id)", ["available": 3]).expect(200)
        let shown = try await play.wire.isShown(play.offer, to: play.person("Zoé"))
        try play.require(shown, "the book to be shown again", "it is not shown")
        play.tell("Le livre est de nouveau réservable.", "The book can be booked again.")
    }
}
