// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of one check.
public struct CheckResult: Sendable {
    /// The name of the check.
    public let id: String
    /// What it tried.
    public let title: Sentence
    /// The requirements that it judges.
    public let requirements: [String]
    /// What came of it.
    public let verdict: Verdict
    /// What a failure shows; also set when a preparation did not work.
    public let evidence: Evidence?
    /// Why it was not judged, does not apply or decides nothing; also the words of an error of ours.
    public let reason: Sentence?
    /// The divergences met on the way, and the side the platform takes.
    public let notes: [DivergenceNote]
    /// How many requests it sent.
    public let requests: Int
    /// How long it took, in milliseconds.
    public let milliseconds: Int64
}
