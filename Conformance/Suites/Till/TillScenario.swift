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
    /// Whether the platform takes ten seconds to answer.
    var isSlow = false

    /// How long to wait for the end of what is slow: ten seconds, and a little.
    static let slowness = Span.seconds(12)

    private init(_ id: String, _ code: String, _ acts: [TillAct], typed: String? = nil) {
        self.id = id
        self.code = code
        self.typed = typed ?? code
        self.acts = acts
    }

    /// A valid countermark is checked, and left alone.
    static let check = TillScenario("check", "MAGEVA", [.check])
    /// A valid countermark is validated.
    static let validate = TillScenario("validate", "MAGEVA", [.validate])
    /// It is typed as people do, in small letters and in groups.
    static let typed = TillScenario("typed", "MAGEVA", [.validate], typed: "ma ge-va")
    /// The answers come byte by byte.
    static let drops = TillScenario("drops", "MAGEGU", [.validate])
    /// A countermark that was validated before.
    static let used = TillScenario("used", "MAGEDE", [.check, .validate])
    /// One whose booking was cancelled.
    static let cancelled = TillScenario("cancelled", "MAGECA", [.check, .validate])
    /// One that nobody knows.
    static let unknown = TillScenario("unknown", "MAGENE", [.check, .validate])
    /// One of another structure.
    static let foreign = TillScenario("foreign", "MAGEAU", [.validate])
    /// The answer breaks off in its body.
    static let cut = TillScenario("cut", "MAGECU", [.validate])
    /// The answer is 200 and broken JSON.
    static let malformed = TillScenario("malformed", "MAGEJM", [.validate])
    /// The answer is 200 and calls itself HTML.
    static let mistyped = TillScenario("mistyped", "MAGETY", [.validate])
    /// The validation is done, and its answer lost.
    static let lost = TillScenario("lost", "MAGEPE", [.check, .validate])
    /// The validation is not done, and its answer lost.
    static let undone = TillScenario("undone", "MAGEPA", [.check, .validate])
    /// The connection is reset.
    static let reset = TillScenario("reset", "MAGERE", [.validate])
    /// The service fails.
    static let failing = TillScenario("failing", "MAGE5A", [.validate])
    /// A proxy answers in its place.
    static let proxy = TillScenario("proxy", "MAGEHM", [.validate])
    /// The platform takes ten seconds.
    static let slow: TillScenario = {
        var scenario = TillScenario("slow", "MAGELE", [.validate])
        scenario.isSlow = true
        return scenario
    }()
    /// Too many calls.
    static let busy = TillScenario("busy", "MAGE4M", [.validate])
}
