// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of checking, validating, taking back or cancelling at a desk of today's edition.
public enum ProviderDeskAnswer: Sendable, Hashable, CustomStringConvertible {
    /// It may be validated; this is the booking.
    case valid(ProviderDeskBooking)
    /// It was validated, now.
    case validated
    /// Its validation was taken back, now.
    case undone
    /// Its booking was cancelled, now.
    case cancelled
    /// The platform says no.
    case refused(ProviderDeskRefusal)
    /// Sent, and no answer came.
    case unknown
    /// Anything else, in words.
    case other(String)

    /// What came, in a few words; nothing about the person.
    public var description: String {
        switch self {
        case .valid(let booking): "valid, \(booking)"
        case .validated: "validated"
        case .undone: "taken back"
        case .cancelled: "cancelled"
        case .refused(let refusal): "refused: \(refusal)"
        case .unknown: "no answer"
        case .other(let words): words
        }
    }
}
