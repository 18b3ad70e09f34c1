// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How offers are written (`contract 2018-12 §6.1`).
enum OfferJSON {
    /// The columns of an offer.
    static func object(_ offer: Offer, of product: Product) -> JSONObject {
        [
            "bookingEmail": WireJSON.text(offer.bookingEmail), "dateCreated": WireJSON.date(offer.dateCreated),
            "dateModifiedAtLastProvider": WireJSON.date(offer.dateCreated),
            "eventId": product.kind == .event ? WireJSON.id(offer.productID) : .null, "id": WireJSON.id(offer.id),
            "idAtProviders": nil, "isActive": .bool(offer.isActive), "lastProviderId": nil, "modelName": "Offer",
            "thingId": product.kind == .thing ? WireJSON.id(offer.productID) : .null,
            "venueId": WireJSON.id(offer.venueID),
        ]
    }

    /// An offer with all that belongs to it, as the portal lists and shows it.
    static func detailed(_ view: OfferView) -> JSONValue {
        let offerer = SellerJSON.offerer(view.offerer)
            .adding([
                "isValidated": .bool(view.offerer.isValidated), "nOffers": WireJSON.integer(view.offererOfferCount),
            ])
        let venue = SellerJSON.object(view.venue)
            .adding(["isValidated": .bool(view.venue.isValidated), "managingOfferer": .object(offerer)])
        let dates = view.dates.map { JSONValue.object(OccurrenceJSON.object($0)) }
        return .object(
            object(view.offer, of: view.product)
                .adding([
                    view.product.kind == .event ? "event" : "thing":
                        .object(ProductJSON.object(view.product, .described)),
                    "eventOccurrences": .array(dates),
                    "mediations": .array(view.mediations.map { .object(MediationJSON.object($0)) }),
                    "stocks": .array(view.stocks.map { .object(StockJSON.object($0)) }),
                    "venue": .object(venue),
                ]))
    }
}
