// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// One's own account (contract 2018-12 §4.1, §4.7).
enum ProfileChecks {
    static let all: [Check] = [
        Check(
            "accounts/profile", ["PC-AC-015"],
            Sentence("Ce qui se change, et ce qui ne se change pas.", "What may be changed, and what may not.")
        ) { probe in
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let caller = probe.wire.by(young)
            let answer = try await caller.patch("/users/current", ["publicName": "Nouveau nom"]).expect(200)
            try answer.require(answer.json?["publicName"]?.stringValue == "Nouveau nom", "publicName: Nouveau nom")
            for key in ["isAdmin", "canBookFreeOffers", "firstName"] {
                try await caller.patch("/users/current", .object([key: true]))
                    .expect(400, .object([key: ["Vous ne pouvez pas changer cette information"]]))
            }
        },
        Check(
            "accounts/change-password", ["PC-AC-019"],
            Sentence("Changer de mot de passe demande l'ancien.", "Changing the password takes the old one.")
        ) { probe in
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let caller = probe.wire.by(young)
            try await caller.post(
                "/users/current/change-password",
                ["oldPassword": "Mauvais123456!@", "newPassword": "Nouveau123456!@"]
            ).expect(400, ["oldPassword": ["Votre ancien mot de passe est incorrect"]])
            try await caller.post(
                "/users/current/change-password",
                ["oldPassword": .string(Account.password), "newPassword": "Nouveau123456!@"]
            ).expectEmpty(204)
            try await probe.wire.anonymous.post(
                "/users/signin", ["identifier": .string(young.email), "password": .string(Account.password)]
            ).expect(401)
            _ = try await probe.wire.signIn(email: young.email, password: "Nouveau123456!@", publicName: "Lina")
        },
        Check(
            "accounts/reset-password", ["PC-AC-020"],
            Sentence("Oubli : 204, adresse connue ou non.", "Forgotten: 204, known address or not.")
        ) { probe in
            let company = try await probe.company()
            for email in [company.friend.email, "personne@exemple.fr"] {
                try await probe.wire.anonymous.post("/users/reset-password", ["email": .string(email)]).expectEmpty(204)
            }
        },
    ]
}
