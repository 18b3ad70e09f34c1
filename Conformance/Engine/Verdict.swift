// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of one check, or of one requirement.
public enum Verdict: String, Sendable, CaseIterable {
    /// It ran and holds.
    case pass
    /// It ran and does not hold.
    case fail
    /// It ran and does not hold, but nothing more binding than a SHOULD asks for it.
    case warn
    /// What it builds upon did not work, so it could not run.
    case skip
    /// The platform has nothing to which it applies.
    case notApplicable
    /// It needs something that this platform does not offer, a control API for instance.
    case notJudged
    /// It ran and what came back decides nothing.
    case inconclusive
    /// We made a mistake: not the platform's fault, and no pass either.
    case error
}

extension Verdict {
    /// What people call it.
    var name: Sentence {
        switch self {
        case .pass: Sentence("tenu", "passed")
        case .fail: Sentence("non tenu", "failed")
        case .warn: Sentence("non tenu, sans obligation", "does not hold, not binding")
        case .skip: Sentence("sauté", "skipped")
        case .notApplicable: Sentence("sans objet", "not applicable")
        case .notJudged: Sentence("non jugé", "not judged")
        case .inconclusive: Sentence("indécis", "inconclusive")
        case .error: Sentence("erreur du certificateur", "a mistake of the certifier")
        }
    }
}
