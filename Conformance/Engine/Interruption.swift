// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

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

extension Interruption {
    /// What an address that cannot be reached ends a walk with.
    static func unreachable(_ base: String, _ why: String) -> Interruption {
        .inconclusive(
            Sentence("\(base)\(unreachable.french)\(why)", "\(base)\(unreachable.english)\(why)"))
    }

    /// Why no answer came, as the client says it, in English: without the address, which the sentence around it tells.
    static func reason(of error: any Error) -> String {
        switch error {
        case Interruption.failed(let evidence): evidence.seen
        case Interruption.inconclusive(let sentence):
            Visible.text(sentence.english.split(separator: unreachable.english, maxSplits: 1).last ?? "-")
        default: Visible.text("\(error)")
        }
    }

    private static let unreachable = Sentence(" n'est plus joignable : ", " can no longer be reached: ")
}
