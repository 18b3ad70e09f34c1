// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What a till makes of lost answers, of failures on the way, and of too many calls.
extension TillChecks {
    /// The answer to a validation is lost.
    var lost: [Check] {
        [
            lostAnswer(.lost, "A lost answer", "Réponse perdue"),
            check(
                "lost/certain", .lost, ["PC-TL-011"],
                Sentence(
                    "Réponse perdue, relue « déjà validée » : dite probable, non certaine.",
                    "A lost answer, read back as \"already validated\": told as probable, not as certain.")
            ) { trial in
                try trial.expectNever(
                    .good, of: [.validate],
                    Sentence(
                        "probable : une autre caisse, le portail ou le service aurait pu la valider tout aussi bien",
                        "probable: another till, the portal or the service could have validated it just as well"))
            },
            once(.lost), notValidated(.undone, "PC-TL-010"), notRefused(.undone), once(.undone),
        ]
    }

    /// What comes is no answer of the contract.
    var broken: [Check] {
        let unread: [Check] = [GateScenario.cut, .malformed, .mistyped].flatMap {
            [notValidated($0, "PC-TL-012"), notRefused($0), once($0)]
        }
        let late: [Check] = [
            notRefused(.drops), once(.drops), lostAnswer(.slow, "An answer after 10 s", "Réponse après 10 s"),
            once(.slow),
        ]
        let halfway: [Check] = [notValidated(.halfway, "PC-TL-012"), notRefused(.halfway), once(.halfway)]
        let failing: [Check] = [GateScenario.failing, .proxy].flatMap {
            [notValid($0), notValidated($0, "PC-TL-012"), notRefused($0), once($0)]
        }
        let reset: [Check] = [
            notValid(.reset), notValidated(.reset, "PC-TL-010"), notRefused(.reset), once(.reset),
        ]
        return unread + late + halfway + failing + reset
    }

    /// There were too many calls.
    var busy: [Check] {
        [notValid(.busy), notValidated(.busy, "PC-TL-012"), notRefused(.busy)]
            + [edition == .publicV1 ? again : once(.busy)]
    }

    /// Today's edition asks for a minute of waiting: what is asked of the till until then is answered by the till.
    private var again: Check {
        check(
            "busy/again", .busy, ["PC-V1-105"],
            Sentence("429 : pas d'appel dans la minute.", "429: no call within the minute.")
        ) { trial in
            try trial.expectReached()
            let all = trial.trial.requests
            let first = all.firstIndex { $0.status == 429 } ?? all.endIndex
            let again = all[first...].dropFirst().first { $0.at < all[first].at + .seconds(60) }
            try trial.expect(
                again == nil,
                Sentence("pas d'appel dans la minute qui suit un 429", "no call within a minute of a 429"),
                showing: again)
        }
    }

    /// What the till itself has validated, without hearing of it, is no refusal.
    private func lostAnswer(_ scenario: GateScenario, _ english: String, _ french: String) -> Check {
        check(
            "\(scenario.id)/refused", scenario, ["PC-TL-009"] + (edition == .publicV1 ? ["PC-V1-112"] : []),
            Sentence(
                "\(french) : la contremarque n'est pas dite refusée.",
                "\(english): the countermark is not told as refused.")
        ) { trial in
            try trial.expectNever(
                .refused, of: [.validate],
                Sentence(
                    "pas de refus de ce que cette caisse vient de valider elle-même ; dit par exemple « \(Self.probable) »",
                    "no refusal of what this till itself has just validated; told for instance \"\(Self.probable)\""))
            try Self.expectValidation(trial)
        }
    }

    /// Makes sure that a validation was sent at all: whoever reads first may go no further.
    private static func expectValidation(_ trial: GateTrial) throws {
        guard trial.validations.isEmpty else { return }
        throw Interruption.notApplicable(
            Sentence(
                "La caisse a d'abord lu la contremarque, et n'est pas allée plus loin.",
                "The till read the countermark first, and went no further."))
    }

    private func notValid(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/valid", scenario, ["PC-TL-015"],
            Sentence(
                "\(scenario.words.french) : pas dite valable à la vérification.",
                "\(scenario.words.english): not told as valid when it is checked.")
        ) { trial in
            try trial.expectNever(
                .good, of: [.check],
                Sentence(
                    "tout sauf valable : personne ne l'a dit ; par exemple « \(Self.unsure) »",
                    "anything but valid: nobody said so; told for instance \"\(Self.unsure)\""))
        }
    }

    private func notValidated(_ scenario: GateScenario, _ id: String) -> Check {
        check(
            "\(scenario.id)/validated", scenario, [id],
            Sentence(
                "\(scenario.words.french) : pas dite validée.",
                "\(scenario.words.english): not told as validated.")
        ) { trial in
            try trial.expectNever(
                .good, of: [.validate],
                Sentence(
                    "tout sauf validée : 204 seul l'est ; par exemple « \(Self.unsure) »",
                    "anything but validated: only 204 is; told for instance \"\(Self.unsure)\""))
        }
    }

    private func notRefused(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/refused", scenario, ["PC-TL-013"],
            Sentence(
                "\(scenario.words.french) : la contremarque n'est pas dite refusée.",
                "\(scenario.words.english): the countermark is not told as refused.")
        ) { trial in
            try trial.expectNever(
                .refused,
                Sentence(
                    "pas un mot contre la contremarque ; dit par exemple « \(Self.unsure) »",
                    "no word against the countermark; told for instance \"\(Self.unsure)\""))
        }
    }

    /// Whether a validation is sent once, if at all.
    func once(_ scenario: GateScenario) -> Check {
        check(
            "\(scenario.id)/once", scenario, ["PC-TL-001"],
            Sentence(
                "\(scenario.words.french) : une validation est envoyée, pas deux.",
                "\(scenario.words.english): one validation is sent, not two.")
        ) { trial in
            try trial.expectSentOnce()
            try trial.expectReached()
            try Self.expectValidation(trial)
        }
    }

    private static let unsure = "Le pass Culture ne répond pas bien : vérifiez la contremarque avant de remettre."
    private static let probable = "Probablement validée : vérifiez l'écran Réservations."

    // MARK: - The whole run

    /// Sent again behind the cashier's back, while other scenarios were played.
    var later: Check {
        Check(
            "till/later", ["PC-TL-001"],
            Sentence(
                "Jusqu'à la fin de l'essai, rien n'est renvoyé de soi-même.",
                "Until the end of the run, nothing is sent again by itself.")
        ) { probe in
            let trials = try Self.wholeRun(of: probe)
            guard trials.goesOn else {
                throw Interruption.notApplicable(
                    Sentence(
                        "Le programme est un autre à chaque scénario ; après chaque panne, il a été observé un moment.",
                        "The program is a new one in each scenario; after each failure it was watched for a while."))
            }
            guard let sent = try await trials.later(Control(wire: probe.wire)) else {
                throw Interruption.inconclusive(
                    Sentence("Aucune validation n'a été envoyée avant.", "No validation was sent before."))
            }
            try Self.expectNone(
                sent,
                Sentence(
                    "plus de validation d'une contremarque une fois son scénario fini",
                    "no validation of a countermark once its scenario was over"), probe)
        }
    }

    /// Nobody has pressed a button that undoes or cancels.
    var unasked: Check {
        Check(
            "till/unasked", ["PC-V1-120"],
            Sentence(
                "Rien n'est repris ni annulé sans que personne ne l'ait demandé.",
                "Nothing is taken back or cancelled that nobody asked for.")
        ) { probe in
            guard let sent = try await Self.wholeRun(of: probe).reversals(Control(wire: probe.wire)) else {
                throw Interruption.inconclusive(
                    Sentence("Aucun scénario n'a été joué avant.", "No scenario was played before."))
            }
            try Self.expectNone(
                sent,
                Sentence(
                    "ni keep ni cancel dans cet essai, où personne n'en a demandé",
                    "no keep and no cancel in this run, in which nobody asked for one"), probe)
        }
    }

    /// The trials of a run that nobody has ended before.
    private static func wholeRun(of probe: Probe) throws -> GateTrials {
        guard !Task.isCancelled else { throw Interruption.inconclusive(Sentence("Interrompu.", "Broken off.")) }
        return try GateTrial.trials(of: probe)
    }

    private static func expectNone(_ sent: [GateRequest], _ expected: Sentence, _ probe: Probe) throws {
        guard let first = sent.first else { return }
        throw Interruption.failed(
            Evidence(
                expected: expected, seen: GateTrial.seen(sent),
                curl: first.curl(base: probe.world.base)))
    }
}
