// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// How the pass Culture is asked about a link.
enum Counter: Sendable {
    /// In the edition of 2018: with the e-mail address and the offer that the link holds, and no log-in.
    case open(OpenDesk)
    /// In today's edition: with a vendor's key.
    case vendor(PlainDesk)

    /// Checks the countermark of a link.
    ///
    /// - Returns: why it is refused; nothing when it is valid.
    func check(_ link: DigitalLink) async throws(PassCultureError) -> Refusal.Reason? {
        let verification =
            switch self {
            case .open(let desk): try await desk.verify(link.countermark, email: link.email, offer: link.offer)
            case .vendor(let desk): try await desk.verify(link.countermark)
            }
        switch verification {
        case .refused(let refusal): return refusal.reason
        // A key sees whose booking it is, and of what: a link by itself proves neither.
        case .valid(let booking?) where !Self.isOf(link, booking): return .unknownCountermark
        case .valid: return nil
        }
    }

    private static func isOf(_ link: DigitalLink, _ booking: BookingDetails) -> Bool {
        booking.email == link.email && (booking.offerID.map { "\($0)" } ?? "") == link.offer.revealed
    }

    /// Validates the countermark of a link, once.
    func validate(_ link: DigitalLink) async throws(PassCultureError) -> Validation {
        switch self {
        case .open(let desk): try await desk.validate(link.countermark, email: link.email, offer: link.offer)
        case .vendor(let desk): try await desk.validate(link.countermark)
        }
    }
}
