// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The mails about the administrator and the bank details (`guide G29`, `G30`). The service sent none of them, so that the words are
/// ours.
extension MailWriter {
    /// The mails that follow from one such event.
    func administrationMails(for event: Event) -> [Mail] {
        switch event {
        case .administratorAsked(let id, let email, _): question(to: email, about: id)
        case .ribFiled(let payee, _): accountToCheck(payee)
        case .bankDetailsRefused(let payee, let reason): refusal(of: payee, reason)
        default: []
        }
    }

    private func question(to email: String, about id: Identifier<Offerer>) -> [Mail] {
        guard let offerer = state.offerers[id] else { return [] }
        let what =
            "Pour chaque structure, un seul utilisateur est habilité à renseigner les coordonnées bancaires sur son compte "
            + "pass Culture Pro : l'administrateur."
        let wish =
            "Merci de désigner l'administrateur de la structure \"\(offerer.name)\" (SIREN : \(offerer.siren ?? "aucun")) "
            + "et de nous fournir son mail, en répondant à ce message."
        return mail(
            to: [email], "Désignez l'administrateur de la structure \(offerer.name)",
            MailBody(greeting: MailBody.toPartner, blocks: [.text(what), .text(wish)]))
    }

    /// To the team: bank details and their RIB await its agreement.
    private func accountToCheck(_ payee: Payee) -> [Mail] {
        guard let details = state.bankDetails(of: payee), let name = name(of: payee),
            let offerer = state.offererID(of: payee).flatMap({ state.offerers[$0] })
        else { return [] }
        let department = String(offerer.postalCode.prefix(2))
        return mail(
            to: [Self.team], "\(department) - coordonnées bancaires et RIB à valider : \(name)",
            MailBody(
                greeting: "Coordonnées bancaires à valider",
                blocks: [
                    .text("Structure : \(offerer.name), SIREN : \(offerer.siren ?? "aucun")"), .text("Pour : \(name)"),
                    .text("IBAN : \(details.iban), BIC : \(details.bic)"),
                ], isSigned: false))
    }

    /// To the administrator: what does not conform.
    private func refusal(of payee: Payee, _ reason: String) -> [Mail] {
        guard let name = name(of: payee), let offererID = state.offererID(of: payee) else { return [] }
        let administrators = state.userOfferers(of: offererID)
            .filter { $0.rights == .admin && $0.validationToken == nil }.map { state.users[$0.userID]?.email }
        return mail(
            to: administrators, "Vos coordonnées bancaires n'ont pas été validées : \(name)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [
                    .text(
                        "Les coordonnées bancaires et le RIB de \"\(name)\" n'ont pas pu être validés par notre équipe."
                    ),
                    .text("Motif : \(reason)"),
                    .text(
                        "Aucun virement ne sera effectué avant leur validation. Merci de les corriger sur votre compte."
                    ),
                ]))
    }

    private func name(of payee: Payee) -> String? {
        switch payee {
        case .offerer(let id): state.offerers[id]?.name
        case .venue(let id): state.venues[id]?.name
        }
    }
}
