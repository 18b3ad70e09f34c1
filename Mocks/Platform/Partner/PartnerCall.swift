// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

/// What the journal says of a call to a partner beside the exchange itself.
///
/// A class, so that the entries of requests, which have none, stay as small as they are.
package final class PartnerCall: Sendable {
    /// What calls are for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Tells of a booking or of a cancellation.
        case notification
        /// Asks for tickets.
        case ticketBooking
        /// Gives tickets back.
        case ticketCancellation
    }

    /// What it was for.
    package let kind: Kind
    /// Which provider was called.
    package let providerID: Identifier<Provider>
    /// On which server: scheme, host and port.
    package let origin: String
    /// Why there was no answer, such as `timed-out`; nothing if there was one.
    package let failure: String?
    /// What followed from it, such as `booked`, `sold_out` or `dropped`.
    package let result: String

    /// Creates what is said of a call.
    init(kind: Kind, providerID: Identifier<Provider>, origin: String, failure: String?, result: String) {
        self.kind = kind
        self.providerID = providerID
        self.origin = origin
        self.failure = failure
        self.result = result
    }
}
