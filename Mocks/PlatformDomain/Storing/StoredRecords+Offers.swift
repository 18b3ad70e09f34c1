// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Product: StoredRecord {
    /// The fields of a `Product`.
    package static let columns: [Column<Product>] = [
        Column("id", \.id), Column("kind", \.kind), Column("offererID", \.offererID), Column("name", \.name),
        Column("type", \.type), Column("description", \.description), Column("conditions", \.conditions),
        Column("durationMinutes", \.durationMinutes), Column("ageMin", \.ageMin), Column("ageMax", \.ageMax),
        Column("url", \.url), Column("mediaUrls", \.mediaUrls), Column("isNational", \.isNational),
        Column("idAtProviders", \.idAtProviders), Column("extraData", \.extraData),
        Column("dateCreated", \.dateCreated),
    ]

    /// Reads a `Product`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), kind: try row.next(), offererID: try row.next(), name: try row.next(),
            type: try row.next(), description: try row.next(), conditions: try row.next(),
            durationMinutes: try row.next(), ageMin: try row.next(), ageMax: try row.next(), url: try row.next(),
            mediaUrls: try row.next(), isNational: try row.next(), idAtProviders: try row.next(),
            extraData: try row.next(), dateCreated: try row.next())
    }
}

extension Offer: StoredRecord {
    /// The fields of an `Offer`.
    package static let columns: [Column<Offer>] = [
        Column("id", \.id), Column("venueID", \.venueID), Column("productID", \.productID),
        Column("isActive", \.isActive), Column("bookingEmail", \.bookingEmail), Column("dateCreated", \.dateCreated),
        Column("isEligible", \.isEligible),
    ]

    /// Reads an `Offer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), venueID: try row.next(), productID: try row.next(), isActive: try row.next(),
            bookingEmail: try row.next(), dateCreated: try row.next(), isEligible: try row.next())
    }
}

extension Occurrence: StoredRecord {
    /// The fields of an `Occurrence`.
    package static let columns: [Column<Occurrence>] = [
        Column("id", \.id), Column("offerID", \.offerID), Column("begin", \.begin), Column("end", \.end),
        Column("dateCreated", \.dateCreated), Column("isDeleted", \.isDeleted),
    ]

    /// Reads an `Occurrence`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offerID: try row.next(), begin: try row.next(), end: try row.next(),
            dateCreated: try row.next(), isDeleted: try row.next())
    }
}

extension Stock: StoredRecord {
    /// The fields of a `Stock`.
    package static let columns: [Column<Stock>] = [
        Column("id", \.id), Column("occurrenceID", \.occurrenceID), Column("offerID", \.offerID),
        Column("ownerOfferID", \.ownerOfferID), Column("price", \.price), Column("available", \.available),
        Column("bookingLimit", \.bookingLimit), Column("groupSize", \.groupSize),
        Column("dateModified", \.dateModified), Column("isDeleted", \.isDeleted), Column("booked", \.booked),
        Column("everBooked", \.everBooked), Column("bookingRows", \.bookingRows), Column("runningRows", \.runningRows),
        Column("resellsUnfetched", \.resellsUnfetched), Column("withheld", \.withheld),
        Column("recapSent", \.recapSent),
    ]

    /// Reads a `Stock`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), occurrenceID: try row.next(), offerID: try row.next(), ownerOfferID: try row.next(),
            price: try row.next(), available: try row.next(), bookingLimit: try row.next(), groupSize: try row.next(),
            dateModified: try row.next(), isDeleted: try row.next(), booked: try row.next(),
            everBooked: try row.next(), bookingRows: try row.next(), runningRows: try row.next(),
            resellsUnfetched: try row.next(), withheld: try row.next(),
            recapSent: try row.next())
    }
}

extension Mediation: StoredRecord {
    /// The fields of a `Mediation`.
    package static let columns: [Column<Mediation>] = [
        Column("id", \.id), Column("offerID", \.offerID), Column("authorID", \.authorID), Column("credit", \.credit),
        Column("isActive", \.isActive), Column("dateCreated", \.dateCreated), Column("thumbCount", \.thumbCount),
        Column("dominantColor", \.dominantColor), Column("crop_x", \.crop?.x), Column("crop_y", \.crop?.y),
        Column("crop_height", \.crop?.height), Column("crop_isApplied", \.crop?.isApplied),
    ]

    /// Reads a `Mediation`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offerID: try row.next(), authorID: try row.next(), credit: try row.next(),
            isActive: try row.next(), dateCreated: try row.next(), thumbCount: try row.next(),
            dominantColor: try row.next(), crop: try row.crop())
    }
}

extension Recommendation: StoredRecord {
    /// The fields of a `Recommendation`.
    package static let columns: [Column<Recommendation>] = [
        Column("id", \.id), Column("userID", \.userID), Column("offerID", \.offerID),
        Column("mediationID", \.mediationID), Column("dateCreated", \.dateCreated), Column("validUntil", \.validUntil),
        Column("isClicked", \.isClicked), Column("isFavorite", \.isFavorite),
    ]

    /// Reads a `Recommendation`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), userID: try row.next(), offerID: try row.next(), mediationID: try row.next(),
            dateCreated: try row.next(), validUntil: try row.next(), isClicked: try row.next(),
            isFavorite: try row.next())
    }
}

extension StoredRow {
    /// The next four fields: the part of an image that fills the frame, or nothing.
    mutating func crop() throws(StoredError) -> Crop? {
        let x: Int64? = try next()
        let y: Int64? = try next()
        let height: Int64? = try next()
        let isApplied: Bool? = try next()
        guard let x, let y, let height, let isApplied else { return nil }
        return Crop(x: x, y: y, height: height, isApplied: isApplied)
    }
}
