// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A countermark at the desk of a venue of today's edition, and how the vendor of its till says who it is.
public struct ProviderDeskRequest: Sendable, Hashable {
    /// The base URL of the platform.
    public let base: String
    /// The countermark.
    public let countermark: String
    /// The provider's key.
    public let key: APIKey
    /// The number of the venue.
    public let venueId: Int

    /// The same desk without a countermark: by which a product under test knows it again.
    public var venue: ProviderDeskRequest {
        ProviderDeskRequest(base: base, countermark: "", key: key, venueId: venueId)
    }
}
