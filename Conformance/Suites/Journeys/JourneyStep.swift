// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One step of a journey: somebody acts, something changes, and what must hold afterwards is looked at.
public struct JourneyStep: StagedStep {
    /// The name of the step within its journey.
    public let id: String
    /// Who acts.
    public let actor: StepActor
    /// What happens, told.
    public let sentence: Sentence
    /// The requirements that the step judges.
    public let requirements: [String]
    /// What it needs beyond the contract.
    public let needs: CheckNeeds
    /// Does it.
    let run: @Sendable (inout Play) async throws -> Void

    init(
        _ id: String, _ actor: StepActor, _ sentence: Sentence, _ requirements: [String], needs: CheckNeeds = [],
        run: @escaping @Sendable (inout Play) async throws -> Void
    ) {
        self.id = id
        self.actor = actor
        self.sentence = sentence
        self.requirements = requirements
        self.needs = needs
        self.run = run
    }
}
