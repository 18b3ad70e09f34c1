// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What pass Culture tells of a booking when it calls (`today §4.3`).
///
/// There is neither a booking's number nor a countermark in it. To find the booking again, ask for the bookings of the offer or the venue,
/// and compare stock, e-mail address and the time of its making.
public struct BookingFacts: Hashable, Sendable {
    /// When the booking can no longer be cancelled by the young person; nothing for some.
    public let confirmedAt: Instant?
    /// When it was made.
    public let createdAt: Instant
    /// How many seats or copies: 1, or 2 for a duo.
    public let quantity: Int
    /// The offer's number at pass Culture.
    public let offerID: Int
    /// The offer's name in the partner's system, if the partner gave one.
    public let offerIDAtProvider: String?
    /// The offer's title.
    public let offerName: String
    /// The price of one, in cents.
    public let offerPriceCents: Int
    /// The EAN of a product.
    public let offerEAN: String?
    /// The price category's number at pass Culture.
    public let priceCategoryID: Int?
    /// The price category's name in the partner's system.
    public let priceCategoryIDAtProvider: String?
    /// The price category's label, such as "Carré or".
    public let priceCategoryLabel: String?
    /// The number at pass Culture of the date, or of the stock of a product.
    public let stockID: Int
    /// Its name in the partner's system.
    public let stockIDAtProvider: String?
    /// Who booked.
    public let user: Beneficiary
    /// The venue's number at pass Culture.
    public let venueID: Int
    /// The venue's name.
    public let venueName: String
    /// The venue's address.
    public let venueAddress: String?
    /// The venue's département: "93", "2A".
    public let venueDepartmentCode: String?

    /// Reads the facts; keys that are not known are passed over, and what may be null may be missing.
    init(_ reader: JSONReader) throws(JSONReadingError) {
        let confirmation = reader["booking_confirmation_date"]
        confirmedAt = confirmation.isNull || confirmation.isMissing ? nil : try confirmation.instant()
        createdAt = try reader["booking_creation_date"].instant()
        quantity = try reader["booking_quantity"].int()
        guard quantity >= 1 else { throw reader["booking_quantity"].error(expected: "1 or more") }
        offerID = try reader["offer_id"].int()
        offerIDAtProvider = try reader["offer_id_at_provider"].stringIfPresent()
        offerName = try reader["offer_name"].string()
        offerPriceCents = try reader["offer_price"].int()
        offerEAN = try reader["offer_ean"].stringIfPresent()
        priceCategoryID = try reader["price_category_id"].intIfPresent()
        priceCategoryIDAtProvider = try reader["price_category_id_at_provider"].stringIfPresent()
        priceCategoryLabel = try reader["price_category_label"].stringIfPresent()
        stockID = try reader["stock_id"].int()
        stockIDAtProvider = try reader["stock_id_at_provider"].stringIfPresent()
        user = Beneficiary(
            email: try reader["user_email"].string(), firstName: try reader["user_first_name"].string(),
            lastName: try reader["user_last_name"].string(),
            birthDate: try reader["user_birth_date"].civilDateIfPresent(),
            phone: try reader["user_phone"].stringIfPresent())
        venueID = try reader["venue_id"].int()
        venueName = try reader["venue_name"].string()
        venueAddress = try reader["venue_address"].stringIfPresent()
        venueDepartmentCode = try reader["venue_department_code"].stringIfPresent()
    }
}

extension JSONReader {
    /// The instant here, in UTC whether it says so or not: `2026-03-03T18:00:00`, `2026-03-03T18:00:00.123456`.
    fileprivate func instant() throws(JSONReadingError) -> Instant {
        let text = try string()
        guard let instant = Instant(iso8601: text.hasSuffix("Z") ? text : text + "Z") else {
            throw error(expected: "a date with a time")
        }
        return instant
    }

    /// The date here: `2007-01-01`; nothing for null or where there is nothing.
    fileprivate func civilDateIfPresent() throws(JSONReadingError) -> CivilDate? {
        guard let text = try stringIfPresent() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isWritten = parts.map(\.utf8.count) == [4, 2, 2] && text.utf8.allSatisfy { $0 == 0x2D || $0 ^ 0x30 < 10 }
        guard isWritten, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let date = CivilDate(year: year, month: month, day: day)
        else { throw error(expected: "a date") }
        return date
    }
}
