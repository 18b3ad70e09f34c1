// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A partner's life with the pass Culture, of either edition, which can be played and told.
public protocol PlayableJourney: Sendable {
    /// Its name: `books`.
    var id: String { get }
    /// The contract that it goes by.
    var edition: ContractEdition { get }
    /// What it tells.
    var title: Sentence { get }
    /// The requirements that it judges as a whole, when every step is done.
    var requirements: [String] { get }

    /// Runs it on a copy of the platform when there is a control API, and on the platform itself otherwise.
    ///
    /// - Parameters:
    ///   - world: the platform; see ``World/open(_:)``.
    ///   - progress: called after each step.
    func run(world: World, progress: @escaping @Sendable (StepReport) -> Void) async -> JourneyResult
}

extension PlayableJourney {
    /// Plays steps one after the other until one stops the journey.
    func play<Step: StagedStep>(
        _ steps: [Step], world: World, progress: @Sendable (StepReport) -> Void
    ) async -> JourneyResult {
        let start = SystemClock.monotonic()
        let backstage = Control(wire: Wire(world: world, recorder: Recorder()))
        var fork: (id: String, base: String)?
        var broken: (verdict: Verdict, evidence: Evidence?, reason: Sentence)?
        if world.hasControl {
            do {
                fork = try await backstage.fork()
            } catch Interruption.precondition(let evidence), Interruption.failed(let evidence) {
                broken = (.skip, evidence, Self.noCopy)
            } catch let interruption as Interruption where interruption.undecided != nil {
                broken = interruption.undecided.map { (.inconclusive, nil, $0) }
            } catch {
                broken = (.skip, Evidence(expected: "a copy of the platform", seen: "\(error)"), Self.noCopy)
            }
        }
        var stage = Step.Shared(world: fork.map { world.at($0.base) } ?? world)
        var reports: [StepReport] = []
        var isStopped = false
        for step in steps {
            let report: StepReport
            if isStopped {
                report = step.report(.skip)
            } else if let broken {
                report = step.report(broken.verdict, evidence: broken.evidence, reason: broken.reason)
            } else {
                report = await step.performed(on: &stage)
            }
            isStopped = isStopped || ![.pass, .notJudged].contains(report.verdict)
            reports.append(report)
            progress(report)
        }
        if let fork { try? await backstage.endFork(fork.id) }
        let notes = reports.flatMap { $0.notes.map { ($0.divergence, $0.side) } }
        return JourneyResult(
            id: id, edition: edition, title: title, steps: reports, money: stage.money, profile: ProfileSeen(notes),
            milliseconds: (SystemClock.monotonic() - start).microseconds / 1_000)
    }

    private static var noCopy: Sentence {
        Sentence(
            "La plateforme n'a pas donné de copie d'elle-même (POST /_control/forks).",
            "The platform gave no copy of itself (POST /_control/forks).")
    }
}
