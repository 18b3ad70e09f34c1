// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A countermark that always answers a given way, without anything having been set up: for trying a till.
///
/// The platform never draws one (``PlatformDomain/ReservedCountermarks``). What the contract asks of a request comes first: the
/// e-mail and the offer of somebody without a log-in, the log-in of somebody with one; any e-mail and any offer will do.
/// In today's edition it is the key; what it means there is ``MagicTokens``'s to say.
package struct MagicCountermark: Sendable {
    /// What a request gets.
    package enum Reply: Sendable {
        /// Whoever is logged in sees the booking of a book; everybody else is told that it is valid (204). Validating is 204.
        case valid
        /// 410: it was validated before.
        case alreadyValidated
        /// 410: the booking was cancelled.
        case cancelled
        /// 404.
        case unknown
        /// It is valid, but of another structure: whoever is logged in cannot validate it (403).
        case notYours
        /// It is valid, and then something goes wrong.
        case struck(Fault)
        /// The first validation is done and its answer lost; then it is already validated, for ``MagicMemory/span``.
        case lost
    }

    /// The code.
    package let code: String
    /// What it does, in English.
    package let english: String
    /// What it does, in French.
    package let french: String
    /// What a check (`GET`) gets, in short: a status, or words where there is none.
    package let checkWords: String
    /// What a validation (`PATCH`) gets, in short.
    package let validationWords: String
    /// What a check gets.
    package let check: Reply
    /// What a validation gets.
    package let validation: Reply

    /// The magic countermark of a code, compared exactly as all countermarks are.
    package static func find(_ code: String) -> MagicCountermark? {
        guard code.utf8.starts(with: ReservedCountermarks.prefix.utf8) else { return nil }
        return all.first { $0.code == code }
    }
}
