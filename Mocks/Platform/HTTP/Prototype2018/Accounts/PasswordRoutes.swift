// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Changing a password, and replacing a forgotten one (`contract 2018-12 §4.7`).
enum PasswordRoutes {
    private static let invalidLink = WireError.field(
        "token", "Votre lien de changement de mot de passe est invalide.")
    private static let expiredLink = WireError.field(
        "token",
        "Votre lien de changement de mot de passe est périmé. Veuillez effecture une nouvelle demande.")

    /// `POST /users/current/change-password`.
    static func change(_ call: Call) async throws(WireError) -> Answer {
        let id = try call.signedIn()
        let body = try call.jsonBody()
        guard let old = body["oldPassword"], !old.isNull else {
            throw .field("oldPassword", "Ancien mot de passe manquant")
        }
        guard let new = body["newPassword"], !new.isNull else {
            throw .field("newPassword", "Nouveau mot de passe manquant")
        }
        let password = new.stringValue ?? ""
        try PasswordRule.check(password, field: "newPassword")
        guard let hash = call.service.read({ state, _ in state.users[id]?.passwordHash }) else { throw .notSignedIn }
        guard await call.service.matches(password: old.stringValue ?? "", hash: hash) else {
            throw .field("oldPassword", "Votre ancien mot de passe est incorrect")
        }
        guard new != old else {
            throw .field("newPassword", "Votre nouveau mot de passe est identique à l'ancien")
        }
        let newHash = await call.service.hash(password: password)
        try call.perform(.changePassword(id, passwordHash: newHash))
        return .empty()
    }

    /// `POST /users/reset-password`: says nothing of whether the address is known.
    static func requestReset(_ call: Call) throws(WireError) -> Answer {
        let body = try call.jsonBody()
        guard let email = body["email"] else { throw .field("email", "L'email est manquant") }
        guard let text = email.stringValue, !text.isEmpty else { throw .field("email", "L'email renseigné est vide") }
        try call.perform(.requestPasswordReset(email: text))
        return .empty()
    }

    /// `POST /users/new-password`.
    static func reset(_ call: Call) async throws(WireError) -> Answer {
        let body = try call.jsonBody()
        guard let token = body["token"]?.stringValue, !token.isEmpty else { throw invalidLink }
        let reset = call.service.read { state, now in
            state.user(passwordResetToken: token)?.passwordReset.map { (isExpired: $0.validUntil < now, ()) }
        }
        guard let reset else { throw invalidLink }
        guard let new = body["newPassword"], !new.isNull else {
            throw .field("newPassword", "Vous devez renseigner un nouveau mot de passe.")
        }
        guard !reset.isExpired else { throw expiredLink }
        let password = new.stringValue ?? ""
        try PasswordRule.check(password, field: "newPassword")
        let hash = await call.service.hash(password: password)
        try call.perform(.resetPassword(token: token, passwordHash: hash)) { refusal in
            switch refusal {
            case .unknownLink: invalidLink
            case .expiredLink: expiredLink
            default: nil
            }
        }
        return .empty()
    }
}
