// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Making accounts and structures.
extension Wire {
    /// The body of a young person's sign-up.
    func youngSignUp(email: String, name: String = "Lina") -> JSONObject {
        [
            "email": .string(email), "publicName": .string(name), "firstName": .string(name), "lastName": "Martin",
            "postalCode": "93100", "password": .string(Account.password), "contact_ok": "true",
        ]
    }

    /// The body of a professional's sign-up.
    func proSignUp(email: String, siren: String, name: String) -> JSONObject {
        [
            "email": .string(email), "publicName": "Paule", "firstName": "Paule", "lastName": "Dupont",
            "password": .string(Account.password), "contact_ok": "true", "siren": .string(siren),
            "address": "12 boulevard de Pesaro", "postalCode": "93100", "city": "Montreuil", "name": .string(name),
        ]
    }

    /// A young person, signed in, by the older common route, which takes one request (contract 2018-12 §4.1).
    func newYoung(_ kind: String = "jeune", name: String = "Lina") async throws -> Account {
        let email = world.names.email(kind)
        return try await signUpAtOnce(youngSignUp(email: email, name: name), email: email, publicName: name)
    }

    /// A professional with a structure, signed in, by the older common route.
    func newPartner(_ kind: String = "pro") async throws -> Partner {
        let email = world.names.email(kind)
        let siren = world.names.siren()
        let name = world.names.title("Structure")
        let body = proSignUp(email: email, siren: siren, name: name)
        let account = try await signUpAtOnce(body, email: email, publicName: "Paule")
        return try await partner(account, siren: siren)
    }

    /// A colleague: a second professional of a structure that exists.
    func newColleague(of partner: Partner) async throws -> Account {
        let email = world.names.email("collegue")
        let body = proSignUp(email: email, siren: partner.siren, name: partner.name)
        return try await signUpAtOnce(body, email: email, publicName: "Paule")
    }

    /// The structure of a professional who signed up with that SIREN.
    func partner(_ account: Account, siren: String) async throws -> Partner {
        let exchange = try await by(account).get("/offerers").expect(200)
        let structure = try exchange.list().first { $0["siren"]?.stringValue == siren }
        let venues = structure?["managedVenues"]?.arrayValue ?? []
        guard let id = structure?["id"]?.stringValue, let name = structure?["name"]?.stringValue,
            let venue = venues.first(where: { $0["isVirtual"] == true })?["id"]?.stringValue
        else { throw exchange.failure("the structure \(siren) with its venue for digital offers") }
        return Partner(account: account, offererId: id, name: name, siren: siren, virtualVenueId: venue)
    }

    private func signUpAtOnce(_ body: JSONObject, email: String, publicName: String) async throws -> Account {
        let jar = CookieJar()
        let caller = Caller(wire: self, identity: .session(jar))
        let exchange = try await caller.post("/users/signup", .object(body)).expect(201)
        return Account(
            email: email, password: Account.password, id: try exchange.string("id"), publicName: publicName, jar: jar)
    }

    /// Signs in, in a session of its own.
    func signIn(email: String, password: String = Account.password, publicName: String) async throws -> Account {
        let jar = CookieJar()
        let caller = Caller(wire: self, identity: .session(jar))
        let body: JSONValue = ["identifier": .string(email), "password": .string(password)]
        let exchange = try await caller.post("/users/signin", body).expect(200)
        return Account(
            email: email, password: password, id: try exchange.string("id"), publicName: publicName, jar: jar)
    }

    /// What is left of a person's credit, in cents.
    func wallet(of account: Account) async throws -> Int64 {
        try await by(account).get("/users/current").expect(200).cents("wallet_balance")
    }

    /// Waits for the mail with the link that validates an account and follows it.
    func followMailedLink(email: String) async throws -> Exchange {
        let mails = try await Control(wire: self).mails(to: email)
        guard let token = mails.reversed().lazy.compactMap(\.validationToken).first else {
            throw Interruption.failed(
                Evidence(
                    expected: "a mail to \(email) with a link that validates the account",
                    seen: "\(mails.count) mails, none with such a link"))
        }
        return try await anonymous.get("/validate/user/\(token)")
    }
}
