// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A scenario that was played, for a check to judge.
struct GateTrial: Sendable {
    /// What was done, told and seen.
    let trial: GateTrials.Trial
    private let base: String
    /// The scenario, with its countermark.
    let scenario: GateScenario
    private let words: Words

    /// Plays the scenario, or takes it as it was played for a check before.
    ///
    /// - Throws: ``Interruption`` when the gate broke off (a failure), or there was nobody to speak with (which decides nothing).
    init(_ scenario: GateScenario, _ probe: Probe) async throws {
        base = probe.world.base
        let trials = try Self.trials(of: probe)
        guard let scenario = scenario.with(trials.countermarks, trials.links) else {
            throw Interruption.inconclusive(
                Sentence(
                    "La plateforme n'a pas de contremarque dans cet état.",
                    "The platform has no countermark in that state."))
        }
        self.scenario = scenario
        words = trials.links == nil ? .till : .onlinePlatform
        do {
            trial = try await trials.play(scenario, Control(wire: probe.wire))
        } catch let unheard as GateTrials.Unheard {
            throw Interruption.inconclusive(words.name(unheard, base))
        } catch let trouble as GateTrouble {
            switch trouble {
            case .notBegun(let sentence), .passedOver(let sentence): throw Interruption.inconclusive(sentence)
            case .broken(let seen) where trials.links != nil:
                // Whoever follows links is not the online platform.
                throw Interruption.inconclusive(
                    Sentence(
                        "Le lien n'a pas été suivi : \(seen.french)", "The link was not followed: \(seen.english)"))
            case .broken(let seen):
                throw Interruption.failed(
                    Evidence(
                        expected: Sentence(
                            "une réponse \(words.toWhom.french) sur \(scenario.shown)",
                            "an answer \(words.toWhom.english) about \(scenario.shown)"), seen: seen))
            }
        }
    }

    /// The trials of a run.
    static func trials(of probe: Probe) throws -> GateTrials {
        struct NoGate: Error {}
        guard let trials = probe.world.gate else { throw NoGate() }
        return trials
    }

    /// What the platform saw about the countermark of the scenario.
    var requests: [GateRequest] { trial.requests.filter { $0.isAbout(scenario.code) } }

    /// What it saw of validating it.
    var validations: [GateRequest] { requests.filter(\.isValidation) }

    /// Expects that each act was answered so.
    func expectEach(_ meaning: GateAnswer.Meaning, _ expected: Sentence) throws {
        try expectReached()
        try expect(trial.answers.allSatisfy { $0.answer.meaning == meaning }, expected)
    }

    /// Expects that no act, or none of these, was answered so; least of all by a gate that has not asked.
    func expectNever(
        _ meaning: GateAnswer.Meaning, of acts: [GateAct] = GateAct.allCases, _ expected: Sentence
    ) throws {
        let isSo = trial.answers.contains { acts.contains($0.act) && $0.answer.meaning == meaning }
        // Another countermark may have been typed; a link is what it is.
        let isAnother = scenario.link == nil && requests.isEmpty && !trial.requests.isEmpty
        if meaning != .good || !isSo || isAnother { try expectReached() }
        try expect(!isSo, expected)
    }

    /// Makes sure that the scenario took place: that the platform was asked, and gave the answer that is meant. What is told otherwise
    /// decides nothing.
    ///
    /// - Throws: ``Interruption/inconclusive(_:)`` when the platform saw nothing of the kind.
    func expectReached() throws {
        // What was typed otherwise may be asked about as it was typed.
        let isTypedOtherwise = scenario.link == nil && scenario.shown != scenario.code
        let about = isTypedOtherwise ? trial.requests : requests
        guard !about.contains(where: { scenario.statuses.contains($0.status) }) else { return }
        let seen = Self.seen(trial.requests)
        let told = told.map { Sentence(" (\($0.french))", " (\($0.english))") } ?? Sentence("", "")
        guard !trial.requests.contains(where: { $0.status == 401 }) else {
            throw Interruption.inconclusive(
                Sentence(
                    "L'identifiant ou la clé \(words.name.french.of) est refusé : \(seen.french).",
                    "The \(words.name.english)'s log-in or key is refused: \(seen.english)."))
        }
        throw Interruption.inconclusive(
            Sentence(
                "\(scenario.shown) n'a pas eu lieu comme prévu ; \(seen.french)\(told.french). Vérifiez les réglages "
                    + "\(words.name.french.of), qui doit interroger \(base) ; après une panne, laissez-la attendre, puis rejouez avec --only.",
                "\(scenario.shown) did not take place as meant; \(seen.english)\(told.english). Check the "
                    + "\(words.name.english)'s settings: it has to ask \(base); after a failure let it wait, then play this again with --only."
            )
        )
    }

    /// Expects that each act was answered with a yes; where one was not, makes sure first that the scenario took place.
    func expectGood(_ expected: Sentence) throws {
        try expectReachedUnlessGood()
        try expect(isGood, expected)
    }

    /// Makes sure that the scenario took place, unless each act was answered with a yes: whoever says yes without asking is judged by it.
    func expectReachedUnlessGood() throws {
        if !isGood { try expectReached() }
    }

    /// Whether each act was answered with a yes.
    var isGood: Bool { trial.answers.allSatisfy { $0.answer.meaning == .good } }

    /// Whether any act was answered with a refusal.
    var isRefused: Bool { trial.answers.contains { $0.answer.meaning == .refused } }

    /// Expects a validation that both witnesses tell of.
    func expectValidated() throws {
        try expectGood(
            Sentence(
                "validée, dite par exemple « Contremarque validée. »",
                "validated, told for instance \"Contremarque validée.\""))
        try expect(
            validations.contains { $0.status == 204 },
            Sentence(
                "une validation (PATCH) à laquelle la plateforme a répondu 204",
                "a validation (PATCH) that the platform answered with 204"))
    }

    /// Expects that a validation was sent once, if at all.
    func expectSentOnce() throws {
        try expect(
            validations.count < 2,
            Sentence(
                "une validation (PATCH) au plus, puis lire (GET)", "one validation (PATCH) at most, then reading (GET)"),
            showing: validations.last)
    }

    /// Expects something; otherwise shows what was told and what the platform saw.
    func expect(_ holds: Bool, _ expected: Sentence, showing request: GateRequest? = nil) throws {
        guard !holds else { return }
        let seen = Self.seen(requests.isEmpty ? trial.requests : requests)
        let told = told ?? Sentence("rien", "nothing")
        throw Interruption.failed(
            Evidence(
                expected: expected,
                seen: Sentence(
                    "\(words.name.french.says) \(told.french) ; \(seen.french)",
                    "the \(words.name.english) told \(told.english); \(seen.english)"), curl: curl(request)))
    }

    /// What the platform saw of some requests, for a sentence.
    static func seen(_ requests: [GateRequest]) -> Sentence {
        let all = requests.map(\.summary).joined(separator: ", ")
        return requests.isEmpty
            ? Sentence("la plateforme locale n'a rien vu", "the local platform saw nothing")
            : Sentence("la plateforme locale a vu \(all.french)", "the local platform saw \(all.english)")
    }
}

extension GateTrial {
    /// What sees it again: the request that matters, or else the link, or the last request.
    private func curl(_ request: GateRequest?) -> String? {
        if let request { return request.curl(base: base) }
        guard let link = scenario.link else { return trial.requests.last?.curl(base: base) }
        return CurlLine.text(method: "GET", url: link.url, headers: [], body: nil)
    }

    /// What was told, act by act: the button and what it comes to; of a link, what its page comes to. Nothing when nothing was done.
    private var told: Sentence? {
        guard !trial.answers.isEmpty else { return nil }
        return trial.answers.map { act, answer in
            let (act, meaning) = (words.name(act), words.name(answer.meaning))
            return Sentence(
                act.french + meaning.french + (answer.words.isEmpty ? "" : " « \(answer.words) »"),
                act.english + meaning.english + (answer.words.isEmpty ? "" : " \"\(answer.words)\""))
        }.joined(separator: ", ")
    }

    /// What is under test, in sentences.
    private enum Words {
        case till
        case onlinePlatform

        /// To whom it speaks.
        var toWhom: Sentence {
            switch self {
            case .till: Sentence("pour la personne en caisse", "for the cashier")
            case .onlinePlatform: Sentence("pour le jeune", "for the young person")
            }
        }

        /// What it is called: in French as who says, owns and asks something, in English without an article.
        var name: (french: (says: String, of: String, asked: String), english: String) {
            switch self {
            case .till: (("la caisse a dit", "de la caisse", "qu'interroge la caisse"), "till")
            case .onlinePlatform:
                (
                    (
                        "la plateforme en ligne a dit :", "de la plateforme en ligne",
                        "qu'interroge la plateforme en ligne"
                    ),
                    "online platform"
                )
            }
        }

        /// The button before what it came to; a link is not told again.
        func name(_ act: GateAct) -> Sentence {
            switch act {
            case .check: Sentence("vérifier : ", "check: ")
            case .validate: Sentence("valider : ", "validate: ")
            case .follow: Sentence("", "")
            }
        }

        /// Why nothing more is played.
        func name(_ unheard: GateTrials.Unheard, _ base: String) -> Sentence {
            switch unheard {
            case .neverAsked:
                Sentence(
                    "Trois fois, la plateforme locale n'a reçu aucune requête : vérifiez l'adresse \(name.french.asked), "
                        + "\(base). Le reste n'est pas joué.",
                    "Three times the local platform was not asked at all: check the address that the \(name.english) asks, "
                        + "\(base). The rest is not played.")
            case .logInRefused:
                Sentence(
                    "Trois fois, l'identifiant ou la clé \(name.french.of) a été refusé (401). Le reste n'est pas joué.",
                    "Three times the \(name.english)'s log-in or key was refused (401). The rest is not played.")
            }
        }

        /// What an answer comes to.
        func name(_ meaning: GateAnswer.Meaning) -> Sentence {
            switch meaning {
            case .good: self == .till ? Sentence("c'est bon", "good") : Sentence("accès donné", "access")
            case .refused: Sentence("refus", "refused")
            case .open: Sentence("on ne sait pas", "not known")
            }
        }
    }
}
