// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What every new offer says of itself, be it an event or a product (`today §3.3`).
public struct OfferDraft: Hashable, Sendable {
    /// The title: at most 90 characters, and no EAN in it.
    public var name: String

    /// The category with its fields.
    public var category: CategoryFields

    /// For whom it is accessible.
    public var accessibility: Accessibility

    /// Where it is.
    public var location: OfferLocation

    /// What it is: at most 10,000 characters.
    public var description: String?

    /// Whom a beneficiary writes to; must be there for what has a ticket.
    public var bookingContact: EmailAddress?

    /// Who is told of bookings.
    public var bookingEmail: EmailAddress?

    /// Whether it can be booked for two; the platform's own answer when nil.
    public var enableDoubleBookings: Bool?

    /// Where those without credit buy it.
    public var externalTicketOfficeURL: String?

    /// Your own identifier, once for each venue; at most 70 characters. The way to find it again after a lost answer.
    public var idAtProvider: String?

    /// The picture.
    public var image: OfferImage?

    /// How it is collected.
    public var itemCollectionDetails: String?

    /// When it is published; at once when nil.
    public var publication: OfferPublication?

    /// From when on it can be booked; from its publication on when nil.
    public var bookingAllowed: Instant?

    /// Creates a draft with all that must be there.
    public init(
        name: String, category: CategoryFields, accessibility: Accessibility, location: OfferLocation
    ) {
        self.name = name
        self.category = category
        self.accessibility = accessibility
        self.location = location
    }

    /// What nobody may read in a log.
    var secrets: [String] { [bookingContact, bookingEmail].compactMap { $0?.revealed } }

    var json: JSONObject {
        var object: JSONObject = [
            "name": .string(name), "categoryRelatedFields": category.json, "accessibility": accessibility.json,
            "location": location.json,
        ]
        object.write("description", description)
        object.write("bookingContact", bookingContact?.revealed)
        object.write("bookingEmail", bookingEmail?.revealed)
        object.write("enableDoubleBookings", enableDoubleBookings)
        object.write("externalTicketOfficeUrl", externalTicketOfficeURL)
        object.write("idAtProvider", idAtProvider)
        object["image"] = image?.json
        object.write("itemCollectionDetails", itemCollectionDetails)
        object["publicationDatetime"] = publication?.json
        object["bookingAllowedDatetime"] = bookingAllowed?.json
        return object
    }

    func check(_ limits: inout Limits, for kind: CategoryTable.Kind) {
        limits.length(name, 1...90, at: "name")
        limits.title(name)
        category.check(&limits, for: kind)
        location.check(&limits, at: "location")
        limits.length(description, 0...10_000, at: "description")
        limits.address(externalTicketOfficeURL, at: "externalTicketOfficeUrl")
        limits.providerID(idAtProvider, at: "idAtProvider")
        image?.check(&limits, at: "imageFile")
        limits.future(publication?.instant, at: "publicationDatetime")
        limits.future(bookingAllowed, at: "bookingAllowedDatetime")
    }
}

extension Limits {
    /// A title, in which no EAN may stand: thirteen digits in a row.
    mutating func title(_ name: String) {
        let runs = name.unicodeScalars.split { !("0"..."9").contains($0) }
        guard runs.contains(where: { $0.count == 13 }) else { return }
        refuse("name", "Le titre d'une offre ne peut contenir l'EAN")
    }
}
