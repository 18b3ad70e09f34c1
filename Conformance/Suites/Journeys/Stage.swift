// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a journey carries from step to step, whatever its edition: the platform, what the current step did, the money at the end.
protocol Stage: Sendable {
    /// The platform, or the copy of it that this journey has for itself.
    var world: World { get }
    /// What the current step sends and receives.
    var recorder: Recorder { get set }
    /// What changed in the current step.
    var changes: [Sentence] { get set }
    /// The divergences met in the current step.
    var notes: [DivergenceNote] { get set }
    /// The money at the end.
    var money: MoneySummary { get }

    /// The stage before the first step.
    init(world: World)
}

extension Stage {
    /// The way to the platform.
    var wire: Wire { Wire(world: world, recorder: recorder) }
    /// The control API.
    var control: Control { Control(wire: wire) }

    /// Tells something that changed.
    mutating func tell(_ french: String, _ english: String) {
        changes.append(Sentence(french, english))
    }

    /// What to throw when something is not as expected, with the last exchange as its command line.
    func failure(_ expected: String, _ seen: String) -> Interruption {
        .failed(Evidence(expected: expected, seen: seen, curl: recorder.exchanges.last?.curl))
    }

    /// Demands that something holds.
    func require(_ condition: Bool, _ expected: String, _ seen: @autoclosure () -> String) throws {
        guard condition else { throw failure(expected, seen()) }
    }
}
