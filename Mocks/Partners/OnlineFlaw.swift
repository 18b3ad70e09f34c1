// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A way in which an online platform is broken.
package enum OnlineFlaw: String, CaseIterable, Sendable {
    /// Reads the link as a form, in which a `+` is a blank.
    case readsPlusAsBlank
    /// Sends the e-mail address as it is.
    case sendsPlusAsIs
    /// Trips over a `+`, asks nothing and refuses.
    case tripsOverPlus
    /// Calls the offer `offerId`.
    case misnamesTheOffer
    /// Writes the countermark in small letters.
    case lowersTheCountermark
    /// Shows a form to fill in.
    case wantsAForm
    /// Gives access, and leaves the countermark valid.
    case validatesNothing
    /// Checks alone, and refuses what is valid.
    case refusesWhatIsValid
    /// Gives access to whoever comes, and asks nobody.
    case asksNobody
    /// Validates, and gives access whatever the answer.
    case opensToAnybody
    /// "Already validated" will do.
    case opensForUsed
    /// "Cancelled" will do.
    case opensForCancelled
    /// 404 will do.
    case opensForUnknown
    /// Asks as the partner, with a log-in, and does not look whose countermark it is.
    case ignoresTheAddress
    /// Any answer that is no refusal will do.
    case opensOnFailure
    /// Takes a failure, and no answer, for a refusal.
    case blamesCountermark
    /// Leaves the young person in doubt about every refusal.
    case mumbles
    /// Sends each validation twice, to be sure.
    case sendsEachTwice
    /// Sends a validation again when no answer came.
    case sendsAgain
    /// Takes "already validated" for a refusal, after its own validation whose answer was lost.
    case refusesReadBack

    /// The requirements that must turn red, each with the checks that do; in today's edition, in which the link's e-mail address and offer are
    /// not what is asked with, and small letters will do, those that are left.
    package func turnsRed(today: Bool) -> [String: Set<String>] {
        guard today else { return turnsRed }
        let checks: Set = [
            "online/plus", "online/encoded", "online/parameters", "online/stranger", "online/stranger/told",
        ]
        switch self {
        case .misnamesTheOffer, .ignoresTheAddress, .lowersTheCountermark: return [:]
        default: return turnsRed.mapValues { $0.subtracting(checks) }.filter { !$0.value.isEmpty }
        }
    }

    private var turnsRed: [String: Set<String>] {
        switch self {
        case .readsPlusAsBlank, .sendsPlusAsIs, .tripsOverPlus:
            ["PC-OP-001": ["online/encoded"], "PC-OP-004": ["online/plus"]]
        case .misnamesTheOffer:
            [
                "PC-OP-002": ["online/parameters"], "PC-OP-003": ["online/prefilled"],
                "PC-OP-004": ["online/welcome", "online/plus"], "PC-OP-005": ["online/validated"],
            ]
        case .lowersTheCountermark:
            [
                "PC-OP-003": ["online/prefilled"], "PC-OP-004": ["online/welcome", "online/plus"],
                "PC-OP-005": ["online/validated"],
            ]
        case .wantsAForm: ["PC-OP-004": ["online/welcome", "online/plus"]]
        case .validatesNothing: ["PC-OP-005": ["online/validated"]]
        case .refusesWhatIsValid:
            [
                "PC-OP-004": ["online/welcome", "online/plus"], "PC-OP-005": ["online/validated"],
                "PC-OP-013": Self.each("refused", "halfway", "undone"),
            ]
        case .asksNobody:
            [
                "PC-OP-003": ["online/prefilled"], "PC-OP-005": ["online/validated"], "PC-OP-007": ["online/used"],
                "PC-OP-008": ["online/cancelled"], "PC-OP-009": ["online/unknown"], "PC-OP-010": ["online/stranger"],
                "PC-OP-012": Self.access,
            ]
        case .opensToAnybody:
            [
                "PC-OP-007": ["online/used"], "PC-OP-008": ["online/cancelled"], "PC-OP-009": ["online/unknown"],
                "PC-OP-010": ["online/stranger"], "PC-OP-012": Self.access, "PC-OP-014": Self.told,
            ]
        case .opensForUsed: ["PC-OP-007": ["online/used"], "PC-OP-014": ["online/used/told"]]
        case .opensForCancelled: ["PC-OP-008": ["online/cancelled"], "PC-OP-014": ["online/cancelled/told"]]
        case .opensForUnknown:
            [
                "PC-OP-009": ["online/unknown"], "PC-OP-010": ["online/stranger"],
                "PC-OP-014": ["online/unknown/told", "online/stranger/told"],
            ]
        case .ignoresTheAddress: ["PC-OP-010": ["online/stranger"], "PC-OP-014": ["online/stranger/told"]]
        case .opensOnFailure: ["PC-OP-012": Self.access]
        case .blamesCountermark:
            [
                "PC-OP-011": ["online/lost/refused"],
                "PC-OP-013": Self.each("refused", "failing", "proxy", "reset", "busy", "halfway", "undone"),
            ]
        case .mumbles: ["PC-OP-014": Self.told]
        case .sendsEachTwice:
            [
                "PC-OP-006": Self.each(
                    "once", "link", "failing", "proxy", "reset", "busy", "halfway", "undone", "lost")
            ]
        case .sendsAgain:
            ["PC-OP-006": Self.each("once", "reset", "undone", "lost"), "PC-OP-011": ["online/lost/refused"]]
        case .refusesReadBack: ["PC-OP-011": ["online/lost/refused"]]
        }
    }

    /// The checks that it leaves without a verdict, by the requirement: whoever asks wrongly meets no other answer, whoever does not validate
    /// cannot do it twice.
    package func leavesOpen(today: Bool) -> Set<String> {
        guard today else { return leavesOpen }
        return self == .misnamesTheOffer || self == .lowersTheCountermark
            ? [] : leavesOpen.subtracting(["PC-OP-001", "PC-OP-002"])
    }

    private var leavesOpen: Set<String> {
        switch self {
        case .misnamesTheOffer, .lowersTheCountermark:
            ["PC-OP-006", "PC-OP-007", "PC-OP-008", "PC-OP-011", "PC-OP-012", "PC-OP-013", "PC-OP-014"]
        case .asksNobody: ["PC-OP-001", "PC-OP-002", "PC-OP-006", "PC-OP-011", "PC-OP-013", "PC-OP-014"]
        case .refusesWhatIsValid: ["PC-OP-002", "PC-OP-006", "PC-OP-011"]
        case .validatesNothing: ["PC-OP-002", "PC-OP-006", "PC-OP-011", "PC-OP-013"]
        case .ignoresTheAddress: ["PC-OP-001", "PC-OP-002"]
        default: []
        }
    }

    private static var access: Set<String> { each("access", "failing", "proxy", "reset", "busy") }

    private static var told: Set<String> { each("told", "used", "cancelled", "unknown", "stranger") }

    private static func each(_ check: String, _ scenarios: String...) -> Set<String> {
        Set(scenarios.map { "online/\($0)/\(check)" })
    }
}
