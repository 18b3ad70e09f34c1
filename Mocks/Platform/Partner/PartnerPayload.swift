// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// What the pass Culture tells a partner of a booking (`today §4.3`): neither its number nor its countermark is in it.
///
/// Gathered under the lock and written outside it.
struct PartnerPayload: Sendable {
    private let booking: Booking
    private let confirmation: Instant?
    private let user: User
    private let offer: Offer
    private let name: String
    private let published: PublishedOffer
    private let venue: Venue
    private let stock: PublishedStock?
    private let priceCategory: PriceCategory?

    /// Gathers what is told of a booking; nothing for one that goes by the prototype's rules.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let user = state.users[booking.userID], let offer = state.offer(of: booking.stockID),
            let product = state.products[offer.productID], let venue = state.venues[offer.venueID],
            let published = state.published(offer.id)
        else { return nil }
        self.booking = booking
        self.user = user
        self.offer = offer
        self.published = published
        self.venue = venue
        name = product.name
        confirmation = state.terms(of: booking.id)?.cancellationLimit
        stock = state.published(booking.stockID)
        priceCategory = stock?.priceCategoryID.flatMap { state.priceCategories[$0] }
    }

    /// The fields, `action` last in a notification, as on the wire.
    func json(_ action: PartnerNotice.Action?) -> JSONValue {
        var fields: JSONObject = [
            "booking_confirmation_date": Self.naive(confirmation),
            "booking_creation_date": Self.naive(booking.dateCreated),
            "booking_quantity": .number(JSONNumber(booking.quantity)),
            "offer_ean": WireJSON.text(published.ean), "offer_id": PublicJSON.id(offer.id),
            "offer_id_at_provider": WireJSON.text(published.idAtProvider), "offer_name": .string(name),
            "offer_price": PublicJSON.cents(booking.amount), "price_category_id": PublicJSON.id(priceCategory?.id),
            "price_category_id_at_provider": WireJSON.text(priceCategory?.idAtProvider),
            "price_category_label": WireJSON.text(priceCategory?.label), "stock_id": PublicJSON.id(booking.stockID),
            "stock_id_at_provider": WireJSON.text(stock?.idAtProvider),
            "user_birth_date": user.dateOfBirth.map { PublicJSON.day($0) } ?? Self.anyBirthDate,
            "user_email": .string(user.email),
            "user_first_name": .string(user.firstName ?? ""), "user_last_name": .string(user.lastName ?? ""),
            "user_phone": WireJSON.text(user.phoneNumber.map(PublicBooking.international)),
            "venue_address": WireJSON.text(venue.address),
            "venue_department_code": WireJSON.text(FrenchPlace(postalCode: venue.postalCode)?.department),
            "venue_id": PublicJSON.id(venue.id), "venue_name": .string(venue.name),
        ]
        if let action { fields["action"] = .string(action.rawValue) }
        return .object(fields)
    }

    /// Told of a person whose birth date nobody knows, as with an account of the portal: the field is never null.
    private static let anyBirthDate: JSONValue = "2000-01-01"

    /// A date in UTC that does not say so.
    private static func naive(_ instant: Instant?) -> JSONValue {
        instant.map { .string(String($0.iso8601.dropLast())) } ?? .null
    }
}
