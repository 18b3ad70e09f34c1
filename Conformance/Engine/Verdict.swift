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
