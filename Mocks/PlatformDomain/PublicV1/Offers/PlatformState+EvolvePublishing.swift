// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    mutating func evolvePublishing(_ event: PublicV1Event) {
        switch event {
        case .addressCreated(let address):
            addresses.append(address)
            index(address)
        case .bookingEmailChanged(let id, let email):
            offers.update(id) { $0.bookingEmail = email }
        case .eanOrdered(let order):
            eanOrders.append(order)
            due.insert(.eanOrder, at: order.due)
        case .eanOrderDone(let id):
            eanOrders.update(id) { $0.isDone = true }
            indexes.publicV1.ordersDone = id.number
        default: break
        }
    }

    /// Makes the publishers' indexes from their records.
    mutating func reindexPublishing() {
        for address in addresses.records { index(address) }
        indexes.publicV1.ordersDone = eanOrders.records.reduce(0) { $1.isDone ? $1.id.number : $0 }
    }

    private mutating func index(_ address: PublicAddress) {
        let key = Self.key(address.street, address.city, address.postalCode)
        indexes.publicV1.addressByText[key] = address.id
    }

    /// An article's offer at a venue; the first one stays it.
    mutating func indexArticle(_ published: PublishedOffer) {
        guard let ean = published.ean, EANCatalogue.sells(published.category), let offer = offers[published.offerID]
        else { return }
        let key = PublicV1Indexes.ArticleAtVenue(venueID: offer.venueID, ean: ean)
        if indexes.publicV1.offerByEAN[key] == nil { indexes.publicV1.offerByEAN[key] = offer.id }
    }
}
