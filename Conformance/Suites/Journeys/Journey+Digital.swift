// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension Journey {
    /// The online platform (guide G26): one offer eligible and paid, one not.
    static let digital = Journey(
        id: "digital", category: .digital,
        title: Sentence(
            "Numérique : une offre éligible et payée, une autre qui ne l'est pas.",
            "Digital: one offer eligible and paid, another not."),
        requirements: ["PC-JO-005"],
        steps: JourneyStep.account
            + [
                offers, .youngAccounts(["Yaël"]), teasers, .seen(by: "Yaël"), eligibility, bookings, link, manual,
            ] + JourneyStep.bank(.structure)
            + JourneyStep.transfer(["PC-RE-005", "PC-RE-006"])
            + [.reimbursements, .wallets])

    private static let site = "https://plateforme.exemple.fr/bienvenue?email={email}&offerId={offerId}&token={token}"

    private static let offers = JourneyStep(
        "offers", .partner,
        Sentence(
            "Sans lieu, crée deux offres numériques : un abonnement et un film, avec l'adresse de son site.",
            "Without a venue, makes two digital offers: a subscription and a film, with its site's address."),
        ["PC-ST-013"]
    ) { play in
        play.venue = play.partner.virtualVenueId
        play.offer = try await play.wire.newOffer(
            .digital, of: play.partner, venue: play.venue,
            title: play.world.names.title("Abonnement au cinéma d'auteur"),
            url: site)
        play.stock = try await play.wire.newStock(play.offer, of: play.partner, cents: 1_500)
        play.secondOffer = try await play.wire.newOffer(
            .digital, of: play.partner, venue: play.venue, title: play.world.names.title("Film à la carte"), url: site)
        play.secondStock = try await play.wire.newStock(play.secondOffer, of: play.partner, cents: 399)
        play.tell("Deux offres : 15,00 € et 3,99 €.", "Two offers: €15.00 and €3.99.")
    }

    private static let teasers = JourneyStep(
        "teasers", .partner,
        Sentence("Ajoute une accroche à chacune.", "Adds a teaser image to each."), ["PC-OF-015"]
    ) { play in
        try await play.wire.addTeaser(play.offer, of: play.partner)
        try await play.wire.addTeaser(play.secondOffer, of: play.partner)
    }

    private static let eligibility = JourneyStep(
        "eligibility", .team,
        Sentence(
            "Selon les conditions générales, l'abonnement est éligible au remboursement, le film ne l'est pas.",
            "By the terms of use the subscription is eligible for reimbursement, the film is not."),
        [], needs: .control
    ) { play in
        try await play.control.setEligible(offerId: play.offer.id, true)
        try await play.control.setEligible(offerId: play.secondOffer.id, false)
    }

    private static let bookings = JourneyStep(
        "booking", .young,
        Sentence(
            "Yaël réserve les deux : débit, contremarque, lien vers le site.",
            "Yaël books both: debit, countermark, link to the site."),
        ["PC-BK-001", "PC-WA-001", "PC-OF-018"]
    ) { play in
        try await JourneyStep.book(play.stock, for: "Yaël", in: &play)
        try await JourneyStep.book(play.secondStock, for: "Yaël", as: "film", in: &play)
        for (key, offer) in [("Yaël", play.offer), ("film", play.secondOffer)] {
            let booking = play.booking(key)
            let expected = completed(booking, offer, email: play.person("Yaël").email)
            try play.require(
                booking.completedURL == expected, "completedUrl \(expected)", booking.completedURL ?? "none")
        }
        play.tell(
            "18,99 € débités ; le lien porte adresse, offre et contremarque.",
            "€18.99 debited; the link carries address, offer and countermark.")
    }

    private static func completed(_ booking: Booking, _ offer: Offer, email: String) -> String {
        "https://plateforme.exemple.fr/bienvenue?email=\(email)&offerId=\(offer.id)&token=\(booking.token)"
    }

    private static let link = JourneyStep(
        "automatic-validation", .partner,
        Sentence(
            "Yaël arrive par le lien : le site lit adresse, offre et contremarque, vérifie, crée le compte, valide.",
            "Yaël comes by the link: the site reads address, offer and countermark, checks, makes the account, validates."
        ),
        ["PC-CM-001", "PC-CM-008", "PC-CM-014", "PC-CM-015"]
    ) { play in
        // The link carries the e-mail as it is; what the site reads has to be encoded again (plus signs).
        let url = play.booking("Yaël").completedURL ?? ""
        let fields = url.split(separator: "?").last?.split(separator: "&") ?? []
        func field(_ name: String) -> String {
            fields.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.utf8.count + 1)) } ?? ""
        }
        let request = DeskRequest(
            base: play.world.base, countermark: field("token"),
            way: .open(userEmail: field("email"), offerId: field("offerId")))
        let answer = await play.desk.check(request)
        guard case .valid = answer else { throw play.failure("the countermark of the link to be valid", "\(answer)") }
        try await play.expect(play.desk.validate(request), .validated)
        try await play.expect(play.desk.validate(request), .alreadyValidated)
        play.tell(
            "L'abonnement est ouvert et la contremarque validée.",
            "The subscription is open, the countermark validated.")
    }

    private static let manual = JourneyStep(
        "manual-validation", .partner,
        Sentence(
            "Pour le film, il valide à la main, depuis son compte, la contremarque de l'utilisatrice qui s'est connectée.",
            "For the film it validates by hand, from its account, the countermark of the user who did log in."),
        ["PC-CM-020"]
    ) { play in
        let request = play.deskRequest("film")
        try await play.expect(play.desk.validate(request), .validated)
        play.owed[play.booking("film").id] = 0
        let list = try await play.wire.partnerBookings(of: play.partner)
        let shown = list.first { $0["id"]?.stringValue == play.booking("Yaël").id }?["reimbursed_amount"]?.cents
        guard play.world.hasControl else { return }
        try play.require(
            shown == play.stock.cents || shown == 0, "reimbursed_amount 15.00 (documented) or 0 (observed)",
            "\(shown.map(String.init) ?? "none")")
        play.saw(.digitalReimbursement, shown == 0 ? .observed : .documented)
        play.owed[play.booking("Yaël").id] = shown
        play.tell("Les deux réservations sont validées.", "Both bookings are validated.")
    }
}
