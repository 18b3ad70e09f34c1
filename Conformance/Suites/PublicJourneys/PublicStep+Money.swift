// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The steps by which money reaches the partner.
extension PublicStep {
    /// A batch of payments passes; the transfers have exactly what the journey's own sums say, and it cannot be undone.
    ///
    /// - Parameters:
    ///   - name: whose booking is tried again afterwards.
    ///   - rate: the requirement of the rate.
    ///   - refusal: why taking it back is refused.
    static func money(
        _ name: String, rate: String, undoing refusal: ProviderDeskRefusal = .reimbursed
    ) -> [PublicStep] {
        [fortnight, transfer, rates(rate), reimbursed(name, undoing: refusal)]
    }

    private static let fortnight = pause("fortnight", Sentence("Quinze jours passent.", "A fortnight passes.")) {
        play in
        // From any day, seventeen days hold a 1st or a 15th of a month.
        try await play.control.advance(by: .days(17))
    }

    private static let transfer = PublicStep(
        "transfer", .team,
        Sentence(
            "Le virement de la quinzaine paie ce qui est validé, et rien d'autre.",
            "The fortnight's transfer pays what is validated, and nothing else."),
        ["PC-V1-405"]
    ) { play in
        let transfers = try await play.control.transfers()
        for transfer in transfers {
            let sum = transfer.lines.reduce(0) { $0 + $1.cents }
            try play.require(
                sum == transfer.cents, "a transfer of the sum of its bookings, \(sum)", "\(transfer.cents)")
        }
        let own = transfers.compactMap { $0.part(for: play.booked) }.filter { $0.cents > 0 }
        play.money.transfers = own
        for transfer in own {
            let (french, english) = JourneyStep.amounts(transfer.cents)
            play.tell(
                "Virement de \(french) vers \(transfer.iban), \(transfer.lines.count) réservation(s).",
                "Transfer of \(english) to \(transfer.iban), \(transfer.lines.count) booking(s).")
        }
        let paid = Set(own.flatMap(\.lines).filter { $0.cents != 0 }.map(\.bookingId))
        let owed = Set(shares(play).filter { $0.cents != 0 }.map(\.id))
        try play.require(paid == owed, "bookings paid: \(owed.sorted())", "\(paid.sorted())")
    }

    private static func rates(_ requirement: String) -> PublicStep {
        PublicStep(
            "rates", .team,
            Sentence(
                "Chaque réservation est payée au taux de sa tranche, au centime près.",
                "Each booking is paid at the rate of its bracket, to the cent."),
            [requirement]
        ) { play in
            var paid: [String: Int64] = [:]
            for line in play.money.transfers.flatMap(\.lines) { paid[line.bookingId, default: 0] += line.cents }
            let shares = shares(play)
            for share in shares {
                let cents = paid[share.id] ?? 0
                try play.require(
                    cents == share.cents, "\(share.cents) cents for \(share.id), worth \(share.worth)", "\(cents) cents"
                )
            }
            let (sold, soldInEnglish) = JourneyStep.amounts(shares.reduce(0) { $0 + $1.worth })
            let (got, gotInEnglish) = JourneyStep.amounts(shares.reduce(0) { $0 + $1.cents })
            play.tell(
                "Vendu : \(sold) ; remboursé : \(got).", "Sold: \(soldInEnglish); reimbursed: \(gotInEnglish).")
        }
    }

    private static func reimbursed(_ name: String, undoing refusal: ProviderDeskRefusal) -> PublicStep {
        PublicStep(
            "reimbursed", .partner,
            Sentence(
                "Remboursée, la réservation \(de(name)) ne peut plus être reprise ni annulée.",
                "Once reimbursed, the booking of \(name) can no longer be taken back or cancelled."),
            ["PC-V1-015", refusal == .hasCodes ? "PC-V1-024" : "PC-V1-022", "PC-V1-028"]
        ) { play in
            try await play.expect(name, is: "REIMBURSED")
            let countermark = try play.countermark(name)
            try await play.expect(play.desk.check(countermark), refused: .reimbursed)
            try await play.expect(play.desk.undo(countermark, confirmedBy: person), refused: refusal)
            try await play.expect(play.desk.cancel(countermark, confirmedBy: person), refused: .reimbursed)
            play.tell("C'est fini, et définitif.", "It is done, and final.")
        }
    }

    /// What each used booking is worth and should bring, by the identifier under which transfers name it.
    private static func shares(_ play: PublicPlay) -> [(id: String, worth: Int64, cents: Int64)] {
        var revenue: Int64 = 0
        return play.used.map { sale in
            let cents = sale.article.brackets.share(of: sale.cents, revenueBefore: revenue)
            revenue += sale.cents
            return (PrototypeIdentifier.text(of: sale.booking.id), sale.cents, cents)
        }
    }
}
