// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Something that happens at a till: one countermark, and the buttons that are pressed for it.
///
/// The countermarks are the magic ones of the local platform, which answer in the same way in both editions.
public struct TillScenario: Sendable, Hashable {
    /// The name by which checks know it.
    public let id: String
    /// The countermark.
    public let code: String
    /// How the countermark is typed.
    public let typed: String
    /// What is pressed, in order.
    public let acts: [TillAct]
    /// What the platform must have answered at least once for the scenario to have taken place; 0 is no answer.
    let statuses: Set<Int>
    /// Whether the platform takes ten seconds to answer.
    let isSlow: Bool
    /// Whether the till is watched for a while when its last button is answered: it may send again behind the cashier's back.
    let isWatched: Bool

    /// How long to wait for the end of what is slow: ten seconds, and a little.
    static let slowness = Span.seconds(12)

    /// A countermark of the platform that today's edition refuses with 403: checked, and then validated all the same.
    static func forbidden(_ name: String, _ code: String) -> TillScenario {
        TillScenario(name, code, [.check, .validate], [403])
    }

    /// A valid countermark of the platform, typed as people do, in small letters and in groups: `ly sy-u9`.
    static func typed(_ code: String) -> TillScenario {
        let letters = Array(code.lowercased())
        let groups = [letters.prefix(2), letters.dropFirst(2).prefix(2), letters.dropFirst(4)].map { String($0) }
        return TillScenario("typed", code, [.validate], [204], typed: "\(groups[0]) \(groups[1])-\(groups[2])")
    }

    private init(
        _ id: String, _ code: String, _ acts: [TillAct], _ statuses: Set<Int>, typed: String? = nil,
        isSlow: Bool = false, isWatched: Bool = false
    ) {
        self.id = id
        self.code = code
        self.typed = typed ?? code
        self.acts = acts
        self.statuses = statuses
        self.isSlow = isSlow
        self.isWatched = isWatched
    }

    /// A valid countermark is checked, and left alone.
    static let check = TillScenario("check", "MAGEVA", [.check], [200, 204])
    /// A valid countermark is validated.
    static let validate = TillScenario("validate", "MAGEVA", [.validate], [204])
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
    static let cut = TillScenario("cut", "MAGECU", [.validate], [200])
    /// The answer is 200 and broken JSON.
    static let malformed = TillScenario("malformed", "MAGEJM", [.validate], [200])
    /// The answer is 200 and calls itself HTML.
    static let mistyped = TillScenario("mistyped", "MAGETY", [.validate], [200])
    /// The validation is done, and its answer lost.
    static let lost = TillScenario("lost", "MAGEPE", [.check, .validate], [0], isWatched: true)
    /// The validation is not done, and its answer lost.
    static let undone = TillScenario("undone", "MAGEPA", [.check, .validate], [0], isWatched: true)
    /// The connection is reset.
    static let reset = TillScenario("reset", "MAGERE", [.check, .validate], [0])
    /// The service fails.
    static let failing = TillScenario("failing", "MAGE5A", [.check, .validate], [500])
    /// A proxy answers in its place.
    static let proxy = TillScenario("proxy", "MAGEHM", [.check, .validate], [502])
    /// The platform takes ten seconds.
    static let slow = TillScenario("slow", "MAGELE", [.validate], [200, 204], isSlow: true)
    /// Too many calls.
    static let busy = TillScenario("busy", "MAGE4M", [.check, .validate], [429])
}
