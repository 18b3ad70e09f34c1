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

    private let till: any Till
    private let time: VendorTime
    private let played = Mutex<[String: Result<Trial, TillTrouble>]>([:])

    /// The trials of a till, none played yet.
    init(_ setting: TillSetting) {
        till = setting.till
        time = setting.time
    }

    /// Plays a scenario, unless it was: then what came of it is given again.
    func play(_ scenario: TillScenario, _ control: Control) async throws -> Trial {
        if let known = played.withLock({ $0[scenario.id] }) { return try known.get() }
        let before = try await control.lastJournalNumber()
        let start = time.now()
        let outcome: Result<[(act: TillAct, answer: TillAnswer)], TillTrouble>
        do throws(TillTrouble) {
            outcome = .success(try await act(scenario))
        } catch {
            outcome = .failure(error)
        }
        await till.end()
        if scenario.isSlow {
            // What the platform has not answered yet is not in its journal.
            let left = start + TillScenario.slowness - time.now()
            if left > .zero { await time.wait(left) }
        }
        let entries = try await control.journal(after: before)
        let trial = outcome.map { answers in
            Trial(
                answers: answers, requests: entries.compactMap(TillRequest.init),
                seenUpTo: entries.last?["number"]?.intValue ?? before)
        }
        played.withLock { $0[scenario.id] = trial }
        return try trial.get()
    }

    /// What the platform saw of validations of that scenario's countermark since it was over; nothing when it was not played.
    func later(_ scenario: TillScenario, _ control: Control) async throws -> [TillRequest]? {
        guard case .success(let trial)? = played.withLock({ $0[scenario.id] }) else { return nil }
        return try await control.journal(after: trial.seenUpTo).compactMap(TillRequest.init)
            .filter { $0.isValidation && $0.isAbout(scenario.code) }
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
