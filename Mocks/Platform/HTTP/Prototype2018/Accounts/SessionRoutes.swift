// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Signing in and out (`contract 2018-12 §4.1` and `§4.5`).
enum SessionRoutes {
    /// `POST /users/signin`.
    static func signIn(_ call: Call) async throws(WireError) -> Answer {
        let body = try call.jsonBody()
        let identifier = body["identifier"] ?? .null
        let password = body["password"] ?? .null
        var errors = FieldErrors()
        if identifier.isNull { errors.add("identifier", "Identifiant manquant") }
        if password.isNull { errors.add("password", "Mot de passe manquant") }
        try errors.throwIfAny(status: 401)
        let user = call.service.read { state, _ in identifier.stringValue.flatMap { state.user(email: $0) } }
        guard let user else { throw .signInRefused(.unknownIdentifier) }
        guard user.validationToken == nil else { throw .signInRefused(.notValidated) }
        guard let text = password.stringValue, await call.service.matches(password: text, hash: user.passwordHash)
        else { throw .signInRefused(.wrongPassword) }
        let session = try open(for: user.id, call)
        return try ProfileRoutes.answer(user.id, call).setting(cookies: call.service.cookies(opening: session))
    }

    /// `GET /users/signout`; what it answers is a text, not a list, under `global`.
    static func signOut(_ call: Call) throws(WireError) -> Answer {
        _ = try call.signedIn()
        if let sessionID = call.caller.sessionID { try call.perform(.closeSession(sessionID)) }
        return .json(["global": "Deconnecté"])
    }

    /// Opens a session for somebody whose password was checked.
    static func open(for id: Identifier<User>, _ call: Call) throws(WireError) -> Session {
        let session: Session? = try call.perform(.openSession(id)) { _, events in
            events.lazy.compactMap { if case .sessionOpened(let session) = $0 { session } else { nil } }.first
        }
        guard let session else { throw .technical }
        return session
    }
}
