// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the checks say about one requirement.
public struct RequirementResult: Sendable {
    /// The requirement.
    public let requirement: Requirement
    /// `fail` (or `warn`, below MUST) when a check failed; `notJudged` when one was skipped, decided nothing or was a
    /// mistake of ours, whatever the others say; `pass` when one passed; `notApplicable` when no check applies;
    /// otherwise `notJudged`.
    public let verdict: Verdict
    /// The checks that judge it, by id.
    public let checks: [String]

    /// Weighs the results of the checks that name the requirement.
    init(_ requirement: Requirement, results: [CheckResult]) {
        self.requirement = requirement
        let own = results.filter { $0.requirements.contains(requirement.id) }
        checks = own.map(\.id)
        let verdicts = Set(own.map(\.verdict))
        if verdicts.contains(.fail) || verdicts.contains(.warn) {
            verdict = requirement.level == .must ? .fail : .warn
        } else if !verdicts.isDisjoint(with: [.error, .inconclusive, .skip]) {
            verdict = .notJudged
        } else if verdicts.contains(.pass) {
            verdict = .pass
        } else if verdicts == [.notApplicable] {
            verdict = .notApplicable
        } else {
            verdict = .notJudged
        }
    }
}
