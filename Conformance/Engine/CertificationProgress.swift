// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is told while a run goes on.
public enum CertificationProgress: Sendable {
    /// The plan: how many checks will run, and whether the platform has a control API; nil where there is none to have.
    case planned(checks: Int, hasControl: Bool?)
    /// A check is done.
    case checked(CheckResult, done: Int, of: Int)
}
