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
    var all: [Check] { everyday + refusals + lost + broken + busy + [later] }

    // MARK: - What is sound

    private var everyday: [Check] {
        [
            check(
                "check", .check, ["PC-TL-004"],
                Sentence(
                    "Vérifier : « valable », sans rien valider.", "Checking: \"valid\", and nothing is validated.")
            ) { trial in
                try trial.expectEach(.good, "valid: the booking of the countermark, not validated yet")
                try trial.expect(trial.requests.contains { $0.method == "GET" }, "the platform is asked (GET)")
                try trial.expect(trial.validations.isEmpty, "no validation (PATCH)")
            },
            check(
                "validate", .validate, ["PC-TL-014"],
                Sentence("Valider : validée, et dite telle.", "Validating: validated, and told so.")
            ) { try $0.expectValidated() },
            check(
                "typed", .typed, ["PC-TL-005"],
                Sentence(
                    "Tapée en minuscules et par groupes (« ma ge-va ») : validée.",
                    "Typed in small letters and in groups (\"ma ge-va\"): validated.")
            ) { try $0.expectValidated() },
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
        ]
    }

    private func refusal(_ scenario: TillScenario, _ id: String, _ told: String, _ title: Sentence) -> Check {
        check(scenario.id, scenario, [id], title) { trial in
            try trial.expectEach(.refused, "refused; told for instance \"\(told)\"")
        }
    }

    // MARK: - Lost answers

    private var lost: [Check] {
        [
            check(
                "lost/refused", .lost, ["PC-TL-009"] + (edition == .publicV1 ? ["PC-V1-112"] : []),
                Sentence(
                    "Réponse perdue : la contremarque n'est pas dite refusée.",
                    "A lost answer: the countermark is not told as refused.")
            ) { trial in
                try trial.expectNot(
                    .refused,
                    "no refusal of what this till itself has just validated; told for instance \"Probablement validée : vérifiez l'écran "
                        + "Réservations.\"")
            },
            check(
                "lost/certain", .lost, ["PC-TL-011"],
                Sentence(
                    "Réponse perdue, relue « déjà validée » : dite probable, non certaine.",
                    "A lost answer, read back as \"already validated\": told as probable, not as certain.")
            ) { trial in
                try trial.expectNot(
                    .good, "probable: another till, the portal or the service could have validated it just as well")
            },
            once(.lost), notValidated(.undone, "PC-TL-010"), once(.undone),
        ]
    }

    // MARK: - What is no answer of the contract

    private var broken: [Check] {
        [TillScenario.cut, .malformed, .mistyped].map { notValidated($0, "PC-TL-012") } + [notRefused(.drops)]
            + [TillScenario.failing, .proxy].flatMap {
                [notValidated($0, "PC-TL-012"), notRefused($0), once($0)]
            } + [notValidated(.reset, "PC-TL-010"), once(.reset), once(.slow)]
    }

    private var busy: [Check] {
        [notValidated(.busy, "PC-TL-012"), notRefused(.busy)] + (edition == .publicV1 ? [again] : [])
    }

    /// Today's edition asks for a minute of waiting, which one answer to a cashier never lasts.
    private var again: Check {
        check(
            "busy/again", .busy, ["PC-V1-105"],
            Sentence("429 : pas un second appel dans la foulée.", "429: no second call at once.")
        ) { trial in
            try trial.expect(
                trial.requests.count < 2, "no second call within a minute of a 429", showing: trial.requests.last)
            try trial.expectReached()
        }
    }

    private func notValidated(_ scenario: TillScenario, _ id: String) -> Check {
        check(
            "\(scenario.id)/validated", scenario, [id],
            Sentence(
                "\(Self.name(scenario).french) : pas dite validée.",
                "\(Self.name(scenario).english): not told as validated.")
        ) { trial in
            try trial.expectNot(.good, "anything but validated: only 204 is; told for instance \(Self.unsure)")
        }
    }

    private func notRefused(_ scenario: TillScenario) -> Check {
        check(
            "\(scenario.id)/refused", scenario, ["PC-TL-013"],
            Sentence(
                "\(Self.name(scenario).french) : la contremarque n'est pas dite refusée.",
                "\(Self.name(scenario).english): the countermark is not told as refused.")
        ) { trial in
            try trial.expectNot(.refused, "no word against the countermark; told for instance \(Self.unsure)")
        }
    }

    private func once(_ scenario: TillScenario) -> Check {
        check(
            "\(scenario.id)/once", scenario, ["PC-TL-001"],
            Sentence(
                "\(Self.name(scenario).french) : une validation est envoyée, pas deux.",
                "\(Self.name(scenario).english): one validation is sent, not two.")
        ) { trial in
            try trial.expect(
                trial.validations.count < 2, "one validation (PATCH) at most, then reading (GET)",
                showing: trial.validations.last)
            try trial.expectReached()
            guard !trial.validations.isEmpty else {
                throw Interruption.notApplicable(
                    Sentence(
                        "La caisse a d'abord lu la contremarque, et n'est pas allée plus loin.",
                        "The till read the countermark first, and went no further."))
            }
        }
    }

    private static let unsure = "\"Le pass Culture ne répond pas bien : vérifiez la contremarque avant de remettre.\""

    private static func name(_ scenario: TillScenario) -> Sentence {
        switch scenario {
        case .drops: Sentence("Réponse octet par octet", "An answer byte by byte")
        case .cut: Sentence("Réponse coupée", "An answer that breaks off")
        case .malformed: Sentence("200 et JSON cassé", "200 and broken JSON")
        case .mistyped: Sentence("200 annoncé comme HTML", "200 that calls itself HTML")
        case .failing: Sentence("Panne du service (500)", "The service fails (500)")
        case .proxy: Sentence("Page d'un mandataire (502)", "A proxy's page (502)")
        case .busy: Sentence("Trop d'appels (429)", "Too many calls (429)")
        case .lost: Sentence("Réponse perdue, validation faite", "Lost answer, validated")
        case .undone: Sentence("Réponse perdue, rien de fait", "Lost answer, nothing done")
        case .reset: Sentence("Connexion coupée", "A connection that is reset")
        case .slow: Sentence("Réponse après 10 s", "An answer after 10 s")
        default: Sentence(scenario.id, scenario.id)
        }
    }

    /// Sent again behind the cashier's back, while other scenarios were played.
    private var later: Check {
        Check(
            "till/later", ["PC-TL-001"],
            Sentence(
                "Jusqu'à la fin de l'essai, rien n'est renvoyé de soi-même.",
                "Until the end of the run, nothing is sent again by itself.")
        ) { probe in
            let trials = try TillTrial.trials(of: probe)
            var wasPlayed = false
            for scenario in [TillScenario.lost, .failing, .proxy, .undone] {
                guard let sent = try await trials.later(scenario, Control(wire: probe.wire)) else { continue }
                wasPlayed = true
                guard let first = sent.first else { continue }
                throw Interruption.failed(
                    Evidence(
                        expected: "no validation of \(scenario.code) once its scenario was over",
                        seen: "the platform saw " + sent.map(\.summary).joined(separator: "; "),
                        curl: first.curl(base: probe.world.base)))
            }
            guard wasPlayed else {
                throw Interruption.notJudged(
                    Sentence("Rien n'a été joué avant.", "Nothing was played before."))
            }
        }
    }

    private func check(
        _ name: String, _ scenario: TillScenario, _ requirements: [String], _ title: Sentence,
        judge: @escaping @Sendable (TillTrial) throws -> Void
    ) -> Check {
        Check("till/\(name)", requirements, title) { probe in
            try judge(try await TillTrial(scenario, probe))
        }
    }
}
