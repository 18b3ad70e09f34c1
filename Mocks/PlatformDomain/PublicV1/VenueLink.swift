// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A venue's consent to a provider: only while it is active does the venue exist for the provider (`today §1.2`).
package struct VenueLink: Sendable, Hashable {
    /// Which.
    package let id: Identifier<VenueLink>
    /// To whom.
    package let providerID: Identifier<Provider>
    /// Whose.
    package let venueID: Identifier<Venue>
    /// Whether it holds.
    package var isActive: Bool
    /// The venue's own addresses, if it has any.
    package var urls: PartnerURLs
    /// When it was made.
    package let dateCreated: Instant
}
