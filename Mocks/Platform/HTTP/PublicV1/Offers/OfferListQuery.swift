// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// Which offers are listed (`today §3.4`, `§3.7`): of one venue or of all that the provider may see, a page at a time.
struct OfferListQuery: Sendable {
    private let venueID: Identifier<Venue>?
    private let names: Set<String>?
    private let addressID: Int64?
    private let cursor: PageCursor

    /// Reads the query.
    init(_ call: ProviderCall) throws(WireError) {
        let query = PublicQuery(call.call)
        venueID = query.identifier("venueId")
        names = query.list("idsAtProvider", atMost: 100).map { Set($0) }
        addressID = query.integer("addressId", 1...Int64.max)
        cursor = query.cursor()
        try query.finish()
    }

    /// The page of a kind; what goes by the prototype's rules is not in it.
    func page(
        _ kind: Product.Kind, for provider: Provider, in state: PlatformState
    ) throws(WireError) -> [Identifier<Offer>] {
        if let venueID, !state.sees(provider.id, venueID) { throw .noVenue }
        let venueIDs =
            venueID.map { [$0] } ?? state.venueLinks(of: provider.id).filter(\.isActive).map(\.venueID)
        return cursor.page(of: venueIDs.flatMap { state.offerIDs(of: $0) }) { id in
            guard let offer = state.seenOffer(id, kind, by: provider.id) else { return false }
            if let names, !(offer.idAtProvider.map { names.contains($0) } ?? false) { return false }
            return addressID == nil || offer.addressID == addressID
        }
    }
}
