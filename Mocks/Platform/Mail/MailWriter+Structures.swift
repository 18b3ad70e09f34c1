// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension MailWriter {
    /// The mails about structures, attachments and venues.
    func structureMails(for event: Event, among events: [Event]) -> [Mail] {
        switch event {
        case .offererValidated(let id): structureValidated(id, among: events)
        case .userOffererValidated(let id): linkValidated(id, among: events)
        case .venueCreated(let venue): venueToValidate(venue)
        case .venueValidated(let id): venueValidated(id)
        default: []
        }
    }

    /// To the team: a structure awaits validation, with whoever brought it in.
    func structureToValidate(_ offerer: Offerer) -> [Mail] {
        toTheTeam(offerer, state.userOfferers(of: offerer.id).first)
    }

    /// To the team: a person's attachment, or the structure that it is to, awaits validation.
    func linkToValidate(_ link: UserOfferer) -> [Mail] {
        state.offerers[link.offererID].map { toTheTeam($0, link) } ?? []
    }

    /// What awaits validation, with the links that validate it; nothing if nothing does.
    ///
    /// The service printed both records whole, secrets included, and what the public registry of companies says of the SIREN: here
    /// are the facts that the team decides by, and no registry is asked.
    private func toTheTeam(_ offerer: Offerer, _ link: UserOfferer?) -> [Mail] {
        guard offerer.validationToken != nil || link?.validationToken != nil else { return [] }
        var blocks: [MailBody.Block] = [.heading("Inscription ou rattachement PRO à valider")]
        if let link, let user = state.users[link.userID] {
            if let token = link.validationToken {
                blocks += [.text("Nouveau rattachement :"), toValidate("UserOfferer", token)]
            } else {
                blocks.append(.text("Rattachement :"))
            }
            blocks.append(.lines(["Utilisateur :"] + facts(user, link)))
        }
        if let token = offerer.validationToken {
            blocks += [.text("Nouvelle structure :"), toValidate("Offerer", token)]
        }
        blocks.append(.lines(["Structure :"] + facts(offerer)))
        blocks.append(
            .lines([
                "Infos API entreprise :",
                "SIREN \(offerer.siren ?? "aucun") : la plateforme locale n'interroge pas ce registre.",
            ]))
        let user = link.flatMap { state.users[$0.userID] }
        // The department is the person's: `00` in the integration environment (`contract 2018-12 §4.4`).
        let department = user?.departementCode ?? String(offerer.postalCode.prefix(2))
        return mail(
            from: .service, to: [Self.team],
            "\(department) - inscription / rattachement PRO à valider : \(offerer.name)",
            MailBody(greeting: nil, blocks: blocks, isSigned: false))
    }

    private func toValidate(_ kind: String, _ token: String) -> MailBody.Block {
        .action("Pour valider,", words: "cliquez ici", url: "\(base)/validate?modelNames=\(kind)&token=\(token)")
    }

    private func facts(_ user: User, _ link: UserOfferer) -> [String] {
        ["Email : \(user.email)", "Nom public : \(user.publicName)", "Droits : \(link.rights.french)"]
    }

    private func facts(_ offerer: Offerer) -> [String] {
        let address = [offerer.address ?? "", offerer.postalCode, offerer.city].filter { !$0.isEmpty }
        return [
            "Nom : \(offerer.name)", "SIREN : \(offerer.siren ?? "aucun")",
            "Adresse : \(address.joined(separator: " "))",
        ]
    }

    private func structureValidated(_ id: Identifier<Offerer>, among events: [Event]) -> [Mail] {
        guard let offerer = state.offerers[id] else { return [] }
        var subject = "Validation de votre structure"
        var blocks: [MailBody.Block] = [
            .text("Votre structure \"\(offerer.name)\" vient d'être validée par notre équipe.")
        ]
        // One call can validate both: then one mail tells of both.
        if let link = linkValidatedToo(with: id, among: events), let user = state.users[link.userID] {
            subject += " et de compte \(link.rights.french) rattaché"
            blocks.append(validated(user, link))
        }
        return mail(
            from: .portal, to: contacts(of: id), subject, MailBody(greeting: MailBody.toPartner, blocks: blocks))
    }

    private func linkValidated(_ id: Identifier<UserOfferer>, among events: [Event]) -> [Mail] {
        guard let link = state.userOfferers[id], let user = state.users[link.userID],
            !events.contains(.offererValidated(link.offererID))
        else { return [] }
        return mail(
            from: .portal, to: contacts(of: link.offererID),
            "Validation de compte \(link.rights.french) rattaché à votre structure",
            MailBody(greeting: MailBody.toPartner, blocks: [validated(user, link)]))
    }

    private func linkValidatedToo(with id: Identifier<Offerer>, among events: [Event]) -> UserOfferer? {
        for case .userOffererValidated(let linkID) in events {
            if let link = state.userOfferers[linkID], link.offererID == id { return link }
        }
        return nil
    }

    private func validated(_ user: User, _ link: UserOfferer) -> MailBody.Block {
        .text("L'utilisateur \(user.email) a été validé en tant qu'\(link.rights.french) par notre équipe.")
    }

    private func venueToValidate(_ venue: Venue) -> [Mail] {
        guard let token = venue.validationToken, let offerer = state.offerers[venue.offererID] else { return [] }
        let what =
            "La structure \"\(offerer.name)\" (SIREN : \(offerer.siren ?? "aucun")) a rattaché le lieu suivant sans "
            + "renseigner de SIRET :"
        return mail(
            from: .venuesToValidate, to: [Self.team],
            "\(venue.departementCode ?? "00") - rattachement de lieu pro à valider : \(venue.name)",
            MailBody(
                greeting: nil,
                blocks: [
                    .heading("Lieu à valider"),
                    .lines([
                        what, "Nom : \"\(venue.name)\"",
                        "Commentaire de la structure : \"\(venue.comment ?? "")\".",
                    ]),
                    .link(
                        "Pour valider ce rattachement, cliquez sur le lien suivant :",
                        url: "\(base)/validate/venue?token=\(token)"),
                ], isSigned: false))
    }

    private func venueValidated(_ id: Identifier<Venue>) -> [Mail] {
        guard let venue = state.venues[id], let offerer = state.offerers[venue.offererID] else { return [] }
        let what = "du rattachement du lieu \"\(venue.name)\" à votre structure \"\(offerer.name)\""
        return mail(
            from: .venues, to: contacts(of: offerer.id), "Validation \(what)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [
                    .text(
                        "Le rattachement du lieu \"\(venue.name)\" à votre structure \"\(offerer.name)\" vient d'être "
                            + "validé par notre équipe.")
                ]))
    }

    /// Who hears of a structure: its administrators. Where the team names the administrator (`guide G29`) there is none at first: then
    /// whoever belongs to it, as the one who made it.
    private func contacts(of id: Identifier<Offerer>) -> [String?] {
        let links = state.userOfferers(of: id).filter { $0.validationToken == nil }
        let administrators = links.filter { $0.rights == .admin }
        let told = administrators.isEmpty && state.rules.oneAdministrator ? links : administrators
        return told.map { state.users[$0.userID]?.email }
    }
}

extension Rights {
    /// What the mails call them.
    fileprivate var french: String { self == .admin ? "administrateur" : "éditeur" }
}
