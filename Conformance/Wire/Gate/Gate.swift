// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where countermarks are presented, under test: a till, or the door of an online platform. Somebody or something presents one there, and
/// tells what was told upon it.
public protocol Gate: Sendable {
    /// Whether it is the same till or platform in all scenarios, which may do later what it was asked before.
    var goesOn: Bool { get }

    /// Begins a scenario: where it can be, with a gate that has forgotten those before.
    func begin(_ scenario: GateScenario) async throws(GateTrouble)

    /// Does something there as a cashier or a young person would, and waits for what it says.
    ///
    /// - Parameters:
    ///   - act: the button, or the link that is followed.
    ///   - shown: the countermark as it is typed, or the link.
    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer

    /// Ends the scenario.
    func end() async
}

/// What is done at a gate. Of a till's buttons, to check (*vérifier*) is not to validate (*valider*).
public enum GateAct: String, Sendable, Hashable, CaseIterable {
    /// Asks whether a countermark is valid, and changes nothing.
    case check
    /// Uses it up.
    case validate
    /// Follows the link of a digital offer to the online platform.
    case follow
}

/// What a till told the cashier, or an online platform the young person.
public struct GateAnswer: Sendable, Hashable {
    /// What it comes to.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// The good is handed over, or access given: it is valid, or validated.
        case good
        /// Nothing is handed over, no access given: the countermark is refused.
        case refused
        /// Not known yet: neither is said, and what to do about it.
        case open
    }

    /// What it comes to.
    public let meaning: Meaning
    /// The gate's own words, for the report; empty where nobody noted them.
    public let words: String

    /// An answer in the gate's own words.
    public init(_ meaning: Meaning, _ words: String = "") {
        self.meaning = meaning
        self.words = words
    }
}

/// Why there is no answer of a gate.
public enum GateTrouble: Error, Sendable, Hashable {
    /// It could not be begun: nothing was asked of it.
    case notBegun(Sentence)
    /// It ended, hung, or said what cannot be understood.
    case broken(Sentence)
    /// Whoever is at it passed the scenario over, or went away.
    case passedOver(Sentence)

    /// Somebody ended the run.
    static let brokenOff = GateTrouble.passedOver(Sentence("Interrompu.", "Broken off."))
}
