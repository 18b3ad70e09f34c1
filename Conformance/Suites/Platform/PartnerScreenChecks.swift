// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What the guide promises on the partner's screens and the service did not have: the list to print, the transfers, the
/// conversion, the columns of the bookings (guide G22, G26, G33, G34).
enum PartnerScreenChecks {
    static let all: [Check] = [
        Check(
            "screens/attendees", ["PC-BK-018"],
            Sentence(
                "Dans les 72 dernières heures, la liste des inscrits s'imprime (guide) ; le service n'en avait pas.",
                "In the last 72 hours the list of attendees can be printed (guide); the service had none."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let partner = try await wire.newPartner()
                let show = try await wire.newShow(of: partner, in: .days(5), category: .cinema)
                let young = try await wire.newYoung()
                let booking = try await wire.book(show.stock, by: young)
                let caller = wire.by(partner.account)
                let path = "/eventOccurrences/\(show.stock.occurrenceId ?? "")/attendees"
                let early = try await caller.get(path)
                if early.status == 404 { return probe.saw(.attendeeList, .observed) }
                try early.expectRefusal()
                try await Control(wire: wire).advance(by: .hours(49))
                probe.saw(.attendeeList, .documented)
                try await wire.by(young).get(path).expect(403)
                for format in ["csv", "html"] {
                    let list = try await caller.get(path, [("format", format)]).expect(200)
                    for word in ["Lina", "Martin", young.email, booking.token] {
                        try list.require(list.text.contains(word), "the list with \(word)")
                    }
                }
            }
        },
        Check(
            "screens/transfers", ["PC-RE-013"],
            Sentence(
                "Le partenaire consulte ses virements : montant, compte, offres (guide) ; le service n'en montrait pas.",
                "The partner sees its transfers: amount, account, offers (guide); the service showed none."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let sale = try await paidSale(wire)
                let path = "/offerers/\(sale.partner.offererId)/transfers"
                let answer = try await wire.by(sale.partner.account).get(path)
                if answer.status == 404 { return probe.saw(.transferList, .observed) }
                let list = try answer.expect(200).list()
                probe.saw(.transferList, .documented)
                try answer.require(list.count == 1, "one transfer")
                try answer.require(list[0]["amount"]?.cents == 800, "amount: 8.00")
                try answer.require(list[0]["iban"]?.stringValue == sale.bank.iban, "iban: \(sale.bank.iban)")
                let offer = list[0]["offers"]?[0]
                try answer.require(
                    offer?["name"]?.stringValue == sale.offer.name && offer?["amount"]?.cents == 800,
                    "offers: \(sale.offer.name), 8.00")
                let stranger = try await wire.newPartner("autre")
                try await wire.by(stranger.account).get(path).expect(403)
            }
        },
        Check(
            "screens/conversion", ["PC-RE-018"],
            Sentence(
                "Le partenaire voit le taux de conversion de son offre (guide) ; le service ne le disait pas.",
                "The partner sees its offer's conversion rate (guide); the service did not tell it.")
        ) { probe in
            let (partner, offer, stock) = try await probe.prepare {
                let partner = try await probe.wire.newPartner()
                let digital = try await probe.wire.newDigital(of: partner)
                return (partner, digital.offer, digital.stock)
            }
            let company = try await probe.company()
            let caller = probe.wire.by(partner.account)
            try await probe.prepare {
                let used = try await probe.wire.book(stock, by: company.young)
                _ = try await probe.wire.book(stock, by: company.friend)
                try await caller.send("PATCH", "/bookings/token/\(used.token)").expectEmpty(204)
            }
            let answer = try await caller.get("/offers/\(offer.id)/conversion")
            if answer.status == 404 { return probe.saw(.conversion, .observed) }
            try answer.expect(200)
            probe.saw(.conversion, .documented)
            try answer.require(answer.json?["booked"]?.intValue == 2, "booked: 2")
            try answer.require(answer.json?["validated"]?.intValue == 1, "validated: 1")
            try answer.require(answer.json?["conversionPercent"]?.cents == 5_000, "conversionPercent: 50.00")
            try await probe.wire.by(company.young).get("/offers/\(offer.id)/conversion").expect(403)
        },
        Check(
            "screens/bookings-table", ["PC-BK-019"],
            Sentence(
                "Les réservations ont les colonnes du guide ; celles du service n'en avaient pas.",
                "The bookings have the guide's columns; the service's had none.")
        ) { probe in
            let (partner, booking) = try await probe.prepare {
                let partner = try await probe.wire.newPartner()
                let book = try await probe.wire.newBook(of: partner, available: 10)
                let company = try await probe.company()
                return (partner, try await probe.wire.book(book.stock, by: company.young))
            }
            let answer = try await probe.wire.by(partner.account).get("/offerers/\(partner.offererId)/bookings")
                .expect(200)
            let row = try answer.list().first { $0["id"]?.stringValue == booking.id }
            guard let table = row?["table"] else { return probe.saw(.bookingTable, .observed) }
            probe.saw(.bookingTable, .documented)
            try answer.require(table["booking"]?["sold"]?.stringValue == "1 / 10", "table.booking.sold: 1 / 10")
            try answer.require(
                table["offer"]?["offerer"]?.stringValue == partner.name, "table.offer.offerer: \(partner.name)")
            try answer.require(
                table["booking"]?["cancellationLimit"]?.stringValue != nil, "table.booking.cancellationLimit: a date")
            try answer.require(
                table["reimbursement"]?["paymentState"]?.stringValue != nil, "table.reimbursement.paymentState: a text")
        },
    ]

    /// A book at 8 euros, validated and paid.
    private static func paidSale(_ wire: Wire) async throws -> (partner: Partner, bank: BankAccount, offer: Offer) {
        let control = Control(wire: wire)
        let partner = try await wire.newPartner()
        let bank = BankAccount.french(account: Int(partner.siren) ?? 1)
        try await control.appoint(partner.account.email, offererId: partner.offererId)
        try await wire.by(partner.account).patch(
            "/offerers/\(partner.offererId)", ["iban": .string(bank.iban), "bic": .string(bank.bic)]
        ).expect(200)
        try await wire.agreeOnBank(of: partner)
        let book = try await wire.newBook(of: partner, cents: 800)
        let booking = try await wire.book(book.stock, by: try await wire.newYoung())
        try await wire.by(partner.account).send("PATCH", "/bookings/token/\(booking.token)").expectEmpty(204)
        try await control.runPayments()
        return (partner, bank, book.offer)
    }
}
