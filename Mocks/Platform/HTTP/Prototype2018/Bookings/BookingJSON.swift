// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How bookings are written (`contract 2018-12 §7.2`).
enum BookingJSON {
    /// A booking for its owner, with the address of a digital offer filled in.
    static func own(_ view: BookingView) -> JSONValue {
        let offer = OfferJSON.object(view.offer, of: view.product)
            .adding([
                "eventOrThing": .object(ProductJSON.object(view.product, .value)),
                "venue": .object(SellerJSON.object(view.venue)),
            ])
        var object = object(view, resolvedOffer: offer)
        if let address = CompletedURL.address(view) { object["completedUrl"] = .string(address) }
        if let recommendation = view.recommendation {
            object["recommendation"] = .object(RecommendationJSON.object(recommendation))
        }
        return .object(object)
    }

    /// A booking for the structure that sells it: who booked, what comes back for it, and the countermark only if
    /// `showsToken`; with the guide's columns, where they are shown (`guide G34`).
    static func received(
        _ view: BookingView, reimbursement: Reimbursement, showsToken: Bool, table: JSONValue?
    ) -> JSONValue {
        let product = JSONValue.object(ProductJSON.object(view.product, .both))
        let offer = OfferJSON.object(view.offer, of: view.product)
            .adding([view.product.kind == .event ? "event" : "thing": product])
        var object = object(view, resolvedOffer: offer)
            .adding([
                "reimbursed_amount": WireJSON.euros(reimbursement.amount),
                "reimbursement_rule": WireJSON.text(reimbursement.rule?.rawValue),
                "user": [
                    "email": .string(view.user.email), "firstName": WireJSON.text(view.user.firstName),
                    "lastName": WireJSON.text(view.user.lastName),
                ],
            ])
        if !showsToken { object["token"] = .null }
        if let table { object["table"] = table }
        return .object(object)
    }

    /// What comes back for a booking, and why so much.
    struct Reimbursement: Sendable {
        /// How much.
        let amount: Euros
        /// By which rule.
        let rule: ReimbursementRule?
    }

    private static func object(_ view: BookingView, resolvedOffer: JSONObject) -> JSONObject {
        let booking = view.booking
        return [
            "amount": WireJSON.euros(booking.amount), "dateCreated": WireJSON.date(booking.dateCreated),
            "id": WireJSON.id(booking.id),
            "isCancelled": .bool(booking.isCancelled), "isUsed": .bool(booking.isUsed), "modelName": "Booking",
            "quantity": WireJSON.integer(Int64(booking.quantity)),
            "recommendationId": WireJSON.id(booking.recommendationID),
            "stock": .object(StockJSON.object(view.stock).adding(["resolvedOffer": .object(resolvedOffer)])),
            "stockId": WireJSON.id(booking.stockID), "token": .string(booking.token),
            "userId": WireJSON.id(booking.userID),
        ]
    }
}
