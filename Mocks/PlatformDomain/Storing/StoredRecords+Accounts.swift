// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension User: StoredRecord {
    /// The fields of a `User`.
    package static let columns: [Column<User>] = [
        Column("id", \.id), Column("email", \.email), Column("passwordHash", \.passwordHash),
        Column("publicName", \.publicName), Column("firstName", \.firstName), Column("lastName", \.lastName),
        Column("postalCode", \.postalCode), Column("phoneNumber", \.phoneNumber), Column("dateOfBirth", \.dateOfBirth),
        Column("departementCode", \.departementCode), Column("dateCreated", \.dateCreated),
        Column("canBookFreeOffers", \.canBookFreeOffers), Column("isAdmin", \.isAdmin),
        Column("validationToken", \.validationToken), Column("passwordReset_token", \.passwordReset?.token),
        Column("passwordReset_validUntil", \.passwordReset?.validUntil), Column("credit", \.credit),
        Column("spent", \.spent), Column("spentOnPhysical", \.spentOnPhysical),
        Column("spentOnDigital", \.spentOnDigital),
    ]

    /// Reads a `User`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), email: try row.next(), passwordHash: try row.next(), publicName: try row.next(),
            firstName: try row.next(), lastName: try row.next(), postalCode: try row.next(),
            phoneNumber: try row.next(), dateOfBirth: try row.next(), departementCode: try row.next(),
            dateCreated: try row.next(), canBookFreeOffers: try row.next(), isAdmin: try row.next(),
            validationToken: try row.next(), passwordReset: try row.passwordReset(), credit: try row.next(),
            spent: try row.next(), spentOnPhysical: try row.next(), spentOnDigital: try row.next())
    }
}

extension Session: StoredRecord {
    /// The fields of a `Session`.
    package static let columns: [Column<Session>] = [
        Column("id", \.id), Column("userID", \.userID), Column("secret", \.secret), Column("validUntil", \.validUntil),
        Column("isClosed", \.isClosed),
    ]

    /// Reads a `Session`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), userID: try row.next(), secret: try row.next(), validUntil: try row.next(),
            isClosed: try row.next())
    }
}

extension StoredRow {
    /// The next two fields: a pending change of a password, or nothing.
    mutating func passwordReset() throws(StoredError) -> PasswordReset? {
        guard let token: String = try next() else {
            let _: Int64? = try next()
            return nil
        }
        return PasswordReset(token: token, validUntil: try next())
    }

    /// The next three fields: an account, or nothing.
    mutating func bankDetails() throws(StoredError) -> BankDetails? {
        guard let iban: String = try next() else {
            let _: String? = try next()
            let _: Bool? = try next()
            return nil
        }
        return BankDetails(iban: iban, bic: try next(), isAccepted: try next())
    }
}
