// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension MailWriter {
    /// The mails about a person's account.
    func accountMails(for event: Event) -> [Mail] {
        switch event {
        case .userCreated(let user): validation(of: user)
        case .userValidated(let id): linksAwaitingValidation(of: id)
        case .passwordResetRequested(let id, let reset): passwordReset(id, reset)
        case .administratorNamed(let id, let email, let link):
            administrator(of: id, email: email, hasAccount: link != nil)
        default: []
        }
    }

    private func validation(of user: User) -> [Mail] {
        guard let token = user.validationToken else { return [] }
        let subject = "Validation de votre adresse email pour le pass Culture"
        let follow = "Vous pouvez valider votre adresse email en suivant ce lien :"
        if user.canBookFreeOffers {
            let body = MailBody(
                greeting: "Bonjour \(user.publicName),",
                blocks: [
                    .text("Vous venez de créer un compte pass Culture avec votre adresse \(user.email)."),
                    .link(follow, url: "\(base)/validate/user/\(token)"),
                ])
            return mail(from: .signUp, to: [user.email], subject, body)
        }
        let body = MailBody(
            greeting: MailBody.toPartner,
            blocks: [
                .text("Vous venez de créer un compte pass Culture pro avec votre adresse \(user.email)."),
                .link(follow, url: "\(linkBase)/inscription/validation/\(token)"),
            ], isSigned: false)
        return mail(from: .portal, to: [user.email], subject, body)
    }

    private func linksAwaitingValidation(of id: Identifier<User>) -> [Mail] {
        state.userOfferers(of: id).flatMap { link in linkToValidate(link) }
    }

    private func passwordReset(_ id: Identifier<User>, _ reset: PasswordReset) -> [Mail] {
        guard let user = state.users[id] else { return [] }
        let body = MailBody(
            greeting: "Bonjour \(user.publicName),",
            blocks: [
                .link(
                    "Vous pouvez réinitialiser votre mot de passe en suivant ce lien :",
                    url: "\(linkBase)/mot-de-passe-perdu?token=\(reset.token)"),
                .text(
                    "Le lien est valable 24h. Au delà de ce délai, vous devrez demander une nouvelle réinitialisation."),
            ])
        return mail(from: .service, to: [user.email], "Réinitialisation de votre mot de passe", body)
    }

    /// The guide has the administrator invited by mail (`guide G29`); the service never did, so that these words are ours.
    private func administrator(of id: Identifier<Offerer>, email: String, hasAccount: Bool) -> [Mail] {
        guard let offerer = state.offerers[id] else { return [] }
        let what = "Vous avez été désigné administrateur de la structure \"\(offerer.name)\" : "
        let next =
            hasAccount
            ? "vous pouvez désormais saisir ses coordonnées bancaires."
            : "créez votre compte pass Culture pro avec cette adresse pour saisir ses coordonnées bancaires."
        return mail(
            to: [email], "Vous êtes administrateur de la structure \(offerer.name)",
            MailBody(greeting: MailBody.toPartner, blocks: [.text(what + next)]))
    }
}
