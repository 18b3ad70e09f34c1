// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Making accounts, and the link in the validation mail (`contract 2018-12 §4.1`).
enum SignUpRoutes {
    /// `POST /users/signup/webapp`: a young person.
    static func young(_ call: Call) async throws(WireError) -> Answer {
        answer(try await signUp(SignUpForm(call.jsonBody()), isProfessional: false, isValidatedAtOnce: false, call))
    }

    /// `POST /users/signup/pro`: a professional, with a structure.
    static func professional(_ call: Call) async throws(WireError) -> Answer {
        answer(try await signUp(SignUpForm(call.jsonBody()), isProfessional: true, isValidatedAtOnce: false, call))
    }

    /// `POST /users/signup`, the older route: either, whose address counts as validated and who is signed in at once. Of the
    /// two cookies it hands out the first alone.
    static func either(_ call: Call) async throws(WireError) -> Answer {
        let form = try SignUpForm(call.jsonBody())
        let user = try await signUp(form, isProfessional: form.namesStructure, isValidatedAtOnce: true, call)
        let session = try SessionRoutes.open(for: user.id, call)
        let cookies = call.service.cookies(opening: session).filter { $0.hasPrefix("session=") }
        return answer(user).setting(cookies: cookies)
    }

    private static func answer(_ user: User) -> Answer {
        .json(.object(UserJSON.object(user)), status: 201)
    }

    private static func signUp(
        _ form: SignUpForm, isProfessional: Bool, isValidatedAtOnce: Bool, _ call: Call
    ) async throws(WireError) -> User {
        var form = form
        let known = call.service.read { [form] state, _ in form.known(in: state) }
        var account = try form.account(
            isProfessional: isProfessional, isValidatedAtOnce: isValidatedAtOnce, known: known)
        account.passwordHash = await call.service.hash(password: form.password)
        let user: User? = try call.perform(.signUp(account)) { state, events in
            events.lazy.compactMap { if case .userCreated(let user) = $0 { user.id } else { nil } }.first
                .flatMap { state.users[$0] }
        }
        guard let user else { throw .technical }
        return user
    }

    /// `GET /validate/user/{token}`.
    static func validate(_ call: Call) throws(WireError) -> Answer {
        try call.perform(.validateUser(token: call.parameters["token"] ?? ""))
        return .json([:], status: 202)
    }
}
