// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// What a failure means for a request that changes something.

extension TransportFailure {
    /// What it means when nothing was sent.
    var faultOfUnsent: PassCultureError.Code {
        switch code {
        case .cancelled: .cancelled
        case .serviceDown: .serviceDown
        case .tooManyRequests: .tooManyRequests
        default: .neverSent
        }
    }

    /// How the answer was lost, when something may have been sent.
    var causeOfLoss: UnknownValidation.Cause {
        switch code {
        case .answerCutShort: .answerCutShort
        case .answerTooLarge: .answerTooLarge
        case .answerMalformed: .answerMalformed
        case .cancelled: .cancelled
        default: .noAnswer
        }
    }
}
