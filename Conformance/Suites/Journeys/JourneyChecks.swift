// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The journeys as checks of the platform suite: one check a step.
enum JourneyChecks {
    static let all: [Check] = Journey.all.flatMap { journey in
        journey.steps.filter { !$0.requirements.isEmpty }.map { step in
            Check("journey/\(journey.id)/\(step.id)", step.requirements, step.sentence, needs: step.needs) { probe in
                let result = await probe.world.journeys.result(of: journey, in: probe.world)
                guard let report = result.steps.first(where: { $0.id == step.id }) else { return }
                for exchange in report.exchanges { probe.recorder.keep(exchange) }
                for note in report.notes { probe.saw(note.divergence, note.side) }
                switch report.verdict {
                case .pass: return
                case .fail, .warn: throw Interruption.failed(report.evidence ?? JourneyChecks.nothingSeen)
                case .skip:
                    let cause = result.stopped?.evidence ?? report.evidence ?? JourneyChecks.nothingSeen
                    throw Interruption.precondition(cause)
                case .notJudged: throw Interruption.notJudged(report.reason ?? CheckRunner.needsControl)
                case .notApplicable: throw Interruption.notApplicable(report.reason ?? report.sentence)
                case .inconclusive, .error: throw Interruption.inconclusive(report.reason ?? report.sentence)
                }
            }
        }
    }

    private static let nothingSeen = Evidence(expected: "the steps before this one to work", seen: "one did not")
}
