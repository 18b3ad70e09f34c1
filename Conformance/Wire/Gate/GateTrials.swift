// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Synchronization

/// The scenarios that were played at a gate in one run: each once, for all the checks that judge it.
///
/// Each has two witnesses: what was told there, and what the platform saw of it.
final class GateTrials: Sendable {
    /// What came of a scenario.
    struct Trial: Sendable {
        /// What was done, and what was told upon it.
        let answers: [(act: GateAct, answer: GateAnswer)]
        /// What the platform saw, in order.
        let requests: [GateRequest]
        /// The number in the journal up to which that was.
        let seenUpTo: Int
    }

    /// Countermarks of the platform beside the magic ones, by their state.
    let countermarks: [String: [String]]
    /// The links to an online platform; nothing for a till.
    let links: GateLinks?
    private let gate: any Gate
    /// What a till was told and may stand in no report.
    let secrets: [String]
    /// Whether the gate is the same in all scenarios.
    let goesOn: Bool
    private let time: VendorTime
    private let watch: Span
    private let played = Mutex<[(scenario: GateScenario, trial: Result<Trial, GateTrouble>)]>([])
    /// The number in the journal before the first scenario.
    private let start = Mutex<Int?>(nil)

    /// The trials of a gate, none played yet.
    init(_ setting: GateSetting) {
        countermarks = setting.countermarks
        links = setting.links
        gate = setting.gate
        secrets = setting.secrets
        goesOn = setting.gate.goesOn
        time = setting.time
        watch = setting.watch
    }

    /// Plays a scenario, unless it was: then what came of it is given again.
    func play(_ scenario: GateScenario, _ control: Control) async throws -> Trial {
        let known = played.withLock { $0.first { $0.scenario.id == scenario.id }?.trial }
        if let known { return try known.get() }
        guard !Task.isCancelled else { throw GateTrouble.brokenOff }
        if let unheard { throw unheard }
        let before = try await control.lastJournalNumber()
        start.withLock { $0 = $0 ?? before }
        var faults: [String] = []
        if let status = scenario.failsValidationWith {
            // Today's edition takes small letters too.
            for code in [scenario.code, scenario.code.lowercased()] {
                faults.append(
                    try await control.addFault([
                        "fault": "status", "status": .number(JSONNumber(status)), "method": "PATCH",
                        "path": .string("/**/" + code),
                    ]))
            }
        }
        let outcome: Result<[(act: GateAct, answer: GateAnswer)], GateTrouble>
        do throws(GateTrouble) {
            outcome = .success(try await act(scenario))
        } catch {
            outcome = .failure(error)
        }
        if scenario.isWatched, case .success = outcome, watch > .zero { await time.wait(watch) }
        await gate.end()
        guard !Task.isCancelled else {
            played.withLock { $0.append((scenario, .failure(.brokenOff))) }
            throw GateTrouble.brokenOff
        }
        for fault in faults { try await control.removeFaults(fault) }
        // What the platform has not answered yet is not in its journal.
        if scenario.isSlow { await time.wait(GateScenario.slowness) }
        let entries = try await control.journal(after: before)
        let trial = outcome.map { answers in
            Trial(
                answers: answers, requests: entries.compactMap(GateRequest.init),
                seenUpTo: entries.last?["number"]?.intValue ?? before)
        }
        played.withLock { $0.append((scenario, trial)) }
        return try trial.get()
    }

    /// After how many scenarios that did not reach the platform no more are played.
    private static let mostUnheard = 3

    /// Why nothing more is played.
    enum Unheard: Error {
        /// The platform was not asked at all: the gate is set up otherwise.
        case neverAsked
        /// It was asked with a log-in or a key that it refuses, and with no other.
        case logInRefused
    }

    /// Why whatever is played will not reach the platform; nil as long as it may. Who says yes without asking is judged by that.
    private var unheard: Unheard? {
        let trials = played.withLock { $0.compactMap { try? $0.trial.get() } }
        guard trials.count >= Self.mostUnheard,
            !trials.contains(where: { $0.answers.contains { $0.answer.meaning == .good } })
        else { return nil }
        let statuses = trials.map { Set($0.requests.map(\.status)) }
        if statuses.allSatisfy(\.isEmpty) { return .neverAsked }
        return statuses.allSatisfy { $0 == [401] } ? .logInRefused : nil
    }

    /// What the platform saw of validations once their scenario was over; nothing when no scenario had one.
    func later(_ control: Control) async throws -> [GateRequest]? {
        let validated = played.withLock { played in
            played.compactMap { scenario, trial -> (code: String, seenUpTo: Int)? in
                guard case .success(let trial) = trial else { return nil }
                let has = trial.requests.contains { $0.isValidation && $0.isAbout(scenario.code) }
                return has ? (scenario.code, trial.seenUpTo) : nil
            }
        }
        guard !validated.isEmpty else { return nil }
        var found: [GateRequest] = []
        for (code, seenUpTo) in validated {
            found += try await control.journal(after: seenUpTo).compactMap(GateRequest.init)
                .filter { $0.isValidation && $0.isAbout(code) }
        }
        return found
    }

    /// What the platform saw of undoing and cancelling in the whole run; nothing when nothing was played.
    func reversals(_ control: Control) async throws -> [GateRequest]? {
        guard let start = start.withLock({ $0 }) else { return nil }
        return try await control.journal(after: start).compactMap(GateRequest.init).filter(\.isReversal)
    }

    private func act(_ scenario: GateScenario) async throws(GateTrouble) -> [(act: GateAct, answer: GateAnswer)] {
        try await gate.begin(scenario)
        var answers: [(act: GateAct, answer: GateAnswer)] = []
        for act in scenario.acts {
            answers.append((act, try await gate.perform(act, with: scenario.shown)))
        }
        return answers
    }
}
