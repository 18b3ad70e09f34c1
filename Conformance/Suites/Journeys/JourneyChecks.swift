// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The journeys as checks of the platform suite: one check a step, and one for the journey as a whole.
enum JourneyChecks {
    static let all: [Check] = Journey.all.flatMap { steps(of: $0, $0.steps) + [whole($0)] }

    /// The same for the journeys of today's edition.
    static let publicV1: [Check] = PublicJourney.all.flatMap { journey in
        let needs = journey.steps.reduce(into: CheckNeeds()) { $0.formUnion($1.needs) }
        return steps(of: journey, journey.steps) + [whole(journey, needs: needs)]
    }

    /// Passes only when every step was done and held; without control API some steps are not, and it is not judged.
    static func whole(_ journey: some PlayableJourney, needs: CheckNeeds = .timeTravel) -> Check {
        Check("journey/\(journey.id)", journey.requirements, journey.title, needs: needs) { probe in
            let result = await probe.world.journeys.result(of: journey, in: probe.world)
            for note in result.steps.flatMap(\.notes) { probe.saw(note.divergence, note.side) }
            guard !result.isDone, let first = result.steps.first(where: { $0.verdict != .pass }) else { return }
            try conclude(result.stopped ?? first, of: result)
        }
    }

    /// One check for each step that judges a requirement.
    static func steps(of journey: some PlayableJourney, _ steps: [some StagedStep]) -> [Check] {
        steps.filter { !$0.requirements.isEmpty }.map { step in
            Check("journey/\(journey.id)/\(step.id)", step.requirements, step.sentence, needs: step.needs) { probe in
                let result = await probe.world.journeys.result(of: journey, in: probe.world)
                guard let report = result.steps.first(where: { $0.id == step.id }) else { return }
                for exchange in report.exchanges { probe.recorder.keep(exchange) }
                for note in report.notes { probe.saw(note.divergence, note.side) }
                try conclude(report, of: result)
            }
        }
    }

    /// Throws what a step came to, unless it passed.
    private static func conclude(_ report: StepReport, of result: JourneyResult) throws {
        switch report.verdict {
        case .pass: return
        case .fail, .warn: throw Interruption.failed(report.evidence ?? nothingSeen)
        case .skip: throw Interruption.precondition(result.stopped?.evidence ?? report.evidence ?? nothingSeen)
        case .notJudged: throw Interruption.notJudged(report.reason ?? World.needsControl)
        case .notApplicable: throw Interruption.notApplicable(report.reason ?? report.sentence)
        case .inconclusive, .error: throw Interruption.inconclusive(report.reason ?? report.sentence)
        }
    }

    private static let nothingSeen = Evidence(expected: "the steps before this one to work", seen: "one did not")
}
