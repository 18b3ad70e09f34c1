// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What the platform says of an offer, be it an event or a product (`today §3.3`).
public struct PublishedOffer: Hashable, Sendable {
    /// Its number.
    public let id: Int

    /// Where it stands.
    public let status: OfferStatus

    /// The title.
    public let name: String

    /// The category with its fields.
    public let category: CategoryFields

    /// For whom it is accessible, as far as it said.
    public let accessibility: PartialAccessibility

    /// Where it is; nil for a kind of place that this library does not know.
    public let location: OfferLocation?

    /// What it is.
    public let description: String?

    /// Whom a beneficiary writes to; nil also for what is no address.
    public let bookingContact: EmailAddress?

    /// Who is told of bookings; nil also for what is no address.
    public let bookingEmail: EmailAddress?

    /// Whether it can be booked for two.
    public let enableDoubleBookings: Bool?

    /// Where those without credit buy it.
    public let externalTicketOfficeURL: String?

    /// Your own identifier.
    public let idAtProvider: String?

    /// Where the picture is.
    public let imageURL: String?

    /// Whose picture it is.
    public let imageCredit: String?

    /// How it is collected.
    public let itemCollectionDetails: String?

    /// When it is published.
    public let publication: Instant?

    /// From when on it can be booked.
    public let bookingAllowed: Instant?

    /// Number, status, title and category must be there; what else is there must be of its type.
    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        status = OfferStatus(rawValue: try reader["status"].string())
        name = try reader["name"].string()
        category = try CategoryFields(reader["categoryRelatedFields"])
        accessibility = try PartialAccessibility(reader["accessibility"])
        location = try OfferLocation.read(reader["location"])
        description = try reader["description"].stringIfPresent()
        bookingContact = try reader["bookingContact"].stringIfPresent().flatMap { try? EmailAddress($0) }
        bookingEmail = try reader["bookingEmail"].stringIfPresent().flatMap { try? EmailAddress($0) }
        enableDoubleBookings = try reader["enableDoubleBookings"].boolIfPresent()
        externalTicketOfficeURL = try reader["externalTicketOfficeUrl"].stringIfPresent()
        idAtProvider = try reader["idAtProvider"].stringIfPresent()
        imageURL = try reader["image"]["url"].stringIfPresent()
        imageCredit = try reader["image"]["credit"].stringIfPresent()
        itemCollectionDetails = try reader["itemCollectionDetails"].stringIfPresent()
        publication = try Instant.read(reader["publicationDatetime"])
        bookingAllowed = try Instant.read(reader["bookingAllowedDatetime"])
    }
}
