// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of one step of a journey.
public struct StepReport: Sendable {
    /// The name of the step.
    public let id: String
    /// Who acted.
    public let actor: StepActor
    /// What happened, told.
    public let sentence: Sentence
    /// The requirements that the step judges.
    public let requirements: [String]
    /// What came of it.
    public let verdict: Verdict
    /// What changed, told.
    public let changes: [Sentence]
    /// What went over the wire, in order. Steps done by an injected ``CountermarkDesk`` leave nothing here.
    public let exchanges: [Exchange]
    /// What a failure shows.
    public let evidence: Evidence?
    /// Why it was not judged.
    public let reason: Sentence?
    /// The divergences met.
    public let notes: [DivergenceNote]
}
