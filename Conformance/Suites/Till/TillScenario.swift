// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Something that happens at a till: one countermark, and the buttons that are pressed for it.
///
/// The countermarks are the magic ones of the local platform, which answer in the same way in both editions, and some that its seed made,
/// which are known once the platform is.
public struct TillScenario: Sendable, Hashable {
    /// The name by which checks know it.
    public let id: String
    /// The countermark.
    public private(set) var code: String
    /// How the countermark is typed.
    public private(set) var typed: String
    /// What is pressed, in order.
    public let acts: [TillAct]
    /// What the platform must have answered at least once for the scenario to have taken place; 0 is no answer.
    let statuses: Set<Int>
    /// The state of the seed's countermark that is taken, and which of them; nil for a magic one.
    private var wanted: Wanted?
    /// Whether the platform takes ten seconds to answer.
    var isSlow = false
    /// Whether the till is watched for a while when its last button is answered: it may send again behind the cashier's back.
    var isWatched = false
    /// With what status the platform is told to fail at validations alone, if it is.
    var failsValidationWith: Int?

    /// How long to wait for the end of what is slow: ten seconds, and a little.
    static let slowness = Span.seconds(12)

    /// Which countermark of the seed is wanted.
    private struct Wanted: Hashable {
        let state: String
        let place: Int
        let isGrouped: Bool
    }

    /// With a magic countermark.
    private init(_ id: String, _ code: String, _ acts: [TillAct], _ statuses: Set<Int>) {
        self.id = id
        self.code = code
        typed = code
        self.acts = acts
        self.statuses = statuses
    }

    /// With a countermark of the seed in a state, the first one unless told; `isGrouped` types it as people do, `ly sy-u9`.
    private init(
        _ id: String, of state: String, at place: Int = 0, _ acts: [TillAct], _ statuses: Set<Int>,
        isGrouped: Bool = false
    ) {
        self.init(id, "", acts, statuses)
        wanted = Wanted(state: state, place: place, isGrouped: isGrouped)
    }

    /// The scenario with its countermark; nothing if the platform has none in that state.
    func with(_ countermarks: [String: [String]]) -> TillScenario? {
        guard let wanted else { return self }
        guard let known = countermarks[wanted.state], known.indices.contains(wanted.place) else { return nil }
        var scenario = self
        scenario.code = known[wanted.place]
        let letters = Array(scenario.code.lowercased())
        let groups = [letters.prefix(2), letters.dropFirst(2).prefix(2), letters.dropFirst(4)].map { String($0) }
        scenario.typed = wanted.isGrouped ? "\(groups[0]) \(groups[1])-\(groups[2])" : scenario.code
        return scenario
    }

    private func slow() -> TillScenario {
        var scenario = self
        scenario.isSlow = true
        return scenario
    }

    private func watched() -> TillScenario {
        var scenario = self
        scenario.isWatched = true
        return scenario
    }

    private func failingValidation(with status: Int) -> TillScenario {
        var scenario = self
        scenario.failsValidationWith = status
        return scenario
    }

    /// A valid countermark is checked, and left alone.
    static let check = TillScenario("check", of: "valid", [.check], [200, 204])
    /// A valid countermark is validated.
    static let validate = TillScenario("validate", of: "valid", [.validate], [200, 204, 410])
    /// It is typed as people do, in small letters and in groups.
    static let typed = TillScenario("typed", of: "valid", at: 1, [.validate], [200, 204, 404, 410], isGrouped: true)
    /// An event that can still be cancelled.
    static let early = TillScenario("early", of: "too-early", [.check, .validate], [403])
    /// A booking that was paid for.
    static let reimbursed = TillScenario("reimbursed", of: "reimbursed", [.check, .validate], [403])
    /// A booking of a structure that is closed.
    static let closed = TillScenario("closed", of: "closed", [.check, .validate], [403])
    /// Reading works, and validating fails.
    static let halfway = TillScenario("halfway", "MAGEVA", [.check, .validate], [500])
        .failingValidation(with: 500).watched()
    /// The answers come byte by byte.
    static let drops = TillScenario("drops", "MAGEGU", [.validate], [200, 204])
    /// A countermark that was validated before.
    static let used = TillScenario("used", "MAGEDE", [.check, .validate], [410])
    /// One whose booking was cancelled.
    static let cancelled = TillScenario("cancelled", "MAGECA", [.check, .validate], [410])
    /// One that nobody knows.
    static let unknown = TillScenario("unknown", "MAGENE", [.check, .validate], [404])
    /// One of another structure.
    static let foreign = TillScenario("foreign", "MAGEAU", [.validate], [403, 404])
    /// The answer breaks off in its body.
    static let cut = TillScenario("cut", "MAGECU", [.validate], [200]).watched()
    /// The answer is 200 and broken JSON.
    static let malformed = TillScenario("malformed", "MAGEJM", [.validate], [200]).watched()
    /// The answer is 200 and calls itself HTML.
    static let mistyped = TillScenario("mistyped", "MAGETY", [.validate], [200]).watched()
    /// The validation is done, and its answer lost.
    static let lost = TillScenario("lost", "MAGEPE", [.check, .validate], [0]).watched()
    /// The validation is not done, and its answer lost.
    static let undone = TillScenario("undone", "MAGEPA", [.check, .validate], [0]).watched()
    /// The connection is reset.
    static let reset = TillScenario("reset", "MAGERE", [.check, .validate], [0]).watched()
    /// The service fails.
    static let failing = TillScenario("failing", "MAGE5A", [.check, .validate], [500]).watched()
    /// A proxy answers in its place.
    static let proxy = TillScenario("proxy", "MAGEHM", [.check, .validate], [502]).watched()
    /// The platform takes ten seconds.
    static let slow = TillScenario("slow", "MAGELE", [.validate], [200, 204]).slow()
    /// Too many calls.
    static let busy = TillScenario("busy", "MAGE4M", [.check, .validate], [429]).watched()
}
