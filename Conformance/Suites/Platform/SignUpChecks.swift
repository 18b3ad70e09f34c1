// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Signing up (contract 2018-12 §4.1–§4.4).
enum SignUpChecks {
    static let all: [Check] = [
        Check(
            "accounts/sign-up/pro", ["PC-AC-001", "PC-AC-021", "PC-AC-018", "PC-ST-001"],
            Sentence("Un professionnel s'inscrit.", "A professional signs up.")
        ) { probe in
            let body = probe.wire.proSignUp(
                email: probe.world.names.email("pro"), siren: probe.world.names.siren(), name: "Théâtre d'essai")
            let answer = try await probe.wire.anonymous.post("/users/signup/pro", .object(body)).expect(201)
            try answer.require(answer.header("Set-Cookie") == nil, "no cookie")
            try answer.require(answer.json?["canBookFreeOffers"] == false, "canBookFreeOffers: false")
            try answer.require(answer.json?["wallet_balance"]?.cents == 0, "wallet_balance: 0")
            try answer.expectNoAccountSecrets()
        },
        Check(
            "accounts/sign-up/young", ["PC-AC-010", "PC-AC-021", "PC-AC-018"],
            Sentence("Un jeune s'inscrit et reçoit son crédit.", "A young person signs up and receives the credit.")
        ) { probe in
            let body = probe.wire.youngSignUp(email: probe.world.names.email("jeune"))
            let answer = try await probe.wire.anonymous.post("/users/signup/webapp", .object(body)).expect(201)
            try answer.require(answer.header("Set-Cookie") == nil, "no cookie")
            let credit = try answer.cents("wallet_balance")
            try answer.require(
                credit == 49_900 || credit == 49_999, "wallet_balance 499.00 (documented) or 499.99 (observed)")
            probe.saw(.youngCredit, credit == 49_900 ? .documented : .observed)
            try answer.require(answer.json?["wallet_is_activated"] == true, "wallet_is_activated: true")
            try answer.require(answer.json?["canBookFreeOffers"] == true, "canBookFreeOffers: true")
            try answer.expectNoAccountSecrets()
        },
        Check(
            "accounts/sign-up/older-route", ["PC-AC-017"],
            Sentence("La route commune connecte aussitôt.", "The common route signs in at once.")
        ) { probe in
            let young = try await probe.wire.newYoung()
            let current = try await probe.wire.by(young).get("/users/current").expect(200)
            try current.require(current.json?["email"]?.stringValue == young.email, "email: \(young.email)")
        },
        Check(
            "accounts/sign-up/names", ["PC-AC-022"],
            Sentence(
                "Sans nom ni prénom : refusé (guide) ou accepté (service).",
                "Without last and first name: refused (guide) or accepted (service).")
        ) { probe in
            var body = proBody(probe)
            body["lastName"] = nil
            body["firstName"] = nil
            let answer = try await probe.wire.anonymous.post("/users/signup/pro", .object(body))
            if answer.status == 201 { return probe.saw(.namesAtSignUp, .observed) }
            try answer.expect(
                400, ["firstName": [.string(Answers.mandatory)], "lastName": [.string(Answers.mandatory)]])
            probe.saw(.namesAtSignUp, .documented)
        },
        Check(
            "accounts/sign-up/mandatory", ["PC-AC-002"],
            Sentence("Champ obligatoire absent : 400.", "Mandatory field left out: 400.")
        ) { probe in
            for field in ["publicName", "name", "postalCode", "city"] {
                var body = proBody(probe)
                body[field] = nil
                try await probe.wire.anonymous.post("/users/signup/pro", .object(body))
                    .expect(400, [field: [.string(Answers.mandatory)]])
            }
            var noEmail = proBody(probe)
            noEmail["email"] = nil
            try await probe.wire.anonymous.post("/users/signup/pro", .object(noEmail))
                .expect(400, ["email": ["Vous devez renseigner un email."]])
            var noPassword = proBody(probe)
            noPassword["password"] = nil
            try await probe.wire.anonymous.post("/users/signup/pro", .object(noPassword))
                .expect(400, ["password": ["Vous devez renseigner un mot de passe."]])
        },
        Check(
            "accounts/sign-up/contact", ["PC-AC-003"],
            Sentence("Case de contact : obligatoire.", "Contact box: mandatory.")
        ) { probe in
            let refusal: JSONValue = ["contact_ok": ["Vous devez obligatoirement cocher cette case."]]
            for value in [nil, JSONValue.bool(false), "false", "non"] {
                var body = probe.wire.youngSignUp(email: probe.world.names.email("jeune"))
                body["contact_ok"] = value
                try await probe.wire.anonymous.post("/users/signup/webapp", .object(body)).expect(400, refusal)
            }
            for value in [JSONValue.bool(true), "TRUE"] {
                var body = probe.wire.youngSignUp(email: probe.world.names.email("jeune"))
                body["contact_ok"] = value
                try await probe.wire.anonymous.post("/users/signup/webapp", .object(body)).expect(201)
            }
        },
        Check(
            "accounts/sign-up/password", ["PC-AC-004"],
            Sentence(
                "Mot de passe faible : 400, avec la phrase entière.", "Weak password: 400, with the whole sentence.")
        ) { probe in
            for password in [
                "weakpassword", "Azerty1!", "azerty123456!@", "AZERTY123456!@", "Azertyazerty!@", "Azerty123456",
            ] {
                var body = probe.wire.youngSignUp(email: probe.world.names.email("jeune"))
                body["password"] = .string(password)
                try await probe.wire.anonymous.post("/users/signup/webapp", .object(body))
                    .expect(400, ["password": [.string(Answers.weakPassword)]])
            }
        },
        Check(
            "accounts/sign-up/email-taken", ["PC-AC-005"],
            Sentence("Adresse déjà prise : 400.", "Address already taken: 400.")
        ) { probe in
            let company = try await probe.company()
            let body = probe.wire.youngSignUp(email: company.young.email)
            try await probe.wire.anonymous.post("/users/signup/webapp", .object(body))
                .expect(400, ["email": ["Un compte lié à cet email existe déjà"]])
        },
        Check(
            "accounts/sign-up/email-form", ["PC-AC-006"],
            Sentence("Adresse sans @ : 400, à la lettre.", "Address without @: 400, to the letter.")
        ) { probe in
            let body = probe.wire.youngSignUp(email: "sans-arobase.\(probe.world.names.mark)")
            try await probe.wire.anonymous.post("/users/signup/webapp", .object(body))
                .expect(400, ["email": ["Le-mail doit contenir un @."]])
        },
        Check(
            "accounts/sign-up/siren", ["PC-AC-007"],
            Sentence("SIREN de huit signes : 400.", "SIREN of eight signs: 400.")
        ) { probe in
            var body = proBody(probe)
            body["siren"] = "12345678"
            try await probe.wire.anonymous.post("/users/signup/pro", .object(body))
                .expect(400, ["siren": ["Ce code SIREN est invalide"]])
        },
    ]

    private static func proBody(_ probe: Probe) -> JSONObject {
        probe.wire.proSignUp(
            email: probe.world.names.email("pro"), siren: probe.world.names.siren(), name: "Théâtre d'essai")
    }
}
