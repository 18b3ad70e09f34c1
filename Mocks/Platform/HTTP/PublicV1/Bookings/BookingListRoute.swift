// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// `GET /public/bookings/v1/bookings`: the bookings of an offer or a venue, a page at a time (`today §2.1`).
enum BookingListRoute {
    static let routes = [
        PublicV1.route("GET", "/public/bookings/v1/bookings") { call throws(WireError) in
            let filter = try Filter(call.call)
            let bookings = try call.read { state throws(WireError) in try filter.bookings(for: call.provider, in: state)
            }
            return .json(["bookings": .array(bookings.map(\.json))])
        }
    ]

    /// What is asked for.
    private struct Filter: Sendable {
        private let offerID: Identifier<Offer>?
        private let venueID: Identifier<Venue>?
        private let priceCategoryID: Identifier<PriceCategory>?
        private let stockID: Identifier<Stock>?
        private let status: PublicBooking.Status?
        private let begin: Instant?
        private let cursor: PageCursor

        init(_ call: Call) throws(WireError) {
            let query = PublicQuery(call)
            offerID = query.identifier("offerId")
            venueID = query.identifier("venueId")
            priceCategoryID = query.identifier("priceCategoryId")
            stockID = query.identifier("stockId")
            let status = query.text("status")
            self.status = status.flatMap { PublicBooking.Status(rawValue: $0) }
            if status != nil, self.status == nil { query.refuse("status", "value is not a valid enumeration member") }
            begin = query.instant("beginningDatetime")
            cursor = query.cursor()
            try query.finish()
            guard offerID != nil || venueID != nil else { throw .global("`offerId` or `venueId` must be set") }
        }

        func bookings(for provider: Provider, in state: PlatformState) throws(WireError) -> [PublicBooking] {
            var offerIDs: [Identifier<Offer>] = []
            if let offerID {
                guard let offer = state.offers[offerID], state.sees(provider.id, offer.venueID) else {
                    throw .said("offerId", "we could not find this offer", status: 404)
                }
                offerIDs = [offerID]
            }
            if let venueID {
                guard state.venues[venueID] != nil, state.sees(provider.id, venueID) else {
                    throw .said("venueId", "we could not find this venue", status: 404)
                }
                let here = state.offerIDs(of: venueID)
                offerIDs = offerID == nil ? here : offerIDs.filter(here.contains)
            }
            let stocks = offerIDs.flatMap { state.stocks(of: $0) }.filter { matches($0, in: state) }
            let page = cursor.page(merging: stocks.map { state.bookingIDs(of: $0.id) }) { id in
                guard let status, let booking = state.bookings[id] else { return true }
                return PublicBooking.Status(booking, in: state) == status
            }
            return page.compactMap { state.bookings[$0] }.compactMap { PublicBooking($0, in: state) }
        }

        private func matches(_ stock: Stock, in state: PlatformState) -> Bool {
            if let stockID, stock.id != stockID { return false }
            if let priceCategoryID, state.published(stock.id)?.priceCategoryID != priceCategoryID { return false }
            if let begin, state.occurrence(of: stock.id)?.begin != begin { return false }
            return true
        }
    }
}
