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
    /// What is forbidden will do: another structure's, in today's edition what is too early, reimbursed, of a closed structure.
    case handsOverForbidden
    /// Takes any 200 for a validation.
    case takesAnyBody
    /// Takes any answer at all for a validation, but for a refusal.
    case takesAnyAnswer
    /// Takes a failure on the way for a refusal.
    case blamesCountermark
    /// Says that a countermark is valid where no answer of the contract came.
    case checksAnyAnswer
    /// Takes no answer, and one that cannot be read, for a refusal.
    case blamesSilence
    /// Leaves the cashier in doubt about every refusal.
    case mumbles
    /// Sends each validation twice, to be sure.
    case sendsEachTwice
    /// Sends a validation again when its answer cannot be read.
    case sendsAgainUnread
    /// Takes a validation without an answer back by itself.
    case undoesByItself
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
        guard today else { return red }
        if let checks = red["PC-TL-009"] { red["PC-V1-112"] = checks }
        let forbidden = ["PC-V1-115": "till/reimbursed", "PC-V1-116": "till/early", "PC-V1-119": "till/closed"]
        switch self {
        case .checksNothing: for (id, check) in forbidden { red[id] = [check] }
        case .handsOverForbidden: red = forbidden.mapValues { [$0] }
        // There is one answer for what is unknown and for what is another's.
        case .handsOverUnknown:
            red["PC-TL-008"] = ["till/foreign"]
            red["PC-TL-016"] = ["till/unknown/told", "till/foreign/told"]
        // Who has asked too often does not ask again, whatever is pressed.
        case .validatesOnCheck: red["PC-TL-001"]?.remove("till/busy/once")
        case .sendsEachTwice: red["PC-TL-001"]?.remove("till/busy/once")
        case .asksAgain: red = ["PC-V1-105": ["till/busy/again"]]
        case .undoesByItself: red["PC-V1-120"] = ["till/unasked"]
        default: break
        }
        return red
    }

    private var turnsRed: [String: Set<String>] {
        switch self {
        case .validatesOnCheck:
            [
                "PC-TL-001": Self.once("lost", "undone", "reset", "failing", "proxy", "halfway", "busy").union([
                    "till/later"
                ]),
                "PC-TL-004": ["till/check"], "PC-TL-009": ["till/lost/refused"], "PC-TL-014": ["till/validate"],
            ]
        case .checksNothing:
            [
                "PC-TL-002": ["till/used"], "PC-TL-003": ["till/cancelled"], "PC-TL-004": ["till/check"],
                "PC-TL-007": ["till/unknown"], "PC-TL-015": Self.valid,
                "PC-TL-016": ["till/used/told", "till/cancelled/told", "till/unknown/told"],
            ]
        case .checksAnyAnswer: ["PC-TL-015": Self.valid]
        case .typesAsIs: ["PC-TL-005": ["till/typed"]]
        case .wantsABody: ["PC-TL-005": ["till/typed"], "PC-TL-014": ["till/validate"]]
        case .handsOverUsed: ["PC-TL-002": ["till/used"], "PC-TL-016": ["till/used/told"]]
        case .handsOverCancelled: ["PC-TL-003": ["till/cancelled"], "PC-TL-016": ["till/cancelled/told"]]
        case .handsOverUnknown: ["PC-TL-007": ["till/unknown"], "PC-TL-016": ["till/unknown/told"]]
        case .handsOverForbidden: ["PC-TL-008": ["till/foreign"], "PC-TL-016": ["till/foreign/told"]]
        case .mumbles:
            ["PC-TL-016": ["till/used/told", "till/cancelled/told", "till/unknown/told", "till/foreign/told"]]
        case .takesAnyBody: ["PC-TL-012": ["till/malformed/validated", "till/mistyped/validated"]]
        case .takesAnyAnswer:
            [
                "PC-TL-012": [
                    "till/malformed/validated", "till/mistyped/validated", "till/halfway/validated",
                    "till/failing/validated", "till/proxy/validated", "till/busy/validated",
                ]
            ]
        case .blamesCountermark:
            [
                "PC-TL-013": [
                    "till/halfway/refused", "till/failing/refused", "till/proxy/refused", "till/busy/refused",
                ]
            ]
        case .blamesSilence:
            [
                "PC-TL-009": ["till/lost/refused"],
                "PC-TL-013": ["till/undone/refused", "till/reset/refused", "till/cut/refused"],
            ]
        case .sendsEachTwice:
            [
                "PC-TL-001": Self.once(
                    "validate", "lost", "undone", "cut", "malformed", "mistyped", "drops", "halfway", "failing",
                    "proxy",
                    "reset", "busy")
            ]
        case .sendsAgain:
            ["PC-TL-001": Self.once("lost", "undone", "reset", "cut"), "PC-TL-009": ["till/lost/refused"]]
        case .sendsAgainUnread: ["PC-TL-001": Self.once("malformed", "mistyped")]
        case .sendsAgainOnFailure: ["PC-TL-001": Self.once("failing", "proxy", "halfway")]
        case .sendsAgainLater: ["PC-TL-001": ["till/later"]]
        case .takesSilence:
            [
                "PC-TL-010": ["till/undone/validated", "till/reset/validated"], "PC-TL-011": ["till/lost/certain"],
                "PC-TL-012": ["till/cut/validated"],
            ]
        case .takesReadBack: ["PC-TL-011": ["till/lost/certain"]]
        case .refusesReadBack: ["PC-TL-009": ["till/lost/refused"]]
        case .asksAgain: ["PC-TL-001": Self.once("busy")]
        case .undoesByItself: [:]
        }
    }

    private static func once(_ scenarios: String...) -> Set<String> { Set(scenarios.map { "till/\($0)/once" }) }

    private static var valid: Set<String> {
        ["till/failing/valid", "till/proxy/valid", "till/reset/valid", "till/busy/valid"]
    }
}
