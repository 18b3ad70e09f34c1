// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A scenario that was played, for a check to judge.
struct TillTrial: Sendable {
    /// What was done, told and seen.
    let trial: TillTrials.Trial
    private let base: String
    private let scenario: TillScenario

    /// Plays the scenario, or takes it as it was played for a check before.
    ///
    /// - Throws: ``Interruption`` when the till broke off (a failure), or there was none to speak with (which decides nothing).
    init(_ scenario: TillScenario, _ probe: Probe) async throws {
        base = probe.world.base
        let trials = try Self.trials(of: probe)
        guard let scenario = scenario.with(trials.countermarks) else {
            throw Interruption.inconclusive(
                Sentence(
                    "La plateforme n'a pas de contremarque dans cet état.",
                    "The platform has no countermark in that state."))
        }
        self.scenario = scenario
        do {
            trial = try await trials.play(scenario, Control(wire: probe.wire))
        } catch let trouble as TillTrouble {
            switch trouble {
            case .notBegun(let sentence), .passedOver(let sentence): throw Interruption.inconclusive(sentence)
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
    var requests: [TillRequest] { trial.requests.filter { $0.isAbout(scenario.code) } }

    /// What it saw of validating it.
    var validations: [TillRequest] { requests.filter(\.isValidation) }

    /// Expects that each button was answered so.
    func expectEach(_ meaning: TillAnswer.Meaning, _ expected: String) throws {
        try expectReached()
        try expect(trial.answers.allSatisfy { $0.answer.meaning == meaning }, expected)
    }

    /// Expects that no button, or none of these, was answered so; least of all by a till that has not asked.
    func expectNever(
        _ meaning: TillAnswer.Meaning, of acts: [TillAct] = TillAct.allCases, _ expected: String
    ) throws {
        let isSo = trial.answers.contains { acts.contains($0.act) && $0.answer.meaning == meaning }
        let isAnother = requests.isEmpty && !trial.requests.isEmpty
        if meaning != .good || !isSo || isAnother { try expectReached() }
        try expect(!isSo, expected)
    }

    /// Makes sure that the scenario took place: that the till asked, and met what it was to meet. What it tells otherwise decides nothing.
    ///
    /// - Throws: ``Interruption/inconclusive(_:)`` when the platform saw nothing of the kind.
    func expectReached() throws {
        // What was typed otherwise may be asked about as it was typed.
        let about = scenario.typed == scenario.code ? requests : trial.requests
        guard !about.contains(where: { scenario.statuses.contains($0.status) }) else { return }
        let seen = trial.requests.map(\.summary).joined(separator: ", ")
        guard !trial.requests.contains(where: { $0.status == 401 }) else {
            throw Interruption.inconclusive(
                Sentence(
                    "L'identifiant ou la clé de la caisse est refusé : la plateforme a vu \(seen).",
                    "The till's log-in or key is refused: the platform saw \(seen)."))
        }
        throw Interruption.inconclusive(
            Sentence(
                "\(scenario.typed) n'a pas eu lieu comme prévu ; la plateforme a vu \(seen.isEmpty ? "rien" : seen). Vérifiez les réglages "
                    + "de la caisse ; après une panne, laissez-la attendre, puis rejouez avec --only.",
                "\(scenario.typed) did not take place as meant; the platform saw \(seen.isEmpty ? "nothing" : seen). Check the till's settings; "
                    + "after a failure let it wait, then play this again with --only."))
    }

    /// Expects that each button was answered with a yes; where one was not, makes sure first that the scenario took place.
    func expectGood(_ expected: String) throws {
        let isGood = trial.answers.allSatisfy { $0.answer.meaning == .good }
        if !isGood { try expectReached() }
        try expect(isGood, expected)
    }

    /// Expects a validation that both witnesses tell of.
    func expectValidated() throws {
        try expectGood("validated, told for instance \"Contremarque validée.\"")
        try expect(
            validations.contains { $0.status == 204 }, "a validation (PATCH) that the platform answered with 204")
    }

    /// Expects something; otherwise shows what the till told and what the platform saw.
    func expect(_ holds: Bool, _ expected: String, showing request: TillRequest? = nil) throws {
        guard !holds else { return }
        let told = trial.answers.map { act, answer in
            "\(act.rawValue): \(answer.meaning.name)" + (answer.words.isEmpty ? "" : " \"\(answer.words)\"")
        }
        let seen = (requests.isEmpty ? trial.requests : requests).map(\.summary)
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
