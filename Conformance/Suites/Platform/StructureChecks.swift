// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Structures and bank details (contract 2018-12 §5.1, §5.2).
enum StructureChecks {
    static let all: [Check] = [
        Check(
            "structures/virtual-venue", ["PC-ST-001"],
            Sentence("Une structure naît avec « Offre en ligne ».", "A structure is born with \"Offre en ligne\".")
        ) { probe in
            let partner = try await probe.prepare { try await probe.wire.newPartner() }
            let answer = try await probe.wire.by(partner.account).get("/offerers/\(partner.offererId)").expect(200)
            let virtual = (answer.json?["managedVenues"]?.arrayValue ?? []).filter { $0["isVirtual"] == true }
            try answer.require(
                virtual.count == 1 && virtual[0]["name"]?.stringValue == "Offre en ligne",
                "exactly one virtual venue, \"Offre en ligne\"")
        },
        Check(
            "structures/bank/editor", ["PC-ST-002"],
            Sentence("Un éditeur n'entre pas d'IBAN : 403.", "An editor enters no IBAN: 403.")
        ) { probe in
            let partner = try await probe.prepare { try await probe.wire.newPartner() }
            let account = BankAccount.example
            try await probe.wire.by(partner.account).patch(
                "/offerers/\(partner.offererId)", ["iban": .string(account.iban), "bic": .string(account.bic)]
            ).expect(403)
        },
        Check(
            "structures/bank/one-person", ["PC-ST-002"],
            Sentence(
                "Une fois l'administrateur nommé, sa collègue n'entre toujours pas d'IBAN : 403.",
                "Once the administrator is named, a colleague still enters no IBAN: 403."), needs: .control
        ) { probe in
            let wire = probe.wire
            let partner = try await probe.prepare { try await wire.newPartner() }
            let colleague = try await probe.prepare { try await wire.newColleague(of: partner) }
            try await Control(wire: wire).appoint(partner.account.email, offererId: partner.offererId)
            let account = BankAccount.example
            let details: JSONValue = ["iban": .string(account.iban), "bic": .string(account.bic)]
            // The structure's account only: the observed service lets every editor enter a venue's.
            let path = "/offerers/\(partner.offererId)"
            try await wire.by(colleague).patch(path, details).expect(403)
            try await wire.by(partner.account).patch(path, details).expect(200)
        },
        Check(
            "structures/bank/administrator", ["PC-ST-003"],
            Sentence(
                "L'administrateur nommé par l'équipe entre l'IBAN de la structure, ou celui d'un lieu.",
                "The administrator named by the team enters the structure's IBAN, or a venue's."), needs: .control
        ) { probe in
            let wire = probe.wire
            let partner = try await probe.prepare { try await wire.newPartner() }
            let venue = try await probe.prepare { try await wire.newVenue(of: partner) }
            try await Control(wire: wire).appoint(partner.account.email, offererId: partner.offererId)
            let account = BankAccount.example
            let details: JSONValue = ["iban": .string(account.iban), "bic": .string(account.bic)]
            for path in ["/offerers/\(partner.offererId)", "/venues/\(venue)"] {
                let answer = try await wire.by(partner.account).patch(path, details).expect(200)
                try answer.require(answer.json?["iban"]?.stringValue == account.iban, "iban: \(account.iban)")
            }
        },
        Check(
            "structures/bank/invalid", ["PC-ST-004"],
            Sentence("IBAN ou BIC impossible : 400.", "Impossible IBAN or BIC: 400.")
        ) { probe in
            let (_, caller) = try await newcomer(probe)
            func attempt(_ iban: JSONValue, _ bic: JSONValue) async throws -> Exchange {
                try await caller.post("/offerers", .object(body(probe, ["iban": iban, "bic": bic])))
            }
            let good = BankAccount.example
            try await attempt("FR7630006000011234567890188", .string(good.bic))
                .expect(400, ["iban": ["L'IBAN saisi est invalide"]])
            try await attempt(.string(good.iban), "BDF").expect(400, ["bic": ["Le BIC saisi est invalide"]])
        },
        Check(
            "structures/bank/unknown-bic", ["PC-ST-017"],
            Sentence("BIC que la banque ne connaît pas : 400.", "BIC that no bank has: 400.")
        ) { probe in
            let (_, caller) = try await newcomer(probe)
            let details: JSONObject = ["iban": .string(BankAccount.example.iban), "bic": "BNPAFRPPXXX"]
            try await caller.post("/offerers", .object(body(probe, details)))
                .expect(400, ["bic": ["Le BIC saisi est inconnu"]])
        },
        Check(
            "structures/bank/half", ["PC-ST-005"],
            Sentence("IBAN et BIC vont ensemble.", "IBAN and BIC go together.")
        ) { probe in
            let (_, caller) = try await newcomer(probe)
            let good = BankAccount.example
            try await caller.post("/offerers", .object(body(probe, ["iban": .string(good.iban)])))
                .expect(400, ["bic": ["Le BIC es manquant"]])
            try await caller.post("/offerers", .object(body(probe, ["bic": .string(good.bic)])))
                .expect(400, ["iban": ["L'IBAN es manquant"]])
        },
        Check(
            "structures/another", ["PC-ST-014", "PC-AC-007"],
            Sentence("Rattacher une autre structure.", "Attach another structure.")
        ) { probe in
            let (_, caller) = try await newcomer(probe)
            let answer = try await caller.post("/offerers", .object(body(probe, [:]))).expect(201)
            try answer.require(answer.json?["managedVenues"]?.arrayValue?.count == 1, "its venue for digital offers")
            try await caller.post("/offerers", .object(body(probe, ["siren": "12345678"])))
                .expect(400, ["siren": ["Ce code SIREN est invalide"]])
        },
        Check(
            "structures/closed-fields", ["PC-ST-016"],
            Sentence("Le nom d'une structure ne se change pas.", "A structure's name cannot be changed."),
            needs: .control
        ) { probe in
            // Nobody but the administrator gets as far as the name (contract 2018-12 §5.1): an editor meets 403 first.
            let (partner, caller) = try await newcomer(probe)
            let id = partner.offererId
            try await Control(wire: probe.wire).appoint(partner.account.email, offererId: id)
            try await caller.patch("/offerers/\(id)", ["name": "Autre nom"])
                .expect(400, ["name": ["Vous ne pouvez pas modifier ce champ"]])
        },
        Check(
            "structures/list", ["PC-ST-011"],
            Sentence("Chacun ne voit que ses structures.", "Everybody sees their own structures only.")
        ) { probe in
            let company = try await probe.company()
            let list = try await probe.wire.by(company.stranger.account).get("/offerers").expect(200)
            try list.require(!list.text.contains(company.partner.siren), "not the structure \(company.partner.siren)")
            let young = try await probe.wire.by(company.young).get("/offerers").expect(200)
            try young.require(young.json == [], "no structure at all")
        },
    ]

    private static func newcomer(_ probe: Probe) async throws -> (Partner, Caller) {
        let partner = try await probe.prepare { try await probe.wire.newPartner() }
        return (partner, probe.wire.by(partner.account))
    }

    private static func body(_ probe: Probe, _ changes: JSONObject) -> JSONObject {
        var body: JSONObject = [
            "name": "Théâtre Deux", "siren": .string(probe.world.names.siren()), "postalCode": "75011", "city": "Paris",
            "address": "2 rue des Essais",
        ]
        for (key, value) in changes { body[key] = value }
        return body
    }
}
