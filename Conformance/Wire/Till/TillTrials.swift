// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Synchronization

/// The scenarios that were played at a till in one run: each once, for all the checks that judge it.
///
/// Each has two witnesses: what the till told the cashier, and what the platform saw of it.
final class TillTrials: Sendable {
    /// What came of a scenario.
    struct Trial: Sendable {
        /// What was done at the till, and what it told.
        let answers: [(act: TillAct, answer: TillAnswer)]
        /// What the platform saw, in order.
        let requests: [TillRequest]
        /// The number in the journal up to which that was.
        let seenUpTo: Int
    }

    /// Countermarks of the platform beside the magic ones, by their state.
    let countermarks: [String: [String]]
    private let till: any Till
    /// What the till was told and may stand in no report.
    let secrets: [String]
    /// Whether the till is the same in all scenarios.
    let goesOn: Bool
    private let time: VendorTime
    private let watch: Span
    private let played = Mutex<[(scenario: TillScenario, trial: Result<Trial, TillTrouble>)]>([])
    /// The number in the journal before the first scenario.
    private let start = Mutex<Int?>(nil)

    /// The trials of a till, none played yet.
    init(_ setting: TillSetting) {
        countermarks = setting.countermarks
        till = setting.till
        secrets = setting.secrets
        goesOn = setting.till.goesOn
        time = setting.time
        watch = setting.watch
    }

    /// Plays a scenario, unless it was: then what came of it is given again.
    func play(_ scenario: TillScenario, _ control: Control) async throws -> Trial {
        let known = played.withLock { $0.first { $0.scenario.id == scenario.id }?.trial }
        if let known { return try known.get() }
        guard !Task.isCancelled else { throw TillTrouble.brokenOff }
        let before = try await control.lastJournalNumber()
        start.withLock { $0 = $0 ?? before }
        var fault: String?
        if let status = scenario.failsValidationWith {
            fault = try await control.addFault([
                "fault": "status", "status": .number(JSONNumber(status)), "method": "PATCH",
                "path": .string("/**/" + scenario.code),
            ])
        }
        let outcome: Result<[(act: TillAct, answer: TillAnswer)], TillTrouble>
        do throws(TillTrouble) {
            outcome = .success(try await act(scenario))
        } catch {
            outcome = .failure(error)
        }
        if scenario.isWatched, case .success = outcome, watch > .zero { await time.wait(watch) }
        await till.end()
        guard !Task.isCancelled else {
            played.withLock { $0.append((scenario, .failure(.brokenOff))) }
            throw TillTrouble.brokenOff
        }
        if let fault { try await control.removeFaults(fault) }
        // What the platform has not answered yet is not in its journal.
        if scenario.isSlow { await time.wait(TillScenario.slowness) }
        let entries = try await control.journal(after: before)
        let trial = outcome.map { answers in
            Trial(
                answers: answers, requests: entries.compactMap(TillRequest.init),
                seenUpTo: entries.last?["number"]?.intValue ?? before)
        }
        played.withLock { $0.append((scenario, trial)) }
        return try trial.get()
    }

    /// What the platform saw of validations once their scenario was over; nothing when no scenario had one.
    func later(_ control: Control) async throws -> [TillRequest]? {
        let validated = played.withLock { played in
            played.compactMap { scenario, trial -> (code: String, seenUpTo: Int)? in
                guard case .success(let trial) = trial else { return nil }
                let has = trial.requests.contains { $0.isValidation && $0.isAbout(scenario.code) }
                return has ? (scenario.code, trial.seenUpTo) : nil
            }
        }
        guard !validated.isEmpty else { return nil }
        var found: [TillRequest] = []
        for (code, seenUpTo) in validated {
            found += try await control.journal(after: seenUpTo).compactMap(TillRequest.init)
                .filter { $0.isValidation && $0.isAbout(code) }
        }
        return found
    }

    /// What the platform saw of undoing and cancelling in the whole run; nothing when nothing was played.
    func reversals(_ control: Control) async throws -> [TillRequest]? {
        guard let start = start.withLock({ $0 }) else { return nil }
        return try await control.journal(after: start).compactMap(TillRequest.init).filter(\.isReversal)
    }

    private func act(_ scenario: TillScenario) async throws(TillTrouble) -> [(act: TillAct, answer: TillAnswer)] {
        try await till.begin(scenario)
        var answers: [(act: TillAct, answer: TillAnswer)] = []
        for act in scenario.acts {
            answers.append((act, try await till.perform(act, typing: scenario.typed)))
        }
        return answers
    }
}
