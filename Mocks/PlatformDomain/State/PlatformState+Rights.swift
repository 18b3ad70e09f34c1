// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What a person may do with a structure: the rights of a validated attachment; all, for the pass Culture team.
    package func rights(of userID: Identifier<User>, on offererID: Identifier<Offerer>) -> Rights? {
        guard let user = users[userID] else { return nil }
        if user.isAdmin { return .admin }
        guard let attachment = userOfferer(of: userID, on: offererID), attachment.validationToken == nil else {
            return nil
        }
        return attachment.rights
    }

    /// Whether somebody may edit a structure's venues and offers and see its bookings.
    package func canEdit(_ actor: Actor, _ offererID: Identifier<Offerer>) -> Bool {
        switch actor {
        case .team: true
        case .user(let id): rights(of: id, on: offererID) != nil
        case .anonymous, .refused: false
        }
    }

    /// Whether somebody is of the pass Culture team.
    package func isTeam(_ actor: Actor) -> Bool {
        switch actor {
        case .team: true
        case .user(let id): users[id]?.isAdmin ?? false
        case .anonymous, .refused: false
        }
    }

    /// Refuses those who did not say who they are; gives the person, nobody for the team.
    @discardableResult
    func requireSignedIn(_ actor: Actor) throws(Refusal) -> User? {
        switch actor {
        case .team:
            return nil
        case .user(let id):
            guard let user = users[id] else { throw .notSignedIn }
            return user
        case .anonymous:
            throw .notSignedIn
        case .refused(let why):
            throw .signInRefused(why)
        }
    }

    /// Refuses those who may not edit a structure.
    func requireEditor(_ actor: Actor, _ offererID: Identifier<Offerer>) throws(Refusal) {
        try requireSignedIn(actor)
        guard canEdit(actor, offererID) else { throw .noRights }
    }

    /// Refuses those who are not a structure's administrator.
    func requireAdministrator(_ actor: Actor, _ offererID: Identifier<Offerer>) throws(Refusal) {
        try requireEditor(actor, offererID)
        if case .user(let id) = actor, rights(of: id, on: offererID) != .admin { throw .administratorOnly }
    }
}
