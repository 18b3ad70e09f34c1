// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a validation ends as, by the attempt as it was last written down.
extension DeskMachine {
    /// What nobody knows the end of.
    var unsettled: Result<Outcome, PassCultureError> { .success(.unknown(Unsettled(attempt))) }

    /// What goes on waiting, as the platform has said that it is not applied.
    var waiting: Result<Outcome, PassCultureError> {
        .success(.provisional(Provisional(attempt, attempt.reading == .wrongVenue ? .wrongVenue : .notApplied)))
    }

    /// What there was, where nothing new was learnt.
    var asItStands: Result<Outcome, PassCultureError> {
        Probable(attempt).map { .success(.probable($0)) } ?? unsettled
    }

    /// The outcome with the attempt as it was last written down.
    func settled(_ outcome: Outcome) -> Outcome {
        if case .validated = outcome { .validated(Validated(attempt)) } else { outcome }
    }
}
