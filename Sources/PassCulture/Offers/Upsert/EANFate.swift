// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What became of one EAN.
///
/// The platform answers a batch with 204 before it has looked at it, and says nothing of what it skips (`today §3.7`): that it is there is
/// known only when it is seen there.
public enum EANFate: Hashable, Sendable {
    /// Nothing was sent for it; ``EANReport/stop`` says why.
    case notSent

    /// The platform's catalogue has no such EAN; not sent.
    case unknown

    /// Its category is not published by EAN; not sent.
    case categoryNotAllowed

    /// The terms of use exclude it; not sent.
    case againstTerms

    /// Its batch was refused, or would have been: nothing has changed. The paths count from the first of all EANs.
    case refused(PublishingRefusal)

    /// Its batch was accepted; whether it will be there is still to be seen (``Publisher/follow(_:pace:within:)``).
    case accepted

    /// Its batch was sent, and the answer lost; following it may tell.
    case answerLost(UnknownPublishing)

    /// It is there as it was sent, under the number of its offer; without one when it was taken out of sale and is not there at all.
    case applied(offer: Int?)

    /// Its batch was accepted, and until now it is not there as it was sent.
    case notSeenYet

    /// Whether looking may tell more.
    var isOpen: Bool {
        switch self {
        case .accepted, .answerLost, .notSeenYet: true
        case .notSent, .unknown, .categoryNotAllowed, .againstTerms, .refused, .applied: false
        }
    }
}
