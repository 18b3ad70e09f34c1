// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What is wrong with the records of today's edition: references that lead nowhere, a second record where there can be but one, and
    /// what its rules do not let happen.
    var publicV1Violations: [String] {
        publicV1References + publicV1Duplicates + publicV1Bookings + publishingViolations + callViolations
    }

    private var publicV1References: [String] {
        var found: [String] = []
        func check(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { found.append("\(what()) leads nowhere") }
        }
        for link in venueLinks.records {
            check(providers[link.providerID] != nil && venues[link.venueID] != nil, "an end of \(link.id)")
        }
        for offer in publishedOffers.records {
            let isMade = offer.providerID.map { providers[$0] != nil } ?? true
            check(offers[offer.offerID] != nil && isMade, "an end of \(offer.id)")
            check(OfferCategory.named(offer.category) != nil, "the category of \(offer.id)")
        }
        for category in priceCategories.records {
            check(published(category.offerID) != nil, "the offer of \(category.id)")
        }
        for stock in publishedStocks.records {
            check(stocks[stock.stockID] != nil, "the stock of \(stock.id)")
            check(
                stock.priceCategoryID.map { priceCategories[$0] != nil } ?? true, "the price category of \(stock.id)")
        }
        for terms in bookingTerms.records { check(bookings[terms.bookingID] != nil, "the booking of \(terms.id)") }
        for id in heldUntil.keys.sorted() { check(bookings[id] != nil, "\(id), which is held,") }
        for ticket in tickets.records { check(bookings[ticket.bookingID] != nil, "the booking of \(ticket.id)") }
        return found
    }

    private var publicV1Duplicates: [String] {
        var found: [String] = []
        func check<Key: Hashable>(_ keys: some Sequence<Key>, _ what: String) {
            var seen: Set<Key> = []
            for key in keys where !seen.insert(key).inserted { found.append("two \(what) are of the same") }
        }
        check(providers.records.map(\.keyDigest), "providers")
        check(
            venueLinks.records.map { PublicV1Indexes.Ends(providerID: $0.providerID, venueID: $0.venueID) }, "links")
        check(publishedOffers.records.map(\.offerID), "published offers")
        check(publishedStocks.records.map(\.stockID), "published stocks")
        check(bookingTerms.records.map(\.bookingID), "terms")
        return found
    }

    private var publicV1Bookings: [String] {
        struct Live: Hashable {
            let userID: Identifier<User>
            let offerID: Identifier<Offer>
        }
        var found: [String] = []
        var live: Set<Live> = []
        for booking in bookings.records {
            guard let offerID = stocks[booking.stockID]?.ownerOfferID, published(offerID) != nil else { continue }
            if !(1...2).contains(booking.quantity) { found.append("\(booking.id) is for \(booking.quantity)") }
            guard let terms = terms(of: booking.id) else {
                found.append("\(booking.id) has no terms")
                continue
            }
            if (terms.cancellationLimit == nil) != (occurrence(of: booking.stockID) == nil) {
                found.append("\(booking.id) has an event's limit without its date, or a date without a limit")
            }
            if !booking.isCancelled, !live.insert(Live(userID: booking.userID, offerID: offerID)).inserted {
                found.append("\(booking.id) is a second one of the same offer")
            }
        }
        return found
    }
}
