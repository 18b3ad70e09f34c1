// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The provider who is called about an offer, and where: the venue's addresses if it has its own, else the provider's (`today §4.1`).
package struct CalledPartner: Sendable {
    /// Which provider.
    package let providerID: Identifier<Provider>
    /// What calls are signed with.
    package let key: Secret
    /// Where the calls go.
    package let urls: PartnerURLs
    /// Whether the offer's tickets come from the provider.
    package let hasTicket: Bool

    /// Finds out who is called about a stock's offer; nobody for an offer that no provider made, or whose provider is switched off or no
    /// longer linked to the venue.
    package init?(of stockID: Identifier<Stock>, in state: PlatformState) {
        guard let offer = state.offer(of: stockID), let published = state.published(offer.id),
            let providerID = published.providerID, let provider = state.providers[providerID], provider.isActive,
            let link = state.venueLink(of: providerID, to: offer.venueID), link.isActive
        else { return nil }
        self.providerID = providerID
        key = provider.hmacKey
        hasTicket = published.hasTicket
        let own = link.urls
        urls = PartnerURLs(
            notification: own.notification ?? provider.urls.notification,
            booking: own.hasTicketing ? own.booking : provider.urls.booking,
            cancel: own.hasTicketing ? own.cancel : provider.urls.cancel)
    }
}
