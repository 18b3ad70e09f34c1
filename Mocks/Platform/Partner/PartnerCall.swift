// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What became of one call to a partner.
struct PartnerCall: Sendable {
    /// How it ended.
    enum Ending: Sendable {
        /// With an answer of that status.
        case answered(Int)
        /// Without one: the fault's name, such as `no-answer`.
        case failed(String)
    }

    /// The number of the call, from 1; given by the history.
    var number = 0
    /// What it was for.
    let kind: PartnerMessage.Kind
    /// Which provider was called.
    let providerID: Int64
    /// Where, without its query.
    let url: String
    /// When it was made, in the platform's time.
    let at: Instant
    /// How long it took.
    let elapsed: Span
    /// How long it took, in whole milliseconds.
    var milliseconds: Int64 { elapsed.microseconds / 1_000 }
    /// How it ended.
    let ending: Ending
    /// What followed from it, such as `booked`, `sold_out` or `dropped`.
    let result: String
}
