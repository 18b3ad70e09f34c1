// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// An event or a product as publishers see it (`today §3.3`), gathered under the lock and written outside it.
struct PublicOffer: Sendable {
    /// What becomes of an offer, by its dates and what is left of it.
    enum Status: String, Sendable, CaseIterable {
        /// Switched off, or never to be shown.
        case inactive = "INACTIVE"
        /// To be shown later.
        case scheduled = "SCHEDULED"
        /// Shown, and not to be booked yet, whatever is left.
        case published = "PUBLISHED"
        /// On sale.
        case active = "ACTIVE"
        /// Nothing left.
        case soldOut = "SOLD_OUT"
        /// Its time for booking is over.
        case expired = "EXPIRED"

        init(_ offer: Offer, _ published: PublishedOffer, _ stocks: [Stock], at now: Instant) {
            guard offer.isActive, let publication = published.publication else {
                self = .inactive
                return
            }
            let open = stocks.filter { stock in stock.bookingLimit.map { $0 >= now } ?? true }
            if publication > now {
                self = .scheduled
            } else if !published.isOpen(at: now) {
                self = .published
            } else if open.isEmpty, !stocks.isEmpty {
                self = .expired
            } else {
                self = open.contains { $0.remaining.map { $0 > 0 } ?? true } ? .active : .soldOut
            }
        }
    }

    private let offer: Offer
    private let published: PublishedOffer
    private let described: Product
    /// A product's stock, if its publisher has one.
    private let own: Stock?
    private let prices: [PriceCategory]
    private let image: Mediation?
    private let status: Status

    /// Gathers an offer; nothing if it is none of today's edition.
    init?(_ id: Identifier<Offer>, in state: PlatformState, at now: Instant) {
        guard let offer = state.offers[id], let published = state.published(id),
            let product = state.products[offer.productID]
        else { return nil }
        self.offer = offer
        self.published = published
        described = product
        own = state.ownStock(of: id)
        prices = state.priceCategories(of: id)
        image = state.mediations(of: id).last { $0.isActive }
        status = Status(offer, published, state.stocks(of: id).filter { !$0.isDeleted }, at: now)
    }

    /// An event as it is written; `base` is where the platform is.
    func event(at base: String) -> JSONValue {
        var object = shared(at: base)
        object["hasTicket"] = .bool(published.hasTicket)
        object["eventDuration"] = WireJSON.integer(described.eventDuration)
        object["priceCategories"] = .array(prices.map { PriceCategoryRoutes.json($0) })
        object["videoUrl"] = WireJSON.text(published.videoURL)
        return .object(object)
    }

    /// A product as it is written.
    func product(at base: String) -> JSONValue {
        var object = shared(at: base)
        object["stock"] =
            own.map { stock -> JSONValue in
                [
                    "price": PublicJSON.cents(stock.price), "quantity": PublicJSON.quantity(stock.publishedQuantity),
                    "bookedQuantity": .number(JSONNumber(stock.booked)),
                    "bookingLimitDatetime": WireJSON.date(stock.bookingLimit),
                ]
            } ?? .null
        return .object(object)
    }

    private func shared(at base: String) -> JSONObject {
        let place = OfferPlace(
            venueID: offer.venueID, addressID: published.addressID, addressLabel: published.addressLabel,
            url: described.url)
        return [
            "id": PublicJSON.id(offer.id), "status": .string(status.rawValue), "name": .string(described.name),
            "description": WireJSON.text(described.description),
            "categoryRelatedFields": PublicCategory.json(published, described),
            "accessibility": Self.json(published.accessibility), "location": PublicOfferPlace.json(place),
            "bookingContact": WireJSON.text(published.bookingContact),
            "bookingEmail": WireJSON.text(offer.bookingEmail),
            "enableDoubleBookings": .bool(published.enableDoubleBookings),
            "externalTicketOfficeUrl": WireJSON.text(published.externalTicketOfficeURL),
            "idAtProvider": WireJSON.text(published.idAtProvider), "image": imageJSON(at: base),
            "itemCollectionDetails": WireJSON.text(published.itemCollectionDetails),
            "publicationDatetime": WireJSON.date(published.publication),
            "bookingAllowedDatetime": WireJSON.date(published.bookingAllowed),
        ]
    }

    private func imageJSON(at base: String) -> JSONValue {
        guard let image else { return .null }
        return [
            "url": .string("\(base)/storage/thumbs/mediations/\(HumanizedID.encode(image.id))"),
            "credit": WireJSON.text(image.credit),
        ]
    }

    private static func json(_ accessibility: Accessibility) -> JSONValue {
        func truth(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
        return [
            "audioDisabilityCompliant": truth(accessibility.audio),
            "mentalDisabilityCompliant": truth(accessibility.mental),
            "motorDisabilityCompliant": truth(accessibility.motor),
            "visualDisabilityCompliant": truth(accessibility.visual),
        ]
    }
}
