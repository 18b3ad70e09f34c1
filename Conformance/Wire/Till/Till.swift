// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A till under test: somebody or something that types a countermark into it, and tells what it told the cashier.
public protocol Till: Sendable {
    /// Whether it is the same till in all scenarios, which may do later what it was asked before.
    var goesOn: Bool { get }

    /// Begins a scenario: where it can be, with a till that has forgotten those before.
    func begin(_ scenario: TillScenario) async throws(TillTrouble)

    /// Does something at the till as a cashier would, and waits for what it says.
    ///
    /// - Parameters:
    ///   - act: the button.
    ///   - typed: the countermark as it is typed.
    func perform(_ act: TillAct, typing typed: String) async throws(TillTrouble) -> TillAnswer

    /// Ends the scenario.
    func end() async
}

/// A button of a till: to check (*vérifier*) is not to validate (*valider*).
public enum TillAct: String, Sendable, Hashable, CaseIterable {
    /// Asks whether a countermark is valid, and changes nothing.
    case check
    /// Uses it up.
    case validate
}

/// What a till told the cashier.
public struct TillAnswer: Sendable, Hashable {
    /// What the cashier does upon it.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// Hands the good over: it is valid, or validated.
        case good
        /// Hands nothing over: the countermark is refused.
        case refused
        /// Does not know yet: the till says neither, and what to do about it.
        case open
    }

    /// What the cashier does upon it.
    public let meaning: Meaning
    /// The till's own words, for the report; empty where nobody noted them.
    public let words: String

    /// An answer in the till's own words.
    public init(_ meaning: Meaning, _ words: String = "") {
        self.meaning = meaning
        self.words = words
    }
}

/// Why there is no answer of a till.
public enum TillTrouble: Error, Sendable, Hashable {
    /// It could not be begun: nothing was asked of it.
    case notBegun(Sentence)
    /// It ended, hung, or said what cannot be understood; in English, as what is seen is.
    case broken(String)
    /// Whoever sits at it passed the scenario over, or went away.
    case passedOver(Sentence)

    /// Somebody ended the run.
    static let brokenOff = TillTrouble.passedOver(Sentence("Interrompu.", "Broken off."))
}
