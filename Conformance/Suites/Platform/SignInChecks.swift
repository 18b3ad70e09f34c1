// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Signing in and out (contract 2018-12 §1.7, §4.5).
enum SignInChecks {
    static let all: [Check] = [
        Check(
            "accounts/sign-in/mail-link", ["PC-AC-008", "PC-AC-009", "PC-AC-011"],
            Sentence(
                "Le lien du mail valide le compte, une fois ; avant, pas de connexion.",
                "The mail's link validates the account, once; before it nobody signs in."), needs: .control
        ) { probe in
            let email = probe.world.names.email("jeune")
            let wire = probe.wire
            try await probe.prepare {
                try await wire.anonymous.post("/users/signup/webapp", .object(wire.youngSignUp(email: email))).expect(
                    201)
            }
            let notValidated: JSONValue = ["identifier": ["Ce compte n'est pas validé."]]
            for password in [Account.password, "Mauvais123456!@"] {
                try await wire.anonymous.post(
                    "/users/signin", ["identifier": .string(email), "password": .string(password)]
                ).expect(401, notValidated)
            }
            let followed = try await wire.followMailedLink(email: email).expect(202, [:])
            try await wire.anonymous.get(followed.target).expect(404, ["global": ["Ce lien est invalide"]])
            try await wire.anonymous.from(nil).get(followed.target).expect(400, Answers.originRefused)
            let answer = try await wire.anonymous.post(
                "/users/signin", ["identifier": .string(email), "password": .string(Account.password)]
            ).expect(200)
            let expected: JSONValue = [
                "all": ["max": 500, "actual": 0], "physical": ["max": 100, "actual": 0],
                "digital": ["max": 200, "actual": 0],
            ]
            let limits = ["all", "physical", "digital"].allSatisfy { kind in
                let seen = answer.json?["expenses"]?[kind]
                return seen?["max"]?.cents == expected[kind]?["max"]?.cents && seen?["actual"]?.cents == 0
            }
            try answer.require(limits, "expenses: \(expected.text)")
        },
        Check(
            "accounts/sign-in/link-unknown", ["PC-AC-009"],
            Sentence("Lien inconnu : 404.", "Unknown link: 404.")
        ) { probe in
            try await probe.wire.anonymous.get("/validate/user/inconnu").expect(
                404, ["global": ["Ce lien est invalide"]])
        },
        Check(
            "accounts/sign-in/refused", ["PC-AC-012"],
            Sentence("Mauvais identifiants : 401, chacun sa phrase.", "Wrong credentials: 401, each its sentence.")
        ) { probe in
            let company = try await probe.company()
            let caller = probe.wire.anonymous
            func signIn(_ identifier: JSONValue, _ password: JSONValue) async throws -> Exchange {
                try await caller.post("/users/signin", ["identifier": identifier, "password": password])
            }
            let own = JSONValue.string(company.young.email)
            try await signIn("personne@exemple.fr", "x").expect(401, ["identifier": ["Identifiant incorrect"]])
            try await signIn(own, "Mauvais123456!@").expect(401, ["password": ["Mot de passe incorrect"]])
            try await signIn(.string(company.young.email.uppercased()), .string(Account.password))
                .expect(401, ["identifier": ["Identifiant incorrect"]])
            try await signIn(nil, nil)
                .expect(401, ["identifier": ["Identifiant manquant"], "password": ["Mot de passe manquant"]])
        },
        Check(
            "accounts/secrets", ["PC-AC-018"],
            Sentence(
                "Connexion et compte courant : ni mot de passe, ni jeton.",
                "Signing in and the current account: no password and no token.")
        ) { probe in
            let company = try await probe.company()
            for account in [company.young, company.partner.account] {
                let signedIn = try await probe.wire.anonymous.post(
                    "/users/signin", ["identifier": .string(account.email), "password": .string(account.password)])
                try signedIn.expect(200).expectNoAccountSecrets()
                try await probe.wire.by(account).get("/users/current").expect(200).expectNoAccountSecrets()
            }
        },
        Check(
            "accounts/sign-out", ["PC-AC-013"],
            Sentence(
                "Après la déconnexion, les anciens cookies ne valent plus rien.",
                "After signing out, the old cookies are worth nothing.")
        ) { probe in
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let old = young.jar.copy()
            try await probe.wire.by(young).get("/users/signout").expect(200)
            try await Caller(wire: probe.wire, identity: .session(old)).get("/users/current")
                .expect(401, Answers.signInNeeded)
            try await probe.wire.by(young).get("/users/current").expect(401, Answers.signInNeeded)
            try await probe.wire.anonymous.get("/users/signout").expect(401)
        },
        Check(
            "accounts/basic", ["PC-AC-014"],
            Sentence("Basic identifie sans session.", "Basic identifies without a session.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.basic(company.young).get("/users/current").expect(200)
            try answer.require(
                answer.json?["email"]?.stringValue == company.young.email, "email: \(company.young.email)")
        },
        Check(
            "accounts/pro-in-app", ["PC-AC-016", "PC-VI-009"],
            Sentence(
                "Le professionnel entre dans l'application avec les mêmes identifiants et y voit les offres.",
                "The professional enters the app with the same credentials and sees the offers there.")
        ) { probe in
            let company = try await probe.company()
            let account = try await probe.wire.signIn(email: company.partner.account.email, publicName: "Paule")
            try await probe.wire.by(account).put("/recommendations", [:]).expect(200).list()
        },
        Check(
            "accounts/cookies", ["PC-CV-021"],
            Sentence("Le cookie de session est HttpOnly.", "The session cookie is HttpOnly.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.anonymous.post(
                "/users/signin",
                ["identifier": .string(company.young.email), "password": .string(Account.password)]
            ).expect(200)
            let cookie = answer.headers.first { $0.name.lowercased() == "set-cookie" && $0.value.hasPrefix("session=") }
            try answer.require(
                cookie?.value.lowercased().contains("httponly") == true, "Set-Cookie: session=…; HttpOnly")
        },
    ]
}
