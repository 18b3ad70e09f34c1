// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// What one hand did and was told: kept by itself and added up afterwards, since a common list would order the hands.
struct Tally: Sendable {
    /// How often what was told.
    private(set) var told: [String: Int] = [:]
    /// How often a countermark was said to be validated by the platform's own answer.
    private(set) var validated: [Countermark: Int] = [:]
    /// How often the validation of a countermark was taken back, or may have been.
    private(set) var takenBack: [Countermark: Int] = [:]
    /// What should not be.
    private(set) var troubles: [String] = []

    /// How many calls there were.
    var calls: Int { told.values.reduce(0, +) }

    /// Counts a call by what came of it.
    mutating func tell(_ what: String) { told[what, default: 0] += 1 }

    /// Counts a validation that the platform answered.
    mutating func validate(_ countermark: Countermark) {
        validated[countermark, default: 0] += 1
        tell("validated")
    }

    /// Counts what may have taken a validation back.
    mutating func takeBack(_ countermark: Countermark) {
        takenBack[countermark, default: 0] += 1
        tell("taken back")
    }

    /// Counts how a circuit was found.
    mutating func see(_ circuit: CircuitState) {
        switch circuit {
        case .closed: tell("circuit closed")
        case .halfOpen: tell("circuit half open")
        case .open: tell("circuit open")
        }
    }

    /// Counts a fault.
    mutating func fail(_ error: PassCultureError) { tell(error.code.code) }

    /// Counts a fault of the outbox.
    mutating func fail(_ error: OutboxError) { tell("outbox \(error.code.code)") }

    /// Notes what should not be, in words that tell no countermark.
    mutating func object(_ trouble: String) { troubles.append(trouble) }

    /// Takes in what another hand did.
    mutating func add(_ other: Tally) {
        told.merge(other.told, uniquingKeysWith: +)
        validated.merge(other.validated, uniquingKeysWith: +)
        takenBack.merge(other.takenBack, uniquingKeysWith: +)
        troubles += other.troubles
    }

    /// Objects to every countermark that was validated more often than it was valid.
    mutating func judge(_ scene: String) {
        for (countermark, times) in validated where times > 1 + takenBack[countermark, default: 0] {
            object("\(scene): a countermark was validated \(times) times")
        }
    }
}
