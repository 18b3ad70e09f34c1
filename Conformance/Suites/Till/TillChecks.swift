// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a till tells the cashier, and what it sends, scenario by scenario.
///
/// Checks of one scenario share its one trial, so that whoever sits at a till types each countermark once. The rows of today's edition
/// stand beside those of 2018 where they ask for the same.
struct TillChecks {
    /// The edition that the till speaks.
    let edition: ContractEdition

    /// All checks: what is sound first and too many calls last, since a till that met a failure may be careful for a while.
    var all: [Check] {
        everyday + refusals + (edition == .publicV1 ? forbidden : []) + lost + broken + busy + [later]
            + (edition == .publicV1 ? [unasked] : [])
    }

    private var everyday: [Check] {
        [
            check(
                "check", .check, ["PC-TL-004"],
                Sentence(
                    "Vérifier : « valable », sans rien valider.", "Checking: \"valid\", and nothing is validated.")
            ) { trial in
                try trial.expectGood(
                    Sentence(
                        "valable : la réservation de la contremarque, pas encore validée",
                        "valid: the booking of the countermark, not validated yet"))
                try trial.expect(
                    trial.requests.contains { $0.method == "GET" },
                    Sentence("la plateforme est interrogée (GET)", "the platform is asked (GET)"))
                try trial.expect(
                    trial.requests.allSatisfy { $0.method == "GET" },
                    Sentence("lire (GET) seulement : rien n'est changé", "reading (GET) alone: nothing is changed"))
            },
            check(
                "validate", .validate, ["PC-TL-014"],
                Sentence("Valider : validée, et dite telle.", "Validating: validated, and told so.")
            ) { try $0.expectValidated() },
            check(
                "typed", .typed, ["PC-TL-005"],
                Sentence(
                    "Tapée en minuscules et par groupes (par exemple « ly sy-u9 ») : validée.",
                    "Typed in small letters and in groups (for instance \"ly sy-u9\"): validated.")
            ) { try $0.expectValidated() },
            once(.validate),
        ]
    }

    private var refusals: [Check] {
        [
            refusal(
                .used, "PC-TL-002", "Contremarque déjà validée : ne remettez rien.",
                Sentence("Déjà validée : rien n'est remis.", "Already validated: nothing is handed over.")),
            refusal(
                .cancelled, "PC-TL-003", "Réservation annulée : ne remettez rien.",
                Sentence("Annulée : rien n'est remis.", "Cancelled: nothing is handed over.")),
            refusal(
                .unknown, "PC-TL-007", "Contremarque inconnue : faites-la relire.",
                Sentence("Inconnue : rien n'est remis.", "Unknown: nothing is handed over.")),
            refusal(
                .foreign, "PC-TL-008", "Contremarque d'une autre structure : ne remettez rien.",
                Sentence("D'une autre structure : rien n'est remis.", "Another structure's: nothing is handed over.")),
        ] + [GateScenario.used, .cancelled, .unknown, .foreign].map(told)
    }

    private func refusal(_ scenario: GateScenario, _ id: String, _ words: String, _ title: Sentence) -> Check {
        check(scenario.id, scenario, [id], title) { trial in
            try trial.expectNever(
                .good,
                Sentence(
                    "rien n'est remis ; dit par exemple « \(words) »",
                    "nothing is handed over; told for instance \"\(words)\""))
        }
    }

    /// Whether the cashier is told that it is a refusal, and not left in doubt.
    private func told(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/told", scenario, ["PC-TL-016"],
            Sentence(
                "\(scenario.words.french) : dite refusée.", "\(scenario.words.english): told as refused.")
        ) { trial in
            try trial.expectEach(
                .refused,
                Sentence(
                    "un refus, dit comme tel, pour que personne ne réessaie",
                    "a refusal, told as one, so that nobody tries again"))
        }
    }

    /// What today's edition refuses with 403, each in words of its own.
    private var forbidden: [Check] {
        [
            refusal(
                .early, "PC-V1-116", "Trop tôt : validez à partir du …",
                Sentence("Encore annulable : rien n'est remis.", "Can still be cancelled: nothing is handed over.")),
            refusal(
                .reimbursed, "PC-V1-115", "Déjà remboursée : ne remettez rien.",
                Sentence("Remboursée : rien n'est remis.", "Reimbursed: nothing is handed over.")),
            refusal(
                .closed, "PC-V1-119", "Structure fermée : ne remettez rien.",
                Sentence("Structure fermée : rien n'est remis.", "The structure is closed: nothing is handed over.")),
        ]
    }

    func check(
        _ name: String, _ scenario: GateScenario, _ requirements: [String], _ title: Sentence,
        judge: @escaping @Sendable (GateTrial) throws -> Void
    ) -> Check {
        Check("till/\(name)", requirements, title) { probe in
            try judge(try await GateTrial(scenario, probe))
        }
    }
}
