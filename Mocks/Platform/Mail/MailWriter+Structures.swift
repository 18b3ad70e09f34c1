// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension MailWriter {
    /// The mails about structures, attachments and venues.
    func structureMails(for event: Event) -> [Mail] {
        switch event {
        case .offererValidated(let id): structureValidated(id)
        case .userOffererValidated(let id): linkValidated(id)
        case .venueCreated(let venue): venueToValidate(venue)
        case .venueValidated(let id): venueValidated(id)
        default: []
        }
    }

    /// To the team: a structure awaits validation.
    func structureToValidate(_ offerer: Offerer) -> [Mail] {
        guard let token = offerer.validationToken else { return [] }
        return toTheTeam(offerer, [.link("Nouvelle structure, pour valider :", url: validation("Offerer", token))])
    }

    /// To the team: a person's attachment, or the structure that it is to, awaits validation.
    func linkToValidate(_ link: UserOfferer) -> [Mail] {
        guard let offerer = state.offerers[link.offererID] else { return [] }
        var blocks: [MailBody.Block] = []
        if let token = link.validationToken {
            blocks.append(.link("Nouveau rattachement, pour valider :", url: validation("UserOfferer", token)))
        }
        if let token = offerer.validationToken {
            blocks.append(.link("Nouvelle structure, pour valider :", url: validation("Offerer", token)))
        }
        guard !blocks.isEmpty else { return [] }
        if let user = state.users[link.userID] { blocks.insert(.text("Utilisateur : \(user.email)"), at: 0) }
        return toTheTeam(offerer, blocks)
    }

    private func toTheTeam(_ offerer: Offerer, _ blocks: [MailBody.Block]) -> [Mail] {
        let department = String(offerer.postalCode.prefix(2))
        let facts =
            "Structure : \(offerer.name), SIREN : \(offerer.siren ?? "aucun"), \(offerer.postalCode) \(offerer.city)"
        return mail(
            to: [Self.team], "\(department) - inscription / rattachement PRO à valider : \(offerer.name)",
            MailBody(
                greeting: "Inscription ou rattachement PRO à valider", blocks: [.text(facts)] + blocks, isSigned: false)
        )
    }

    private func validation(_ kind: String, _ token: String) -> String {
        "\(base)/validate?modelNames=\(kind)&token=\(token)"
    }

    private func structureValidated(_ id: Identifier<Offerer>) -> [Mail] {
        guard let offerer = state.offerers[id] else { return [] }
        return mail(
            to: administrators(of: id), "Validation de votre structure",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [.text("Votre structure \"\(offerer.name)\" vient d'être validée par notre équipe.")]))
    }

    private func linkValidated(_ id: Identifier<UserOfferer>) -> [Mail] {
        guard let link = state.userOfferers[id], let user = state.users[link.userID] else { return [] }
        let role = link.rights == .admin ? "administrateur" : "éditeur"
        return mail(
            to: administrators(of: link.offererID), "Validation de compte \(role) rattaché à votre structure",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [.text("L'utilisateur \(user.email) a été validé en tant qu'\(role) par notre équipe.")]))
    }

    private func venueToValidate(_ venue: Venue) -> [Mail] {
        guard let token = venue.validationToken, let offerer = state.offerers[venue.offererID] else { return [] }
        let what =
            "La structure \"\(offerer.name)\" (SIREN : \(offerer.siren ?? "aucun")) a rattaché le lieu suivant sans "
            + "renseigner de SIRET :"
        return mail(
            to: [Self.team], "\(venue.departementCode ?? "00") - rattachement de lieu pro à valider : \(venue.name)",
            MailBody(
                greeting: "Lieu à valider",
                blocks: [
                    .text(what), .text("Nom : \"\(venue.name)\""),
                    .text("Commentaire de la structure : \"\(venue.comment ?? "")\"."),
                    .link(
                        "Pour valider ce rattachement, cliquez sur le lien suivant :",
                        url: "\(base)/validate/venue?token=\(token)"),
                ], isSigned: false))
    }

    private func venueValidated(_ id: Identifier<Venue>) -> [Mail] {
        guard let venue = state.venues[id], let offerer = state.offerers[venue.offererID] else { return [] }
        let what = "du rattachement du lieu \"\(venue.name)\" à votre structure \"\(offerer.name)\""
        return mail(
            to: administrators(of: offerer.id), "Validation \(what)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [
                    .text(
                        "Le rattachement du lieu \"\(venue.name)\" à votre structure \"\(offerer.name)\" vient d'être "
                            + "validé par notre équipe.")
                ]))
    }

    private func administrators(of id: Identifier<Offerer>) -> [String?] {
        state.userOfferers(of: id).filter { $0.rights == .admin && $0.validationToken == nil }
            .map { state.users[$0.userID]?.email }
    }
}
