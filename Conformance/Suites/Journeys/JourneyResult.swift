// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of a journey.
public struct JourneyResult: Sendable {
    /// The journey's name.
    public let id: String
    /// The contract that it went by.
    public let edition: ContractEdition
    /// What it tells.
    public let title: Sentence
    /// The steps, in order; those after a failure are `skip`.
    public let steps: [StepReport]
    /// The money at the end.
    public let money: MoneySummary
    /// The profile that the platform showed on the way.
    public let profile: ProfileSeen
    /// How long it took in real time, in milliseconds.
    public let milliseconds: Int64

    /// Whether every step was done and everything held.
    public var isDone: Bool { steps.allSatisfy { $0.verdict == .pass } }

    /// The step that stopped it, if one did.
    public var stopped: StepReport? {
        steps.first { [.fail, .warn, .error, .inconclusive].contains($0.verdict) || $0.evidence != nil }
    }

    /// 0 when done; 1 when something did not hold; 2 when the platform could not be reached or we failed; 4 when some
    /// steps could not be judged.
    public var exitCode: Int32 {
        if isDone { return 0 }
        guard let stopped else { return 4 }
        return stopped.verdict == .fail ? 1 : 2
    }
}
