// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How binding a requirement is.
public enum RequirementLevel: String, Sendable, CaseIterable {
    /// Breaking it breaks partners: a failure fails the run.
    case must = "MUST"
    /// Expected of everybody; departing from it is told as a warning.
    case should = "SHOULD"
    /// Allowed; only reported.
    case may = "MAY"
}
