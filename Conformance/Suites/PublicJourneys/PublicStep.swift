// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One step of a journey of today's edition; see ``JourneyStep`` for its elder.
public struct PublicStep: StagedStep {
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
    let run: @Sendable (inout PublicPlay) async throws -> Void

    /// A step; no journey of today's edition goes without the control API, as nobody can book by the public API.
    init(
        _ id: String, _ actor: StepActor, _ sentence: Sentence, _ requirements: [String],
        needs: CheckNeeds = .timeTravel,
        run: @escaping @Sendable (inout PublicPlay) async throws -> Void
    ) {
        self.id = id
        self.actor = actor
        self.sentence = sentence
        self.requirements = requirements
        self.needs = needs
        self.run = run
    }

    /// The same step, done only where the platform can call a ticketing system.
    func withTicketOffice() -> PublicStep {
        PublicStep(id, actor, sentence, requirements, needs: .ticketOffice, run: run)
    }
}
