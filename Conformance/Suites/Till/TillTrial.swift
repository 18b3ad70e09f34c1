// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A scenario that was played, for a check to judge.
struct TillTrial: Sendable {
    /// What was done, told and seen.
    let trial: TillTrials.Trial
    private let base: String
    private let code: String

    /// Plays the scenario, or takes it as it was played for a check before.
    ///
    /// - Throws: ``Interruption`` when the till broke off (a failure), or whoever sits at it passed it over (not judged).
    init(_ scenario: TillScenario, _ probe: Probe) async throws {
        base = probe.world.base
        code = scenario.code
        do {
            trial = try await Self.trials(of: probe).play(scenario, Control(wire: probe.wire))
        } catch let trouble as TillTrouble {
            switch trouble {
            case .notBegun(let sentence), .passedOver(let sentence): throw Interruption.notJudged(sentence)
            case .broken(let seen):
                throw Interruption.failed(
                    Evidence(expected: "an answer for the cashier about \(scenario.typed)", seen: seen))
            }
        }
    }

    /// The till of a run.
    static func trials(of probe: Probe) throws -> TillTrials {
        struct NoTill: Error {}
        guard let trials = probe.world.till else { throw NoTill() }
        return trials
    }

    /// What the platform saw about the countermark of the scenario.
    var requests: [TillRequest] { trial.requests.filter { $0.isAbout(code) } }

    /// What it saw of validating it.
    var validations: [TillRequest] { requests.filter(\.isValidation) }

    /// Expects that each button was answered so.
    func expectEach(_ meaning: TillAnswer.Meaning, _ expected: String) throws {
        try expect(trial.answers.allSatisfy { $0.answer.meaning == meaning }, expected)
        if meaning == .good {
            try expect(!requests.isEmpty, "the platform is asked")
        } else {
            try expectReached()
        }
    }

    /// Expects that the last button was answered in another way.
    func expectNot(_ meaning: TillAnswer.Meaning, _ expected: String) throws {
        try expect(trial.answers.last?.answer.meaning != meaning, expected)
        try expectReached()
    }

    /// Makes sure that the till asked at all: what it tells without having asked decides nothing.
    ///
    /// - Throws: ``Interruption/inconclusive(_:)`` when the platform saw nothing of the countermark.
    func expectReached() throws {
        guard requests.isEmpty else { return }
        throw Interruption.inconclusive(
            Sentence(
                "La plateforme n'a rien reçu de la caisse pour \(code) : vérifiez ses réglages ; après une panne, laissez-la attendre, "
                    + "puis rejouez avec --only.",
                "The platform got nothing from the till about \(code): check its settings; after a failure let it wait, then play this "
                    + "again with --only."))
    }

    /// Expects a validation that both witnesses tell of.
    func expectValidated() throws {
        try expectEach(.good, "validated, told for instance \"Contremarque validée.\"")
        try expect(
            validations.contains { $0.status == 204 }, "a validation (PATCH) that the platform answered with 204")
    }

    /// Expects something; otherwise shows what the till told and what the platform saw.
    func expect(_ holds: Bool, _ expected: String, showing request: TillRequest? = nil) throws {
        guard !holds else { return }
        let told = trial.answers.map { act, answer in
            "\(act.rawValue): \(answer.meaning.name)" + (answer.words.isEmpty ? "" : " \"\(answer.words)\"")
        }
        let seen = trial.requests.map(\.summary)
        throw Interruption.failed(
            Evidence(
                expected: expected,
                seen: "the till told " + told.joined(separator: ", ") + "; the platform saw "
                    + (seen.isEmpty ? "nothing" : seen.joined(separator: ", ")),
                curl: (request ?? trial.requests.last)?.curl(base: base)))
    }
}

extension TillAnswer.Meaning {
    /// What reports call it.
    fileprivate var name: String {
        switch self {
        case .good: "good"
        case .refused: "refused"
        case .open: "not known"
        }
    }
}
