// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Offerer: StoredRecord {
    /// The fields of an `Offerer`.
    package static let columns: [Column<Offerer>] = [
        Column("id", \.id), Column("name", \.name), Column("siren", \.siren), Column("address", \.address),
        Column("postalCode", \.postalCode), Column("city", \.city), Column("dateCreated", \.dateCreated),
        Column("isActive", \.isActive), Column("validationToken", \.validationToken),
        Column("bankDetails_iban", \.bankDetails?.iban), Column("bankDetails_bic", \.bankDetails?.bic),
        Column("bankDetails_isAccepted", \.bankDetails?.isAccepted),
        Column("administratorEmail", \.administratorEmail),
        Column("appointment_structureEmail", \.appointment?.structureEmail),
        Column("appointment_askedAt", \.appointment?.askedAt),
        Column("appointment_administratorName", \.appointment?.administratorName),
        Column("appointment_administratorEmail", \.appointment?.administratorEmail),
        Column("appointment_validated") { $0.appointment?.validated.sorted { $0.rawValue < $1.rawValue } },
        Column("rib_form", \.rib?.form), Column("rib_byteCount", \.rib?.byteCount),
        Column("rib_digest", \.rib?.digest), Column("rib_filedAt", \.rib?.filedAt),
    ]

    /// Reads an `Offerer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), name: try row.next(), siren: try row.next(), address: try row.next(),
            postalCode: try row.next(), city: try row.next(), dateCreated: try row.next(), isActive: try row.next(),
            validationToken: try row.next(), bankDetails: try row.bankDetails(), administratorEmail: try row.next(),
            appointment: try row.appointment(), rib: try row.rib())
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
        Column("rib_form", \.rib?.form), Column("rib_byteCount", \.rib?.byteCount),
        Column("rib_digest", \.rib?.digest), Column("rib_filedAt", \.rib?.filedAt),
        Column("dateCreated", \.dateCreated),
    ]

    /// Reads a `Venue`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), offererID: try row.next(), name: try row.next(), isVirtual: try row.next(),
            siret: try row.next(), comment: try row.next(), bookingEmail: try row.next(), address: try row.next(),
            postalCode: try row.next(), city: try row.next(), departementCode: try row.next(),
            latitude: try row.next(), longitude: try row.next(), validationToken: try row.next(),
            bankDetails: try row.bankDetails(), rib: try row.rib(), dateCreated: try row.next())
    }
}

extension Appointment.Address: Storable {}
extension RIB.Form: Storable {}

extension StoredRow {
    /// The next five fields: how far naming an administrator has come, or nothing.
    mutating func appointment() throws(StoredError) -> Appointment? {
        let structureEmail: String? = try next()
        let askedAt: Instant? = try next()
        let administratorName: String? = try next()
        let administratorEmail: String? = try next()
        let validated: [Appointment.Address]? = try next()
        guard let structureEmail, let askedAt, let validated else { return nil }
        return Appointment(
            structureEmail: structureEmail, askedAt: askedAt, administratorName: administratorName,
            administratorEmail: administratorEmail, validated: Set(validated))
    }

    /// The next four fields: a RIB, or nothing.
    mutating func rib() throws(StoredError) -> RIB? {
        let form: RIB.Form? = try next()
        let byteCount: Int? = try next()
        let digest: String? = try next()
        let filedAt: Instant? = try next()
        guard let form, let byteCount, let digest, let filedAt else { return nil }
        return RIB(form: form, byteCount: byteCount, digest: digest, filedAt: filedAt)
    }
}
