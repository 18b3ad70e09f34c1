// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A step of a journey of either edition: who acts, what is told, what is judged, and how it is done on its stage.
protocol StagedStep: Sendable {
    /// What the steps of its edition share.
    associatedtype Shared: Stage

    /// The name of the step within its journey.
    var id: String { get }
    /// Who acts.
    var actor: StepActor { get }
    /// What happens, told.
    var sentence: Sentence { get }
    /// The requirements that the step judges.
    var requirements: [String] { get }
    /// What it needs beyond the contract.
    var needs: CheckNeeds { get }
    /// Does it.
    var run: @Sendable (inout Shared) async throws -> Void { get }
}

extension StagedStep {
    /// Does the step, and reports what came of it; passes it over where the platform lacks what it needs.
    func performed(on stage: inout Shared) async -> StepReport {
        if let missing = stage.world.missing(for: needs) { return report(.notJudged, reason: missing) }
        stage.recorder = Recorder()
        stage.changes = []
        stage.notes = []
        var verdict = Verdict.pass
        var evidence: Evidence?
        var reason: Sentence?
        do {
            try await run(&stage)
        } catch let interruption as Interruption {
            switch interruption {
            case .failed(let found): (verdict, evidence) = (.fail, found)
            case .precondition(let found): (verdict, evidence) = (.skip, found)
            case .notJudged(let why): (verdict, reason) = (.notJudged, why)
            case .notApplicable(let why): (verdict, reason) = (.notApplicable, why)
            case .inconclusive, .unreachable: (verdict, reason) = (.inconclusive, interruption.undecided)
            }
        } catch {
            verdict = .error
            reason = Sentence("Erreur du certificateur : \(error)", "A mistake of the certifier: \(error)")
        }
        let discretion = Discretion(stage.recorder.exchanges, given: stage.world.secrets)
        return StepReport(
            id: id, actor: actor, sentence: sentence, requirements: requirements, verdict: verdict,
            changes: stage.changes.map(discretion.masking), exchanges: stage.recorder.exchanges,
            evidence: evidence.map(discretion.masking), reason: reason.map(discretion.masking), notes: stage.notes)
    }

    /// The report of a step that was not done.
    func report(_ verdict: Verdict, evidence: Evidence? = nil, reason: Sentence? = nil) -> StepReport {
        StepReport(
            id: id, actor: actor, sentence: sentence, requirements: requirements, verdict: verdict, changes: [],
            exchanges: [], evidence: evidence, reason: reason, notes: [])
    }
}
