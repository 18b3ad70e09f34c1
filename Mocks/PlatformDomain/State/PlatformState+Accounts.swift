// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func signUp(
        _ signUp: SignUp, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        guard user(email: signUp.email) == nil else { throw .emailTaken }
        let isProfessional = if case .professional = signUp.purpose { true } else { false }
        let user = User(
            id: users.nextID, email: signUp.email, passwordHash: signUp.passwordHash, publicName: signUp.publicName,
            firstName: signUp.firstName, lastName: signUp.lastName, postalCode: signUp.postalCode,
            phoneNumber: signUp.phoneNumber, dateOfBirth: signUp.dateOfBirth, departementCode: "00",
            dateCreated: instant, canBookFreeOffers: !isProfessional, isAdmin: false,
            validationToken: signUp.isValidatedAtOnce ? nil : Drawing.link(from: &drawing), passwordReset: nil,
            credit: isProfessional ? .zero : rules.credit, spent: .zero, spentOnPhysical: .zero, spentOnDigital: .zero)
        var events = [Event.userCreated(user)]
        if case .professional(let draft) = signUp.purpose { events += joinStructure(user, draft, at: instant) }
        return events
    }

    /// A professional's structure: in integration a new one and the attachment are validated at once, and the rights are an
    /// editor's (`contract 2018-12 §4.4`), unless the team named this person administrator before (`guide G29`).
    private func joinStructure(_ user: User, _ draft: OffererDraft, at instant: Instant) -> [Event] {
        let known = draft.siren.flatMap { offerer(siren: $0) }
        let offererID = known?.id ?? offerers.nextID
        var events: [Event] = []
        if known == nil { events += newOfferer(draft, validationToken: nil, at: instant) }
        let attachment = UserOfferer(
            id: userOfferers.nextID, userID: user.id, offererID: offererID, rights: .editor, validationToken: nil)
        events.append(.userOffererCreated(attachment))
        if known?.administratorEmail == user.email {
            events.append(.administratorNamed(offererID, email: user.email, attachment.id))
        }
        return events
    }

    func validateUser(_ token: String) throws(Refusal) -> [Event] {
        guard case .user(let id)? = indexes.links[token] else { throw .unknownLink }
        return [.userValidated(id)]
    }

    func updateUser(_ id: Identifier<User>, _ changes: UserChanges) throws(Refusal) -> [Event] {
        guard var user = users[id] else { throw .unknown(.user) }
        if let email = changes.email, email != user.email {
            guard self.user(email: email) == nil else { throw .emailTaken }
            user.email = email
        }
        if let publicName = changes.publicName { user.publicName = publicName }
        if let postalCode = changes.postalCode { user.postalCode = postalCode }
        if let phoneNumber = changes.phoneNumber { user.phoneNumber = phoneNumber }
        if let departementCode = changes.departementCode { user.departementCode = departementCode }
        return [.userUpdated(user)] + appointments(of: user)
    }

    /// What an account that takes the address of an administrator who was named and has none becomes.
    private func appointments(of user: User) -> [Event] {
        userOfferers(of: user.id).compactMap { attachment in
            guard attachment.rights != .admin, offerers[attachment.offererID]?.administratorEmail == user.email else {
                return nil
            }
            return .administratorNamed(attachment.offererID, email: user.email, attachment.id)
        }
    }

    func changePassword(_ id: Identifier<User>, _ hash: String) throws(Refusal) -> [Event] {
        guard users[id] != nil else { throw .unknown(.user) }
        return [.passwordChanged(id, passwordHash: hash)]
    }

    func requestPasswordReset(
        _ email: String, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) -> [Event] {
        guard let user = user(email: email) else { return [] }
        let token = Drawing.passwordLink(from: &drawing)
        return [
            .passwordResetRequested(
                user.id, PasswordReset(token: token, validUntil: instant + rules.passwordResetLife))
        ]
    }

    func resetPassword(_ token: String, _ hash: String, at instant: Instant) throws(Refusal) -> [Event] {
        guard case .passwordReset(let id)? = indexes.links[token], let reset = users[id]?.passwordReset else {
            throw .unknownLink
        }
        guard instant <= reset.validUntil else { throw .expiredLink }
        return [.passwordChanged(id, passwordHash: hash)]
    }

    func openSession(
        _ id: Identifier<User>, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        guard let user = users[id] else { throw .signInRefused(.unknownIdentifier) }
        guard user.validationToken == nil else { throw .signInRefused(.notValidated) }
        let session = Session(
            id: sessions.nextID, userID: id, secret: Drawing.secret(from: &drawing),
            validUntil: instant + rules.sessionLife, isClosed: false)
        return [.sessionOpened(session)]
    }
}
