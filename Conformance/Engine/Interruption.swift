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
    /// Nobody listens any more at an address; why, as the client says it, in English.
    case unreachable(String, why: String)
}

extension Interruption {
    /// Why nothing is decided; nil for the other endings.
    var undecided: Sentence? {
        switch self {
        case .inconclusive(let sentence): sentence
        case .unreachable(let base, let why):
            Sentence("\(base) n'est plus joignable : \(why)", "\(base) can no longer be reached: \(why)")
        case .failed, .precondition, .notJudged, .notApplicable: nil
        }
    }

    /// Why no answer came, without the address, which the sentence around it tells.
    static func reason(of error: any Error) -> String {
        switch error {
        case Interruption.failed(let evidence): evidence.seen.english
        case Interruption.unreachable(_, let why): Visible.text(why)
        default: Visible.text("\(error)")
        }
    }
}
