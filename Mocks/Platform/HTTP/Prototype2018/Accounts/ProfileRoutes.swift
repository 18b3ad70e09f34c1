// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The person's own page (`contract 2018-12 §4.1`), and the rules that it shares with sign-up.
enum ProfileRoutes {
    private static let changeable: Set = ["email", "publicName", "postalCode", "phoneNumber", "departementCode"]

    /// `GET /users/current`.
    static func current(_ call: Call) throws(WireError) -> Answer {
        try answer(call.signedIn(), call)
    }

    /// `PATCH /users/current`.
    static func update(_ call: Call) throws(WireError) -> Answer {
        let id = try call.signedInOrKey()
        let body = try call.jsonBody()
        var errors = FieldErrors()
        for key in body.keys where !changeable.contains(key) {
            errors.add(key, "Vous ne pouvez pas changer cette information")
        }
        try errors.throwIfAny()
        let changes = try changes(body)
        try call.perform(.updateUser(id, changes)) { refusal in
            refusal == .emailTaken ? .field("email", Sentences.taken) : nil
        }
        return try answer(id, call)
    }

    private static func changes(_ body: JSONObject) throws(WireError) -> UserChanges {
        var reader = try FieldReader(body)
        var changes = UserChanges()
        if reader.contains("email") {
            let email = reader.requiredString("email", max: 120)
            checkEmail(email, &reader.errors)
            changes.email = email
        }
        if reader.contains("publicName") { changes.publicName = publicName(&reader) }
        if reader.contains("postalCode") { changes.postalCode = .some(reader.string("postalCode", max: 5)) }
        if reader.contains("phoneNumber") { changes.phoneNumber = .some(reader.string("phoneNumber", max: 20)) }
        if reader.contains("departementCode") {
            changes.departementCode = .some(reader.string("departementCode", max: 3))
        }
        try reader.errors.throwIfAny()
        return changes
    }

    /// The person with their expenses.
    static func answer(_ id: Identifier<User>, _ call: Call) throws(WireError) -> Answer {
        let person = call.service.read { state, _ in (user: state.users[id], expenses: state.expenses(of: id)) }
        guard let user = person.user, let expenses = person.expenses else { throw .notSignedIn }
        return .json(.object(UserJSON.object(user, expenses)))
    }

    /// The name shown to others: 3 to 30 characters.
    static func publicName(_ reader: inout FieldReader) -> String {
        let name = reader.requiredString("publicName", max: 30)
        if name.unicodeScalars.count < 3 {
            reader.errors.add("publicName", "Vous devez saisir au moins 3 caractères.")
        }
        return name
    }

    /// An e-mail must have an @, unless it is empty. The sentence lost its apostrophe on the wire (`contract 2018-12 §4.3`).
    static func checkEmail(_ email: String, _ errors: inout FieldErrors) {
        if !email.isEmpty, !email.contains("@") { errors.add("email", "Le-mail doit contenir un @.") }
    }
}
