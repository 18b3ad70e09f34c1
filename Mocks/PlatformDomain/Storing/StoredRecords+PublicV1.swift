// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Secret: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .text }
    /// The secret as it is kept: a platform that goes on signs with it.
    package var stored: StoredValue { .text(text) }
    /// Reads a secret; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self.init(text)
    }
}

extension Provider: Numbered {}
extension VenueLink: Numbered {}
extension PublishedOffer: Numbered {}
extension PriceCategory: Numbered {}
extension PublishedStock: Numbered {}
extension BookingTerms: Numbered {}

extension Provider: StoredRecord {
    /// The fields of a `Provider`.
    package static let columns: [Column<Provider>] = [
        Column("id", \.id), Column("name", \.name), Column("isActive", \.isActive), Column("keyDigest", \.keyDigest),
        Column("hmacKey", \.hmacKey), Column("urls_notification", \.urls.notification),
        Column("urls_booking", \.urls.booking), Column("urls_cancel", \.urls.cancel), Column("logoURL", \.logoURL),
        Column("dateCreated", \.dateCreated),
    ]

    /// Reads a `Provider`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), name: try row.next(), isActive: try row.next(), keyDigest: try row.next(),
            hmacKey: try row.next(), urls: try row.partnerURLs(), logoURL: try row.next(),
            dateCreated: try row.next())
    }
}

extension VenueLink: StoredRecord {
    /// The fields of a `VenueLink`.
    package static let columns: [Column<VenueLink>] = [
        Column("id", \.id), Column("providerID", \.providerID), Column("venueID", \.venueID),
        Column("isActive", \.isActive), Column("urls_notification", \.urls.notification),
        Column("urls_booking", \.urls.booking), Column("urls_cancel", \.urls.cancel),
        Column("dateCreated", \.dateCreated),
    ]

    /// Reads a `VenueLink`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), providerID: try row.next(), venueID: try row.next(), isActive: try row.next(),
            urls: try row.partnerURLs(), dateCreated: try row.next())
    }
}

extension PublishedOffer: StoredRecord {
    /// The fields of a `PublishedOffer`.
    package static let columns: [Column<PublishedOffer>] = [
        Column("id", \.id), Column("offerID", \.offerID), Column("providerID", \.providerID),
        Column("idAtProvider", \.idAtProvider), Column("category", \.category),
        Column("accessibility_audio", \.accessibility.audio), Column("accessibility_mental", \.accessibility.mental),
        Column("accessibility_motor", \.accessibility.motor), Column("accessibility_visual", \.accessibility.visual),
        Column("hasTicket", \.hasTicket), Column("bookingContact", \.bookingContact),
        Column("enableDoubleBookings", \.enableDoubleBookings), Column("ean", \.ean),
        Column("externalTicketOfficeURL", \.externalTicketOfficeURL),
        Column("itemCollectionDetails", \.itemCollectionDetails), Column("videoURL", \.videoURL),
        Column("addressID", \.addressID), Column("addressLabel", \.addressLabel), Column("publication", \.publication),
        Column("bookingAllowed", \.bookingAllowed),
    ]

    /// Reads a `PublishedOffer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offerID: try row.next(), providerID: try row.next(), idAtProvider: try row.next(),
            category: try row.next(),
            accessibility: Accessibility(
                audio: try row.next(), mental: try row.next(), motor: try row.next(), visual: try row.next()),
            hasTicket: try row.next(), bookingContact: try row.next(), enableDoubleBookings: try row.next(),
            ean: try row.next(), externalTicketOfficeURL: try row.next(), itemCollectionDetails: try row.next(),
            videoURL: try row.next(), addressID: try row.next(), addressLabel: try row.next(),
            publication: try row.next(), bookingAllowed: try row.next())
    }
}

extension PriceCategory: StoredRecord {
    /// The fields of a `PriceCategory`.
    package static let columns: [Column<PriceCategory>] = [
        Column("id", \.id), Column("offerID", \.offerID), Column("label", \.label), Column("price", \.price),
        Column("idAtProvider", \.idAtProvider),
    ]

    /// Reads a `PriceCategory`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offerID: try row.next(), label: try row.next(), price: try row.next(),
            idAtProvider: try row.next())
    }
}

extension PublishedStock: StoredRecord {
    /// The fields of a `PublishedStock`.
    package static let columns: [Column<PublishedStock>] = [
        Column("id", \.id), Column("stockID", \.stockID), Column("priceCategoryID", \.priceCategoryID),
        Column("idAtProvider", \.idAtProvider), Column("hasActivationCodes", \.hasActivationCodes),
    ]

    /// Reads a `PublishedStock`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), stockID: try row.next(), priceCategoryID: try row.next(),
            idAtProvider: try row.next(), hasActivationCodes: try row.next())
    }
}

extension BookingTerms: StoredRecord {
    /// The fields of `BookingTerms`.
    package static let columns: [Column<BookingTerms>] = [
        Column("id", \.id), Column("bookingID", \.bookingID), Column("cancellationLimit", \.cancellationLimit),
        Column("hasActivationCode", \.hasActivationCode),
    ]

    /// Reads `BookingTerms`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), bookingID: try row.next(), cancellationLimit: try row.next(),
            hasActivationCode: try row.next())
    }
}

extension StoredRow {
    /// The next three fields: where a partner is called.
    fileprivate mutating func partnerURLs() throws(StoredError) -> PartnerURLs {
        PartnerURLs(notification: try next(), booking: try next(), cancel: try next())
    }
}
