// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

extension Attempt {
    /// Where an attempt stands.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Written down, and not sent, or sent and found not to have been applied.
        case planned
        /// Sent, or about to be: what was written before the request leaves.
        case sent
        /// The platform validated it, or it was raised to that by a promotion.
        case confirmed
        /// The platform said no.
        case refused
        /// Sent, the answer lost, and the countermark is validated: most likely by this attempt.
        case probable
        /// Sent, and nobody knows what became of it.
        case unknown
        /// A person asked for its validation to be taken back, or for its booking to be cancelled, and it is not known to be done: it is
        /// never sent again, and ``Attempt/recall`` tells what was asked for.
        case recalled
        /// Given up by somebody.
        case abandoned

        /// Whether nothing more can become of it; a late answer to what was given up is told to the caller, and not taken in.
        public var isClosed: Bool {
            switch self {
            case .confirmed, .refused, .abandoned: true
            case .planned, .sent, .probable, .unknown, .recalled: false
            }
        }

        /// Whether the good may have been handed over by it: a second attempt of the same countermark is not written down beside it.
        var takesCountermark: Bool { !isClosed || self == .confirmed }
    }

    /// What the platform said of a countermark that was read back after a lost answer.
    public enum Reading: String, Hashable, Sendable {
        /// It can still be validated: at that moment the attempt had not been applied.
        case stillValid = "still-valid"
        /// It is validated; by whom the platform does not say.
        case validated
        /// The booking was cancelled.
        case cancelled
        /// It can be validated, at another venue than the till's: the attempt was not applied, and would be another's money. It waits, and is not
        /// sent before that venue's till, or this one with its own venue set, has asked again.
        case wrongVenue = "wrong-venue"
        /// Anything else: unknown, another structure's, or a 410 that does not tell which.
        case other

        /// Reads a refusal of a check.
        init(_ refusal: Refusal) {
            switch refusal.reason {
            // Only the sentence itself is taken for it, never the mere status.
            case .alreadyValidated where refusal.basis == .sentence: self = .validated
            // Only what was validated is paid, and only payments have that key.
            case .reimbursed: self = .validated
            case .cancelled: self = .cancelled
            case .wrongVenue: self = .wrongVenue
            default: self = .other
            }
        }
    }

    /// Who raised an attempt to confirmed without an answer of the platform's own.
    public struct Promotion: Hashable, Sendable {
        /// On what ground.
        public enum Ground: String, Hashable, Sendable {
            /// The ledger of all tills of the venue shows no other attempt.
            case ledger
            /// The vendor's stated policy.
            case policy
            /// A person looked at the Réservations screen.
            case person
        }

        /// On what ground.
        public let ground: Ground
        /// The name of the policy or of the person; empty for the ledger.
        public let name: String
        /// When (UTC).
        public let at: Instant

        /// Creates the record of a promotion.
        public init(_ ground: Ground, name: String = "", at: Instant) {
            self.ground = ground
            self.name = name
            self.at = at
        }
    }
}
