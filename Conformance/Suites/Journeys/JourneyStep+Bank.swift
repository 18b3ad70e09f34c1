// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps by which money reaches the partner.
extension JourneyStep {
    /// Which of the partner's accounts is entered.
    enum Payee: Sendable {
        /// One for the whole structure.
        case structure
        /// One for the venue, and another for the structure, which must not be used.
        case venue
    }

    /// Administrator, bank details, the team's agreement.
    static func bank(_ account: Payee) -> [JourneyStep] {
        [appointed, entered(account), accepted(account)]
    }

    private static let appointed = JourneyStep(
        "administrator", .team,
        Sentence(
            "Par mail, la structure désigne son administrateur ; l'équipe valide son mail et celui de l'administrateur.",
            "By mail the structure names its administrator; the team validates its mail and the administrator's."),
        ["PC-ST-002", "PC-ST-020"], needs: .control
    ) { play in
        let details: JSONValue = ["iban": .string(play.bank.iban), "bic": .string(play.bank.bic)]
        try await play.wire.by(play.partner.account).patch("/offerers/\(play.partner.offererId)", details).expect(403)
        let (id, email) = (play.partner.offererId, play.partner.account.email)
        try await play.control.askForAdministrator(at: play.card.venueEmail, offererId: id)
        let asked = try await play.control.mails(to: play.card.venueEmail).contains {
            $0.html.contains(play.partner.name)
        }
        try play.require(asked, "a mail to \(play.card.venueEmail) about \(play.partner.name)", "none")
        try await play.control.answer(email, offererId: id)
        for mail in ["structure", "administrator"] { try await play.control.validate(mail, offererId: id) }
        play.tell(
            "\(play.partner.account.email) est administrateur de la structure.",
            "\(play.partner.account.email) is the structure's administrator.")
    }

    private static func entered(_ account: Payee) -> JourneyStep {
        let sentence =
            account == .structure
            ? Sentence(
                "L'administrateur saisit un IBAN pour la structure, et télécharge le RIB associé.",
                "The administrator enters an IBAN for the structure, and uploads its RIB.")
            : Sentence(
                "L'administrateur saisit un IBAN pour le lieu, et un autre pour la structure, avec leurs RIB.",
                "The administrator enters an IBAN for the venue, and another for the structure, with their RIBs.")
        return JourneyStep("bank-details", .partner, sentence, ["PC-ST-003", "PC-ST-019"], needs: .control) { play in
            let caller = play.wire.by(play.partner.account)
            let own: JSONValue = ["iban": .string(play.bank.iban), "bic": .string(play.bank.bic)]
            let structure = "/offerers/\(play.partner.offererId)"
            switch account {
            case .structure:
                try await caller.patch(structure, own).expect(200)
            case .venue:
                let other = BankAccount.french(account: (Int(play.partner.siren) ?? 0) + 1)
                try await caller.patch(structure, ["iban": .string(other.iban), "bic": .string(other.bic)]).expect(200)
                try await caller.patch("/venues/\(play.venue)", own).expect(200)
            }
            let side = try await play.wire.fileRIB(structure, by: play.partner.account)
            if account == .venue { try await play.wire.fileRIB("/venues/\(play.venue)", by: play.partner.account) }
            play.saw(.rib, side)
            play.tell("IBAN \(play.bank.iban) saisi.", "IBAN \(play.bank.iban) entered.")
        }
    }

    private static func accepted(_ account: Payee) -> JourneyStep {
        JourneyStep(
            "bank-accepted", .team,
            Sentence(
                "L'équipe valide les coordonnées bancaires et le RIB.",
                "The team validates the bank details and the RIB."),
            [], needs: .control
        ) { play in
            try await play.control.acceptBankDetails(offererId: play.partner.offererId)
            if account == .venue { try await play.control.acceptBankDetails(venueId: play.venue) }
            play.tell("Les virements peuvent partir.", "Transfers can go.")
        }
    }

    /// More than a fortnight passes; the transfer has exactly what is owed, to the right account.
    static func transfer(_ requirements: [String]) -> [JourneyStep] {
        [
            JourneyStep(
                "fortnight", .time,
                Sentence("Quinze jours passent.", "A fortnight passes."), [], needs: .timeTravel
            ) { play in
                // From any day, seventeen days hold a 1st or a 15th of a month.
                try await play.control.advance(by: .days(17))
                let now = try await play.control.now()
                play.tell("Nous sommes le \(FrenchDate.moment(now, in: .paris)).", "It is \(now.iso8601.prefix(10)).")
            },
            JourneyStep(
                "transfer", .team,
                Sentence(
                    "Un virement rembourse les réservations validées, au centime près, sur le bon compte.",
                    "A transfer reimburses what was validated, to the cent, to the right account."),
                requirements + ["PC-RE-013"], needs: .timeTravel
            ) { play in
                try await settle(&play)
            },
        ]
    }

    /// Compares the transfers to the structure with what is owed.
    private static func settle(_ play: inout Play) async throws {
        let own = try await play.control.transfers().filter { $0.recipientSiren == play.partner.siren && $0.cents > 0 }
        play.money.transfers = own
        for transfer in own {
            try play.require(transfer.iban == play.bank.iban, "the account \(play.bank.iban)", transfer.iban)
            let sum = transfer.lines.reduce(0) { $0 + $1.cents }
            try play.require(
                sum == transfer.cents, "a transfer of the sum of its bookings, \(sum)", "\(transfer.cents)")
            let (french, english) = amounts(transfer.cents)
            play.tell(
                "Virement de \(french) vers \(transfer.iban), \(transfer.recipientName).",
                "Transfer of \(english) to \(transfer.iban), \(transfer.recipientName).")
        }
        var paid: [String: Int64] = [:]
        for line in own.flatMap(\.lines) where line.cents != 0 { paid[line.bookingId, default: 0] += line.cents }
        func told(_ amounts: [String: Int64]) -> String {
            amounts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        }
        let owed = play.owed.filter { $0.value != 0 }
        try play.require(paid == owed, "cents by booking: \(told(owed))", told(paid))
    }

    /// The partner's screen shows what is reimbursed for each booking.
    static let reimbursements = JourneyStep(
        "reimbursements", .partner,
        Sentence(
            "Suit ses remboursements sur l'écran « Réservations ».",
            "Follows its reimbursements on the \"Réservations\" screen."),
        ["PC-RE-011"]
    ) { play in
        let list = try await play.wire.partnerBookings(of: play.partner)
        for (id, cents) in play.owed {
            let row = list.first { $0["id"]?.stringValue == id }
            let shown = row?["reimbursed_amount"]?.cents
            try play.require(
                shown == cents, "reimbursed_amount of \(id): \(cents) cents", "\(shown.map(String.init) ?? "none")")
        }
        let (french, english) = amounts(play.owed.values.reduce(0, +))
        play.tell("Remboursé en tout : \(french).", "Reimbursed in all: \(english).")
    }
}
