// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A partner's life with the pass Culture in one category, from account to reimbursement.
///
/// The same steps are told by the command line and judged by the platform suite.
public struct Journey: Sendable {
    /// Its name: `books`.
    public let id: String
    /// Its category.
    public let category: Category
    /// What it tells.
    public let title: Sentence
    /// The requirements that it judges as a whole, when every step is done.
    public var requirements: [String] = []
    /// Its steps, in order.
    public let steps: [JourneyStep]

    /// The five journeys, in the order of the guide.
    public static let all: [Journey] = [.cinema, .books, .show, .practice, .digital]

    /// Runs it on a copy of the platform when there is a control API, and on the platform itself otherwise.
    ///
    /// - Parameters:
    ///   - world: the platform; see ``World/open(_:)``.
    ///   - progress: called after each step.
    public func run(
        world: World, progress: @escaping @Sendable (StepReport) -> Void = { _ in }
    ) async -> JourneyResult {
        let start = SystemClock.monotonic()
        let preparation = Recorder()
        let backstage = Control(wire: Wire(world: world, recorder: preparation))
        var fork: (id: String, base: String)?
        var broken: Evidence?
        if world.hasControl {
            do {
                fork = try await backstage.fork()
            } catch Interruption.precondition(let evidence) {
                broken = evidence
            } catch {
                broken = Evidence(expected: "a copy of the platform", seen: "\(error)")
            }
        }
        var play = Play(world: fork.map { world.at($0.base) } ?? world)
        var reports: [StepReport] = []
        var isStopped = false
        for step in steps {
            let report: StepReport
            if isStopped {
                report = Journey.report(step, .skip)
            } else if let evidence = broken {
                report = Journey.report(step, .skip, evidence: evidence, reason: Journey.noCopy)
            } else {
                report = await Journey.perform(step, in: &play)
            }
            isStopped = isStopped || ![.pass, .notJudged].contains(report.verdict)
            reports.append(report)
            progress(report)
        }
        if let fork { try? await backstage.endFork(fork.id) }
        let notes = reports.flatMap { $0.notes.map { ($0.divergence, $0.side) } }
        return JourneyResult(
            id: id, title: title, steps: reports, money: play.money, profile: ProfileSeen(notes),
            milliseconds: (SystemClock.monotonic() - start).microseconds / 1_000)
    }

    private static let noCopy = Sentence(
        "La plateforme n'a pas donné de copie d'elle-même (POST /_control/forks).",
        "The platform gave no copy of itself (POST /_control/forks).")

    private static func perform(_ step: JourneyStep, in play: inout Play) async -> StepReport {
        guard step.needs.isEmpty || play.world.hasControl else {
            return report(step, .notJudged, reason: CheckRunner.needsControl)
        }
        play.recorder = Recorder()
        play.changes = []
        play.notes = []
        var verdict = Verdict.pass
        var evidence: Evidence?
        var reason: Sentence?
        do {
            try await step.run(&play)
        } catch let interruption as Interruption {
            switch interruption {
            case .failed(let found): (verdict, evidence) = (.fail, found)
            case .precondition(let found): (verdict, evidence) = (.skip, found)
            case .notJudged(let why): (verdict, reason) = (.notJudged, why)
            case .notApplicable(let why): (verdict, reason) = (.notApplicable, why)
            case .inconclusive(let why): (verdict, reason) = (.inconclusive, why)
            }
        } catch {
            verdict = .error
            reason = Sentence("Erreur du certificateur : \(error)", "A mistake of the certifier: \(error)")
        }
        let discretion = Discretion(play.recorder.exchanges)
        return StepReport(
            id: step.id, actor: step.actor, sentence: step.sentence, requirements: step.requirements, verdict: verdict,
            changes: play.changes.map(discretion.masking), exchanges: play.recorder.exchanges,
            evidence: evidence.map(discretion.masking), reason: reason.map(discretion.masking), notes: play.notes)
    }

    private static func report(
        _ step: JourneyStep, _ verdict: Verdict, evidence: Evidence? = nil, reason: Sentence? = nil
    ) -> StepReport {
        StepReport(
            id: step.id, actor: step.actor, sentence: step.sentence, requirements: step.requirements, verdict: verdict,
            changes: [], exchanges: [], evidence: evidence, reason: reason, notes: [])
    }
}
