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
        case .cinemaOrdered(let order):
            cinemaOrders.append(order)
            due.insert(.cinemaOrder, at: order.due)
        case .cinemaOrderDone(let id, let offerID):
            cinemaOrders.update(id) { order in
                order.isDone = true
                order.offerID = offerID
            }
            if let order = cinemaOrders[id] { index(order) }
        default: break
        }
    }

    /// Makes the publishers' indexes from their records.
    mutating func reindexPublishing() {
        for address in addresses.records { index(address) }
        for order in cinemaOrders.records where order.isDone { index(order) }
        indexes.publicV1.ordersDone = eanOrders.records.reduce(0) { $1.isDone ? $1.id.number : $0 }
    }

    private mutating func index(_ address: PublicAddress) {
        let key = Self.key(address.street, address.city, address.postalCode)
        indexes.publicV1.addressByText[key] = address.id
        let place = Self.key(key, latitude: address.latitude, longitude: address.longitude)
        indexes.publicV1.addressByText[place] = address.id
    }

    /// An order that was carried out: the film's offer at that cinema.
    private mutating func index(_ order: CinemaOrder) {
        indexes.publicV1.cinemaOrdersDone = order.id.number
        guard let offerID = order.offerID else { return }
        indexes.publicV1.offerByFilm[.init(venueID: order.venueID, film: order.film)] = offerID
    }

    /// An article's offer at a venue; the first one stays it.
    mutating func indexArticle(_ published: PublishedOffer) {
        guard let ean = published.ean, EANCatalogue.sells(published.category), let offer = offers[published.offerID]
        else { return }
        let key = PublicV1Indexes.ArticleAtVenue(venueID: offer.venueID, ean: ean)
        if indexes.publicV1.offerByEAN[key] == nil { indexes.publicV1.offerByEAN[key] = offer.id }
    }
}
