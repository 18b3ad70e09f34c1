// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A way in which a till is broken.
package enum TillFlaw: String, CaseIterable, Sendable {
    /// Validates where it should only check.
    case validatesOnCheck
    /// Says that a countermark is valid without asking.
    case checksNothing
    /// Sends what was typed.
    case typesAsIs
    /// Wants a body in the answer to a validation.
    case wantsABody
    /// "Already validated" will do.
    case handsOverUsed
    /// "Cancelled" will do.
    case handsOverCancelled
    /// 404 will do.
    case handsOverUnknown
    /// What belongs to another structure will do.
    case handsOverForeign
    /// Takes any 200 for a validation.
    case takesAnyBody
    /// Takes any answer at all for a validation, but for a refusal.
    case takesAnyAnswer
    /// Takes a failure on the way for a refusal.
    case blamesCountermark
    /// Sends a validation again when no answer came.
    case sendsAgain
    /// Sends a validation again when the service fails.
    case sendsAgainOnFailure
    /// Sends what got no answer again when the next customer comes.
    case sendsAgainLater
    /// Takes no answer for a validation.
    case takesSilence
    /// Takes "already validated" for its own doing.
    case takesReadBack
    /// Takes "already validated" for a refusal, whoever validated.
    case refusesReadBack
    /// Asks again at once when it asked too often.
    case asksAgain

    /// The requirements that must turn red, each with the checks that do; those of today's edition beside those of 2018.
    package func turnsRed(today: Bool) -> [String: Set<String>] {
        var red = turnsRed
        if today, let checks = red["PC-TL-009"] { red["PC-V1-112"] = checks }
        // Today's edition has one answer for what is unknown and for what is another's.
        if today, self == .handsOverUnknown { red["PC-TL-008"] = ["till/foreign"] }
        if today, self == .handsOverForeign { red = [:] }
        if today, self == .asksAgain { red["PC-V1-105"] = ["till/busy/again"] }
        return red
    }

    private var turnsRed: [String: Set<String>] {
        switch self {
        case .validatesOnCheck:
            [
                "PC-TL-004": ["till/check"], "PC-TL-001": ["till/lost/once", "till/undone/once"],
                "PC-TL-009": ["till/lost/refused"],
            ]
        case .checksNothing:
            [
                "PC-TL-004": ["till/check"], "PC-TL-002": ["till/used"], "PC-TL-003": ["till/cancelled"],
                "PC-TL-007": ["till/unknown"],
            ]
        case .typesAsIs: ["PC-TL-005": ["till/typed"]]
        case .wantsABody: ["PC-TL-014": ["till/validate"], "PC-TL-005": ["till/typed"]]
        case .handsOverUsed: ["PC-TL-002": ["till/used"]]
        case .handsOverCancelled: ["PC-TL-003": ["till/cancelled"]]
        case .handsOverUnknown: ["PC-TL-007": ["till/unknown"]]
        case .handsOverForeign: ["PC-TL-008": ["till/foreign"]]
        case .takesAnyBody: ["PC-TL-012": ["till/malformed/validated", "till/mistyped/validated"]]
        case .takesAnyAnswer:
            [
                "PC-TL-012": [
                    "till/malformed/validated", "till/mistyped/validated", "till/failing/validated",
                    "till/proxy/validated", "till/busy/validated",
                ]
            ]
        case .blamesCountermark:
            ["PC-TL-013": ["till/failing/refused", "till/proxy/refused", "till/busy/refused"]]
        case .sendsAgain:
            [
                "PC-TL-001": ["till/lost/once", "till/undone/once", "till/reset/once"],
                "PC-TL-009": ["till/lost/refused"],
            ]
        case .sendsAgainOnFailure: ["PC-TL-001": ["till/failing/once", "till/proxy/once"]]
        case .sendsAgainLater: ["PC-TL-001": ["till/later"]]
        case .takesSilence:
            [
                "PC-TL-010": ["till/undone/validated", "till/reset/validated"], "PC-TL-011": ["till/lost/certain"],
                "PC-TL-012": ["till/cut/validated"],
            ]
        case .takesReadBack: ["PC-TL-011": ["till/lost/certain"]]
        case .refusesReadBack: ["PC-TL-009": ["till/lost/refused"]]
        case .asksAgain: [:]
        }
    }
}
