// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How recommendations are written (`contract 2018-12 §6.7`).
enum RecommendationJSON {
    /// The columns of a recommendation.
    static func object(_ recommendation: Recommendation) -> JSONObject {
        [
            "dateCreated": WireJSON.date(recommendation.dateCreated), "dateRead": nil,
            "dateUpdated": WireJSON.date(recommendation.dateCreated), "id": WireJSON.id(recommendation.id),
            "inviteforEventOccurrenceId": nil, "isClicked": .bool(recommendation.isClicked),
            "isFavorite": .bool(recommendation.isFavorite), "isFirst": false,
            "mediationId": WireJSON.id(recommendation.mediationID), "modelName": "Recommendation",
            "offerId": WireJSON.id(recommendation.offerID), "search": nil, "shareMedium": nil,
            "userId": WireJSON.id(recommendation.userID), "validUntilDate": WireJSON.date(recommendation.validUntil),
        ]
    }

    /// A recommendation with all that the young people's application shows of it.
    static func detailed(_ view: RecommendationView) -> JSONValue {
        let venue = SellerJSON.object(view.venue)
            .adding(["managingOfferer": .object(SellerJSON.offerer(view.offerer))])
        let range = view.dateRange.map { [WireJSON.date($0.begin), WireJSON.date($0.end)] } ?? []
        let offer = OfferJSON.object(view.offer, of: view.product)
            .adding([
                "dateRange": .array(range), "eventOrThing": .object(ProductJSON.object(view.product, .value)),
                "stocks": .array(view.stocks.map { .object(StockJSON.object($0)) }), "venue": .object(venue),
            ])
        var object = object(view.recommendation)
            .adding([
                "mediationId": WireJSON.id(view.mediation?.id), "bookings": .array(view.bookings.map(BookingJSON.own)),
                "offer": .object(offer),
            ])
        if let mediation = view.mediation { object["mediation"] = .object(MediationJSON.object(mediation)) }
        return .object(object)
    }
}
