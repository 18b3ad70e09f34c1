// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// What changes of an offer; what is left as it is is not sent (`today §1.4`).
///
/// An offer always has a title, a category, an accessibility and a place, can be booked for two or not, is switched on or off: to clear one
/// of these is refused before anything is sent.
public struct OfferChange: Hashable, Sendable {
    /// The title: 1 to 140 characters.
    public var name: FieldChange<String> = .unchanged

    /// The fields of the category, which itself stays.
    public var category: FieldChange<CategoryFields> = .unchanged

    /// As much of the accessibility as changes.
    public var accessibility: FieldChange<PartialAccessibility> = .unchanged

    /// Where it is.
    public var location: FieldChange<OfferLocation> = .unchanged

    /// What it is.
    public var description: FieldChange<String> = .unchanged

    /// Whom a beneficiary writes to.
    public var bookingContact: FieldChange<EmailAddress> = .unchanged

    /// Who is told of bookings.
    public var bookingEmail: FieldChange<EmailAddress> = .unchanged

    /// Whether it can be booked for two.
    public var enableDoubleBookings: FieldChange<Bool> = .unchanged

    /// Where those without credit buy it.
    public var externalTicketOfficeURL: FieldChange<String> = .unchanged

    /// Your own identifier.
    public var idAtProvider: FieldChange<String> = .unchanged

    /// The picture.
    public var image: FieldChange<OfferImage> = .unchanged

    /// How it is collected.
    public var itemCollectionDetails: FieldChange<String> = .unchanged

    /// When it is published.
    public var publication: FieldChange<OfferPublication> = .unchanged

    /// From when on it can be booked.
    public var bookingAllowed: FieldChange<Instant> = .unchanged

    /// Whether it is switched on.
    public var isActive: FieldChange<Bool> = .unchanged

    /// Creates a change of nothing; set what is to change.
    public init() {}

    /// What nobody may read in a log.
    var secrets: [String] { [bookingContact.value, bookingEmail.value].compactMap { $0?.revealed } }

    func write(into object: inout JSONObject) {
        object.write("name", name) { .string($0) }
        object.write("categoryRelatedFields", category) { $0.json }
        object.write("accessibility", accessibility) { $0.json }
        object.write("location", location) { $0.json }
        object.write("description", description) { .string($0) }
        object.write("bookingContact", bookingContact) { .string($0.revealed) }
        object.write("bookingEmail", bookingEmail) { .string($0.revealed) }
        object.write("enableDoubleBookings", enableDoubleBookings) { .bool($0) }
        object.write("externalTicketOfficeUrl", externalTicketOfficeURL) { .string($0) }
        object.write("idAtProvider", idAtProvider) { .string($0) }
        object.write("image", image) { $0.json }
        object.write("itemCollectionDetails", itemCollectionDetails) { .string($0) }
        object.write("publicationDatetime", publication) { $0.json }
        object.write("bookingAllowedDatetime", bookingAllowed) { $0.json }
        object.write("isActive", isActive) { .bool($0) }
    }

    func check(_ limits: inout Limits) {
        limits.kept(name, at: "name")
        limits.kept(category, at: "categoryRelatedFields")
        limits.kept(accessibility, at: "accessibility")
        limits.kept(location, at: "location")
        limits.kept(enableDoubleBookings, at: "enableDoubleBookings")
        limits.kept(isActive, at: "isActive")
        limits.length(name.value, 1...140, at: "name")
        if let name = name.value { limits.title(name) }
        category.value?.check(&limits, for: nil)
        location.value?.check(&limits, at: "location")
        limits.length(description.value, 0...10_000, at: "description")
        limits.address(externalTicketOfficeURL.value, at: "externalTicketOfficeUrl")
        limits.providerID(idAtProvider.value, at: "idAtProvider")
        image.value?.check(&limits, at: "imageFile")
        limits.future(publication.value?.instant, at: "publicationDatetime")
        limits.future(bookingAllowed.value, at: "bookingAllowedDatetime")
    }
}
