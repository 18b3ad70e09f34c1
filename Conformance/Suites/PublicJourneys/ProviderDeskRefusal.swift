// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// Why a platform of today's edition says no (today §2.3; the letters are the sheet's).
public enum ProviderDeskRefusal: Sendable, Hashable, CustomStringConvertible {
    /// The countermark is not known, or not to this provider (A).
    case notFound
    /// The booking was paid (B, G).
    case reimbursed
    /// It was validated before (C).
    case alreadyValidated
    /// The booking was cancelled (D).
    case cancelled
    /// It can be validated from then on, to the minute (E).
    case tooEarly(from: Instant?)
    /// There is no validation to take back (F).
    case notUsed
    /// The booking of an event can no longer be cancelled (H).
    case tooLateToCancel
    /// The booking to be cancelled was so before (I).
    case alreadyCancelled
    /// The booking to be cancelled is validated (J).
    case validated
    /// The structure is closed (K).
    case closed
    /// An activation code was given (L).
    case hasCodes

    /// The reason in a few words.
    public var description: String {
        switch self {
        case .notFound: "no such countermark (A)"
        case .reimbursed: "reimbursed (B, G)"
        case .alreadyValidated: "already validated (C)"
        case .cancelled: "cancelled (D)"
        case .tooEarly(let from): "too early, until \(from?.iso8601 ?? "nobody knows") (E)"
        case .notUsed: "not validated (F)"
        case .tooLateToCancel: "too late to cancel (H)"
        case .alreadyCancelled: "already cancelled (I)"
        case .validated: "validated (J)"
        case .closed: "structure closed (K)"
        case .hasCodes: "activation codes (L)"
        }
    }
}
