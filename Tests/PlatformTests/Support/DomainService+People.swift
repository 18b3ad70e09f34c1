// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain

/// People and structures to test with, made through the routes.
extension DomainService {
    /// A password that the rule accepts.
    static let password = "Azerty123456!@"

    /// Makes a young person with a validated address.
    @discardableResult
    func young(_ email: String = "jeune@example.com") async -> Identifier<User> {
        let answer = await send(
            "POST", "/users/signup/webapp",
            json: [
                "email": .string(email), "publicName": "Jeune", "password": .string(Self.password), "contact_ok": true,
            ])
        return await validated(email, answer)
    }

    /// Makes a professional with a validated address, who edits the structure of that SIREN.
    @discardableResult
    func professional(
        _ email: String = "pro@example.com", siren: String = "349974931"
    ) async -> Identifier<User> {
        let answer = await send(
            "POST", "/users/signup/pro",
            json: [
                "email": .string(email), "publicName": "Pro Un", "firstName": "Paule", "lastName": "Dupont",
                "password": .string(Self.password), "contact_ok": true,
                "siren": .string(siren), "name": "Crédit Coopératif", "address": "12 boulevard de Pesaro",
                "postalCode": "92000", "city": "Nanterre",
            ])
        return await validated(email, answer)
    }

    /// Makes somebody of the pass Culture team.
    func teamMember(_ email: String = "equipe@example.com") async -> Identifier<User> {
        let id = await young(email)
        guard var user = state.users[id] else { preconditionFailure("just made") }
        user.isAdmin = true
        user.canBookFreeOffers = false
        happen(.userUpdated(user))
        return id
    }

    private func validated(_ email: String, _ answer: Answer) async -> Identifier<User> {
        guard let user = state.user(email: email), let token = user.validationToken else {
            preconditionFailure("no account for \(email): \(answer.line)")
        }
        _ = await send("GET", "/validate/user/\(token)")
        return user.id
    }

    /// Has the team name a structure's administrator.
    func nameAdministrator(_ email: String, siren: String) throws {
        try perform(.nameAdministrator(offererID(siren: siren), email: email)) { _, _ in }
    }

    /// The structure of a SIREN.
    func offererID(siren: String = "349974931") -> Identifier<Offerer> {
        guard let offerer = state.offerer(siren: siren) else { preconditionFailure("no structure \(siren)") }
        return offerer.id
    }
}
