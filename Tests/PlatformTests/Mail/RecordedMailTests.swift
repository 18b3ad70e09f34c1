// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform
@testable import PlatformDomain

/// The mails of the service as they were recorded, name by name replaced: sender, subject and what their reader sees.
@Suite("Recorded mails")
struct RecordedMailTests {
    private func expect(
        _ mail: Mail?, _ heading: String, _ visible: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let mail = try #require(mail, sourceLocation: sourceLocation)
        #expect(mail.heading == heading, sourceLocation: sourceLocation)
        #expect(mail.visible == visible, sourceLocation: sourceLocation)
        // The plain text says the same words in the same order.
        let words = mail.text.split { $0.isWhitespace || $0 == "|" }.joined(separator: " ")
        if !mail.html.contains("cliquez ici") { #expect(words == visible, sourceLocation: sourceLocation) }
    }

    private func last(_ service: Service, to address: String, _ back: Int = 0) -> Mail? {
        service.mails(to: address).dropLast(back).last
    }

    private static let signed = " Cordialement, L'équipe pass Culture"

    @Test("sign-up and a forgotten password")
    func accounts() throws {
        let service = try makeService(.observed)
        let young = SignUp(
            purpose: .young, email: "jeune@example.com", passwordHash: Town.hash, publicName: "Jeune")
        try service.perform(.signUp(young)) { _, _ in }
        let tokens = service.read { state, _ in state.users.records.map { $0.validationToken ?? "" } }
        let subject = "Validation de votre adresse email pour le pass Culture"
        try expect(
            last(service, to: "jeune@example.com"), "pass Culture <passculture-dev@beta.gouv.fr> | \(subject)",
            "Bonjour Jeune, Vous venez de créer un compte pass Culture avec votre adresse jeune@example.com. "
                + "Vous pouvez valider votre adresse email en suivant ce lien : "
                + "http://127.0.0.1/validate/user/\(tokens[0])" + Self.signed)
        let draft = OffererDraft(
            name: "Théâtre", siren: "271657231", address: nil, postalCode: "92000", city: "Nanterre")
        let pro = SignUp(
            purpose: .professional(draft), email: "essai0@example.com", passwordHash: Town.hash, publicName: "Pro")
        try service.perform(.signUp(pro)) { _, _ in }
        let token = service.read { state, _ in state.users[Identifier(2)]?.validationToken ?? "" }
        try expect(
            last(service, to: "essai0@example.com"), "pass Culture pro <passculture-dev@beta.gouv.fr> | \(subject)",
            "Cher partenaire pass Culture, Vous venez de créer un compte pass Culture pro avec votre adresse "
                + "essai0@example.com. Vous pouvez valider votre adresse email en suivant ce lien : "
                + "http://127.0.0.1/inscription/validation/\(token)")
        try service.perform(.requestPasswordReset(email: "jeune@example.com")) { _, _ in }
        let reset = service.read { state, _ in state.users[Identifier(1)]?.passwordReset?.token ?? "" }
        try expect(
            last(service, to: "jeune@example.com"),
            "Pass Culture <passculture@beta.gouv.fr> | Réinitialisation de votre mot de passe",
            "Bonjour Jeune, Vous pouvez réinitialiser votre mot de passe en suivant ce lien : "
                + "http://127.0.0.1/mot-de-passe-perdu?token=\(reset) Le lien est valable 24h. Au delà de ce délai, vous "
                + "devrez demander une nouvelle réinitialisation." + Self.signed)
    }

    @Test("a structure and a venue: to the team with the links, then to the structure's administrators")
    func structures() throws {
        let town = try Town(in: makeService(.observed))
        let service = town.service
        let draft = OffererDraft(
            name: "Théâtre Deux", siren: "271657231", address: "2 rue X", postalCode: "75011", city: "Paris")
        try service.perform(.createOfferer(by: .user(town.bookseller), draft)) { _, _ in }
        let token = service.read { state, _ in state.offerers[Identifier(2)]?.validationToken ?? "" }
        let toTeam = try #require(last(service, to: MailSender.team))
        #expect(toTeam.to == [MailSender.team])
        try expect(
            toTeam,
            "Pass Culture <passculture@beta.gouv.fr> | 00 - inscription / rattachement PRO à valider : Théâtre Deux",
            "Inscription ou rattachement PRO à valider Rattachement : Utilisateur : Email : libraire@example.com "
                + "Nom public : Dupont & fils Droits : administrateur Nouvelle structure : Pour valider, cliquez ici "
                + "Structure : Nom : Théâtre Deux SIREN : 271657231 Adresse : 2 rue X 75011 Paris Infos API entreprise : "
                + "SIREN 271657231 : la plateforme locale n'interroge pas ce registre.")
        let link = "http://127.0.0.1/validate?modelNames=Offerer&token=\(token)"
        #expect(toTeam.html.contains("href=\"\(link.replacing("&", with: "&amp;"))\""))
        #expect(toTeam.text.contains("Pour valider, cliquez ici : \(link)\n"))
        try service.perform(.validateStructures(kinds: [.offerer], token: token)) { _, _ in }
        try expect(
            last(service, to: "libraire@example.com"),
            "pass Culture pro <passculture-dev@beta.gouv.fr> | Validation de votre structure",
            "Cher partenaire pass Culture, Votre structure \"Théâtre Deux\" vient d'être validée par notre équipe."
                + Self.signed)
        var details = VenueDetails()
        details.comment = "Sans adresse fixe"
        details.address = "2 rue Z"
        details.postalCode = "97300"
        details.city = "Cayenne"
        let venue = VenueDraft(
            offererID: Identifier(2), name: "Festival itinérant", isVirtual: false, details: details)
        try service.perform(.createVenue(by: .user(town.bookseller), venue)) { _, _ in }
        let venueToken = service.read { state, _ in state.venues.records.compactMap(\.validationToken).last ?? "" }
        try expect(
            last(service, to: MailSender.team),
            "pass Culture <passculture@beta.gouv.fr> | 97 - rattachement de lieu pro à valider : Festival itinérant",
            "Lieu à valider La structure \"Théâtre Deux\" (SIREN : 271657231) a rattaché le lieu suivant sans renseigner de "
                + "SIRET : Nom : \"Festival itinérant\" Commentaire de la structure : \"Sans adresse fixe\". Pour valider ce "
                + "rattachement, cliquez sur le lien suivant : http://127.0.0.1/validate/venue?token=\(venueToken)")
        try service.perform(.validateVenue(token: venueToken)) { _, _ in }
        let what = "rattachement du lieu \"Festival itinérant\" à votre structure \"Théâtre Deux\""
        try expect(
            last(service, to: "libraire@example.com"),
            "pass Culture pro <passculture@beta.gouv.fr> | Validation du \(what)",
            "Cher partenaire pass Culture, Le \(what) vient d'être validé par notre équipe." + Self.signed)
    }

    @Test("a person's attachment, alone and with the structure: one mail for what one call validates")
    func attachments() throws {
        let town = try Town(in: makeService(.observed))
        let service = town.service
        // The service of the record made links that await validation outside the integration environment.
        let link = service.withCore { core in
            let link = UserOfferer(
                id: Identifier(2), userID: town.reader, offererID: town.offerer, rights: .editor,
                validationToken: "jeton")
            core.state.evolve(.userOffererCreated(link))
            return link
        }
        func writer() -> MailWriter {
            service.read { state, now in MailWriter(state: state, base: "http://127.0.0.1", at: now) }
        }
        let toTeam = try #require(writer().mails(for: [.userOffererCreated(link)]).first)
        #expect(
            toTeam.visible.contains("Nouveau rattachement : Pour valider, cliquez ici Utilisateur : Email : lecteur@"))
        #expect(toTeam.html.contains("/validate?modelNames=UserOfferer&amp;token=jeton"))
        service.withCore { core in
            core.state.evolve(.userOffererValidated(link.id))
            core.state.evolve(.administratorNamed(town.offerer, email: "libraire@example.com", Identifier(1)))
        }
        let alone = writer().mails(for: [.userOffererValidated(link.id)])
        #expect(alone.map(\.to) == [["libraire@example.com"]])
        try expect(
            alone.first,
            "pass Culture pro <passculture-dev@beta.gouv.fr> | Validation de compte éditeur rattaché à votre structure",
            "Cher partenaire pass Culture, L'utilisateur lecteur@example.com a été validé en tant qu'éditeur par notre équipe."
                + Self.signed)
        let both = writer().mails(for: [.offererValidated(town.offerer), .userOffererValidated(link.id)])
        #expect(both.map(\.subject) == ["Validation de votre structure et de compte éditeur rattaché"])
        #expect(
            both.first?.visible.contains("vient d'être validée par notre équipe. L'utilisateur lecteur@example.com")
                == true)
    }

    @Test("a thing booked, cancelled by the young person, and cancelled by the structure")
    func thing() throws {
        let town = try Town(in: makeService(.observed))
        let service = town.service
        let who = "Dupont & fils (lecteur@example.com)"
        let place = "proposé par Grande salle (Adresse : 1 place Y, 93100 Montreuil)."
        let booking = try town.book()
        try expect(
            last(service, to: MailSender.team),
            "Pass Culture <passculture@beta.gouv.fr> | [Réservations] Nouvelle réservation pour Le Petit Prince",
            "Cher partenaire pass Culture, \(who) vient de faire une nouvelle réservation pour Le Petit Prince, \(place)"
        )
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Confirmation de votre commande pour Le Petit Prince",
            "Bonjour Dupont & fils, Nous vous confirmons votre commande pour Le Petit Prince (Ref: None), proposé par Grande "
                + "salle. Votre code de réservation est le \(booking.token)." + Self.signed)
        try service.perform(.cancelBooking(by: .user(town.reader), booking.id)) { _, _ in }
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Annulation de votre commande pour Le Petit Prince",
            "Bonjour Dupont & fils, Votre commande pour Le Petit Prince (Ref: None), proposé par Grande salle a bien été "
                + "annulée." + Self.signed)
        try expect(
            last(service, to: "librairie@example.com"),
            "Pass Culture <passculture@beta.gouv.fr> | [Réservations] Nouvelle réservation pour Le Petit Prince",
            "Cher partenaire pass Culture, \(who) vient d'annuler sa réservation pour Le Petit Prince, \(place)")
        try service.perform(.cancelBooking(by: .user(town.bookseller), try town.book().id)) { _, _ in }
        let what = "Le Petit Prince, proposé par Librairie <Martin>"
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Votre commande pour \(what) a été annulée par l'offreur",
            "Bonjour Dupont & fils, Votre commande pour \(what), a été annulée par l'offreur. Vous avez été automatiquement "
                + "recrédité de 10.00 euros." + Self.signed)
        try expect(
            last(service, to: "librairie@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Confirmation de votre annulation de réservation pour "
                + "Le Petit Prince, proposé par Grande salle",
            "Cher partenaire pass Culture, Vous venez d'annuler la réservation de \(who) pour Le Petit Prince, \(place)"
        )
    }

    @Test("a digital thing booked and cancelled: no address, no link")
    func digital() throws {
        let town = try Town(in: makeService(.observed), url: "https://exemple.fr/?t={token}")
        let service = town.service
        let booking = try town.book()
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Confirmation de votre commande pour Le Petit Prince",
            "Bonjour Dupont & fils, Nous vous confirmons votre commande pour Le Petit Prince (Ref: None), proposé par Offre en "
                + "ligne. Votre code de réservation est le \(booking.token)." + Self.signed)
        #expect(
            last(service, to: MailSender.team)?.visible.hasSuffix(
                "nouvelle réservation pour Le Petit Prince, offre numérique proposée par Offre en ligne.") == true)
    }

    @Test("an event booked, cancelled by the young person, and cancelled by the structure")
    func event() throws {
        let town = try Town(in: makeService(.observed), price: 20_00, kind: .event)
        let service = town.service
        let who = "Dupont & fils (lecteur@example.com)"
        let date = "13 décembre 2018 à 08:15"
        let place = "proposé par Grande salle (Adresse : 1 place Y, 93100 Montreuil)."
        let booking = try town.book()
        let toPartner =
            "Pass Culture <passculture@beta.gouv.fr> | [Réservations] Nouvelle réservation pour Le Petit Prince - \(date)"
        try expect(
            last(service, to: MailSender.team), toPartner,
            "Cher partenaire pass Culture, \(who) vient de faire une nouvelle réservation. Voici le récapitulatif des "
                + "réservations à ce jour : (total 1) pour Le Petit Prince le \(date), \(place) Nom ou pseudo Email Code "
                + "réservation Dupont & fils lecteur@example.com \(booking.token)")
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Confirmation de votre réservation pour Le Petit Prince le \(date)",
            "Bonjour Dupont & fils, Nous vous confirmons votre réservation pour Le Petit Prince le \(date), \(place) Votre code "
                + "de réservation est le \(booking.token)." + Self.signed)
        try service.perform(.cancelBooking(by: .user(town.reader), booking.id)) { _, _ in }
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Annulation de votre réservation pour Le Petit Prince le \(date)",
            "Bonjour Dupont & fils, Votre réservation pour Le Petit Prince, proposé par Grande salle le \(date), a bien été "
                + "annulée." + Self.signed)
        try expect(
            last(service, to: "librairie@example.com"), toPartner,
            "Cher partenaire pass Culture, \(who) vient d'annuler sa réservation. Voici le récapitulatif des réservations à ce "
                + "jour : (total 0) pour Le Petit Prince le \(date), \(place) Aucune réservation")
        try service.perform(.cancelBooking(by: .user(town.bookseller), try town.book().id)) { _, _ in }
        let what = "Le Petit Prince, proposé par Librairie <Martin>"
        try expect(
            last(service, to: "lecteur@example.com"),
            "Pass Culture <passculture-dev@beta.gouv.fr> | Votre réservation pour \(what) a été annulée par l'offreur",
            "Bonjour Dupont & fils, Votre réservation pour Le Petit Prince le \(date), proposé par Librairie <Martin>, a été "
                + "annulée par l'offreur. Vous avez été automatiquement recrédité de 20.00 euros." + Self.signed)
    }

    @Test(
        "a stock or a date taken out: first names under Nom in observed, under Prénom in documented",
        arguments: Profile.allCases)
    func deletions(profile: Profile) throws {
        for kind in [Product.Kind.thing, .event] {
            let town = try Town(in: makeService(profile), kind: kind)
            town.service.withCore { core in
                guard var user = core.state.users[town.reader] else { return }
                user.firstName = "Jean"
                user.lastName = "Neuf"
                core.state.evolve(.userUpdated(user))
            }
            _ = try town.book()
            let command: Command =
                kind == .thing
                ? .deleteStock(by: .user(town.bookseller), town.stock)
                : .deleteOccurrence(by: .user(town.bookseller), Identifier(1))
            try town.service.perform(command) { _, _ in }
            let names = profile == .observed ? "Jean Neuf" : "Neuf Jean"
            try expect(
                last(town.service, to: "librairie@example.com"),
                "pass Culture pro <passculture@beta.gouv.fr> | Annulation de réservations pour Le Petit Prince",
                "Cher partenaire pass Culture, Suite à votre suppression de \(kind == .thing ? "stock" : "date") pour l'offre Le "
                    + "Petit Prince, les réservations suivantes ont été automatiquement annulées : Nom Prénom Email \(names) "
                    + "lecteur@example.com")
        }
    }
}
