// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Making accounts, and the link in the validation mail (`contract 2018-12 §4.1`).
enum SignUpRoutes {
    /// `POST /users/signup/webapp`: a young person.
    static func young(_ call: Call) async throws(WireError) -> Answer {
        let (_, answer) = try await signUp(call, isProfessional: { _ in false }, validatedAtOnce: false)
        return answer
    }

    /// `POST /users/signup/pro`: a professional, with a structure.
    static func professional(_ call: Call) async throws(WireError) -> Answer {
        let (_, answer) = try await signUp(call, isProfessional: { _ in true }, validatedAtOnce: false)
        return answer
    }

    /// `POST /users/signup`, the older route: either, whose address counts as validated and who is signed in at once. Of the
    /// two cookies it hands out the first alone.
    static func either(_ call: Call) async throws(WireError) -> Answer {
        let (id, answer) = try await signUp(call, isProfessional: \.namesStructure, validatedAtOnce: true)
        let session = try SessionRoutes.open(for: id, call)
        let cookies = call.service.cookies(opening: session).filter { $0.hasPrefix("session=") }
        return answer.setting(cookies: cookies)
    }

    private static func signUp(
        _ call: Call, isProfessional: (SignUpForm) -> Bool, validatedAtOnce: Bool
    ) async throws(WireError) -> (Identifier<User>, Answer) {
        var form = try SignUpForm(call.jsonBody())
        var signUp = call.service.read { [form] state, _ in
            var form = form
            let isTaken = { state.user(email: $0) != nil }
            guard isProfessional(form) else {
                let person = form.person(for: .young, validatedAtOnce: validatedAtOnce, isTaken: isTaken)
                return (form, person)
            }
            let isKnown = form.siren.map { state.offerer(siren: $0) != nil } ?? false
            var person = form.person(for: .young, validatedAtOnce: validatedAtOnce, isTaken: isTaken)
            person.purpose = .professional(form.structure(isKnown: isKnown))
            return (form, person)
        }
        form = signUp.0
        try form.finish()
        signUp.1.passwordHash = await call.service.hash(password: form.password)
        let user: User? = try call.perform(.signUp(signUp.1)) { state, events in
            events.lazy.compactMap { if case .userCreated(let user) = $0 { user.id } else { nil } }.first
                .flatMap { state.users[$0] }
        }
        guard let user else { throw .technical }
        return (user.id, .json(.object(UserJSON.object(user)), status: 201))
    }

    /// `GET /validate/user/{token}`.
    static func validate(_ call: Call) throws(WireError) -> Answer {
        try call.perform(.validateUser(token: call.parameters["token"] ?? ""))
        return .json([:], status: 202)
    }
}
