// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Offerer: StoredRecord {
    /// The fields of an `Offerer`.
    package static let columns: [Column<Offerer>] = [
        Column("id", \.id), Column("name", \.name), Column("siren", \.siren), Column("address", \.address),
        Column("postalCode", \.postalCode), Column("city", \.city), Column("dateCreated", \.dateCreated),
        Column("isActive", \.isActive), Column("validationToken", \.validationToken),
        Column("bankDetails_iban", \.bankDetails?.iban), Column("bankDetails_bic", \.bankDetails?.bic),
        Column("bankDetails_isAccepted", \.bankDetails?.isAccepted),
        Column("administratorEmail", \.administratorEmail),
    ]

    /// Reads an `Offerer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), name: try row.next(), siren: try row.next(), address: try row.next(),
            postalCode: try row.next(), city: try row.next(), dateCreated: try row.next(), isActive: try row.next(),
            validationToken: try row.next(), bankDetails: try row.bankDetails(), administratorEmail: try row.next())
    }
}

extension UserOfferer: StoredRecord {
    /// The fields of a `UserOfferer`.
    package static let columns: [Column<UserOfferer>] = [
        Column("id", \.id), Column("userID", \.userID), Column("offererID", \.offererID), Column("rights", \.rights),
        Column("validationToken", \.validationToken),
    ]

    /// Reads a `UserOfferer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), userID: try row.next(), offererID: try row.next(), rights: try row.next(),
            validationToken: try row.next())
    }
}

extension Venue: StoredRecord {
    /// The fields of a `Venue`.
    package static let columns: [Column<Venue>] = [
        Column("id", \.id), Column("offererID", \.offererID), Column("name", \.name), Column("isVirtual", \.isVirtual),
        Column("siret", \.siret), Column("comment", \.comment), Column("bookingEmail", \.bookingEmail),
        Column("address", \.address), Column("postalCode", \.postalCode), Column("city", \.city),
        Column("departementCode", \.departementCode), Column("latitude", \.latitude), Column("longitude", \.longitude),
        Column("validationToken", \.validationToken), Column("bankDetails_iban", \.bankDetails?.iban),
        Column("bankDetails_bic", \.bankDetails?.bic), Column("bankDetails_isAccepted", \.bankDetails?.isAccepted),
        Column("dateCreated", \.dateCreated),
    ]

    /// Reads a `Venue`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offererID: try row.next(), name: try row.next(), isVirtual: try row.next(),
            siret: try row.next(), comment: try row.next(), bookingEmail: try row.next(), address: try row.next(),
            postalCode: try row.next(), city: try row.next(), departementCode: try row.next(),
            latitude: try row.next(), longitude: try row.next(), validationToken: try row.next(),
            bankDetails: try row.bankDetails(), dateCreated: try row.next())
    }
}
