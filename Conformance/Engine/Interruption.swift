// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a check ended before its last line; thrown by expectations and preparations.
enum Interruption: Error, Sendable {
    /// The platform does not do what is required.
    case failed(Evidence)
    /// A preparation did not work: the requirement itself was not reached.
    case precondition(Evidence)
    /// The platform does not offer what judging takes.
    case notJudged(Sentence)
    /// There is nothing to which the requirement applies.
    case notApplicable(Sentence)
    /// What came back decides nothing.
    case inconclusive(Sentence)
}
