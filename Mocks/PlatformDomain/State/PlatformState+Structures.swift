// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func createOfferer(
        _ actor: Actor, _ draft: OffererDraft, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        let user = try requireSignedIn(actor)
        if let siren = draft.siren, offerer(siren: siren) != nil { throw .sirenTaken }
        guard let user, !user.isAdmin else { return newOfferer(draft, validationToken: nil, at: instant) }
        // Documented, the team names the administrator, who alone enters bank details (`guide G29`), as after a sign-up.
        var draft = draft
        if rules.oneAdministrator { draft.bankDetails = nil }
        let attachment = UserOfferer(
            id: userOfferers.nextID, userID: user.id, offererID: offerers.nextID,
            rights: rules.oneAdministrator ? .editor : .admin, validationToken: nil)
        return newOfferer(draft, validationToken: Drawing.link(from: &drawing), at: instant)
            + [.userOffererCreated(attachment)]
    }

    /// A structure and its virtual venue, which every structure has from the start.
    func newOfferer(_ draft: OffererDraft, validationToken: String?, at instant: Instant) -> [Event] {
        let offerer = Offerer(
            id: offerers.nextID, name: draft.name, siren: draft.siren, address: draft.address,
            postalCode: draft.postalCode, city: draft.city, dateCreated: instant, isActive: true,
            validationToken: validationToken, bankDetails: draft.bankDetails.map { entered($0, replacing: nil) },
            administratorEmail: nil)
        let venue = Venue(
            id: venues.nextID, offererID: offerer.id, name: "Offre en ligne", isVirtual: true, siret: nil, comment: nil,
            bookingEmail: nil, address: nil, postalCode: nil, city: nil, departementCode: nil, latitude: nil,
            longitude: nil, validationToken: nil, bankDetails: nil, dateCreated: instant)
        return [.offererCreated(offerer), .venueCreated(venue)]
    }

    /// Bank details as somebody enters them: what the team accepted stays accepted as long as it is the same account.
    func entered(_ draft: BankDetailsDraft, replacing old: BankDetails?) -> BankDetails {
        let isSame = old?.account == draft.account
        return BankDetails(
            iban: draft.iban, bic: draft.bic,
            isAccepted: !rules.bankDetailsNeedAcceptance || isSame && old?.isAccepted == true)
    }

    /// Whether bank details are for another account: its RIB is then still to come.
    func isOther(_ draft: BankDetailsDraft?, than old: BankDetails?) -> Bool {
        old?.account != draft?.account
    }

    func updateOfferer(
        _ actor: Actor, _ id: Identifier<Offerer>, _ changes: OffererChanges
    ) throws(Refusal) -> [Event] {
        try requireAdministrator(actor, id)
        guard var offerer = offerers[id] else { throw .unknown(.offerer) }
        if let bankDetails = changes.bankDetails {
            if isOther(bankDetails, than: offerer.bankDetails) { offerer.rib = nil }
            offerer.bankDetails = bankDetails.map { entered($0, replacing: offerer.bankDetails) }
        }
        if let isActive = changes.isActive { offerer.isActive = isActive }
        return [.offererUpdated(offerer)]
    }

    func validateStructures(_ kinds: Set<ValidatedKind>, _ token: String) throws(Refusal) -> [Event] {
        switch indexes.links[token] {
        case .offerer(let id) where kinds.contains(.offerer): return [.offererValidated(id)]
        case .userOfferer(let id) where kinds.contains(.userOfferer): return [.userOffererValidated(id)]
        default: throw .unknownLink
        }
    }

    /// Attaches a person: an administrator of the structure, or the team, vouches for them, so that no validation is awaited.
    func attachUser(
        _ actor: Actor, _ userID: Identifier<User>, _ offererID: Identifier<Offerer>, _ rights: Rights
    ) throws(Refusal) -> [Event] {
        try requireAdministrator(actor, offererID)
        guard offerers[offererID] != nil else { throw .unknown(.offerer) }
        guard let user = users[userID] else { throw .unknown(.user) }
        guard userOfferer(of: userID, on: offererID) == nil else { return [] }
        if rights == .admin, rules.oneAdministrator {
            guard isTeam(actor) else { throw .teamOnly }
            return try nameAdministrator(offererID, user.email)
        }
        return [
            .userOffererCreated(
                UserOfferer(
                    id: userOfferers.nextID, userID: userID, offererID: offererID, rights: rights, validationToken: nil)
            )
        ]
    }

    /// The team accepts an administrator (`guide G29`): at once if the person has an account, otherwise when they sign up with the
    /// structure's SIREN.
    func nameAdministrator(_ id: Identifier<Offerer>, _ email: String) throws(Refusal) -> [Event] {
        guard offerers[id] != nil else { throw .unknown(.offerer) }
        guard let user = user(email: email) else { return [.administratorNamed(id, email: email, nil)] }
        if let attachment = userOfferer(of: user.id, on: id) {
            return [.administratorNamed(id, email: email, attachment.id)]
        }
        let attachment = UserOfferer(
            id: userOfferers.nextID, userID: user.id, offererID: id, rights: .editor, validationToken: nil)
        return [.userOffererCreated(attachment), .administratorNamed(id, email: email, attachment.id)]
    }
}
