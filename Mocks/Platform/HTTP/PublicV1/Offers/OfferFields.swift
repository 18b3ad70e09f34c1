// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The body that makes an event or a product, without prices and stock (`today §3.3`).
struct OfferFields: Sendable {
    private let name: String?
    private let category: PublicCategory.Reading?
    private let place: OfferPlace?
    private let accessibility: Accessibility?
    private let changes: PublishedOfferChanges
    private let publication: Instant?
    private let hasTicket: Bool?
    /// Its image, and the credit of that.
    let image: (image: OfferImage, credit: String?)?

    /// Reads the fields; what is wrong stays with `fields`.
    init(_ fields: PublicFields, _ kind: Product.Kind, at now: Instant) {
        let isEvent = kind == .event
        name = fields.required("name") { fields.title($0, 1...90) }
        category = PublicCategory.read(fields, kind, isWhole: true)
        place = fields.required("location") { PublicOfferPlace.read(fields, $0) }
        accessibility = fields.accessibility("accessibility", isWhole: true)
        hasTicket = isEvent ? fields.required("hasTicket") { fields.bool($0) } : false
        let older = isEvent ? fields.publication("publicationDate", at: now) : .absent
        let newer = fields.publication("publicationDatetime", at: now)
        if older.change != nil, newer.change != nil {
            fields.refuse("__root__", "You cannot set both `publicationDate` and `publicationDatetime`")
        }
        publication = newer.change ?? older.change ?? now
        var changes = OfferChangesFields.shared(fields, isEvent: isEvent, at: now)
        changes.enableDoubleBookings = fields.bool("enableDoubleBookings").value
        self.changes = changes
        image = OfferImage.read(fields).value
    }

    /// The offer to make, once nothing was found wrong.
    func draft(by provider: Provider) throws(WireError) -> PublishedOfferDraft {
        guard let name, let category, let place, let accessibility, let hasTicket else { throw .serverFault }
        var details = ProductDetails()
        details.name = name
        details.description = changes.description ?? nil
        details.durationMinutes = changes.durationMinutes ?? nil
        details.url = place.url
        details.extraData = PublicCategory.merged(category, into: nil)
        var draft = PublishedOfferDraft(venueID: place.venueID, category: category.category, details: details)
        draft.providerID = provider.id
        draft.bookingEmail = changes.bookingEmail ?? nil
        draft.idAtProvider = changes.idAtProvider ?? nil
        draft.accessibility = accessibility
        draft.hasTicket = hasTicket
        draft.bookingContact = changes.bookingContact ?? nil
        draft.enableDoubleBookings = changes.enableDoubleBookings
        draft.ean = category.values.first { $0.field == .ean }?.value
        draft.externalTicketOfficeURL = changes.externalTicketOfficeURL ?? nil
        draft.itemCollectionDetails = changes.itemCollectionDetails ?? nil
        draft.videoURL = changes.videoURL ?? nil
        draft.addressID = place.addressID
        draft.addressLabel = place.addressLabel
        draft.publication = publication
        draft.bookingAllowed = changes.bookingAllowed ?? nil
        return draft
    }
}

/// The body that changes an event or a product (`today §3.3`): what is left out stays.
enum OfferChangesFields {
    /// The fields that a creation and a change have in common.
    static func shared(_ fields: PublicFields, isEvent: Bool, at now: Instant) -> PublishedOfferChanges {
        var changes = PublishedOfferChanges()
        changes.description = fields.text("description", 0...10_000).change
        changes.bookingContact = fields.email("bookingContact").change
        changes.bookingEmail = fields.email("bookingEmail").change
        changes.externalTicketOfficeURL = fields.webAddress("externalTicketOfficeUrl").change
        changes.idAtProvider = fields.text("idAtProvider", 1...70).change
        changes.itemCollectionDetails = fields.text("itemCollectionDetails").change
        changes.bookingAllowed = fields.instant("bookingAllowedDatetime", after: now).change
        if isEvent {
            changes.durationMinutes = fields.integer("eventDuration", 0...1_439).change
            changes.videoURL = fields.video("videoUrl").change
        }
        return changes
    }

    /// Reads a change of an offer.
    static func read(
        _ fields: PublicFields, of offer: PublishedOffer, _ product: Product, at now: Instant
    ) -> (changes: PublishedOfferChanges, image: (image: OfferImage, credit: String?)?) {
        var changes = shared(fields, isEvent: product.kind == .event, at: now)
        changes.name = fields.notNull("name") { fields.title($0, 1...140) }
        if let category = PublicCategory.read(fields, product.kind, isWhole: false, mayBe: offer.category) {
            changes.extraData = PublicCategory.merged(category, into: product.extraData)
            changes.ean = category.values.first { $0.field == .ean }?.value
        }
        changes.place = fields.notNull("location") { PublicOfferPlace.read(fields, $0) }
        changes.accessibility = fields.accessibility("accessibility", isWhole: false)
        changes.publication = fields.publication("publicationDatetime", at: now).change
        changes.isActive = fields.notNull("isActive") { fields.bool($0) }
        changes.enableDoubleBookings = fields.notNull("enableDoubleBookings") { fields.bool($0) }
        let image = OfferImage.read(fields)
        if case .null = image { changes.removesImage = true }
        return (changes, image.value)
    }
}
