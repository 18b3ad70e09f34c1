// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PublicAddress: Numbered {}
extension EANOrder: Numbered {}

extension PublicAddress: StoredRecord {
    /// The fields of a `PublicAddress`.
    package static let columns: [Column<PublicAddress>] = [
        Column("id", \.id), Column("street", \.street), Column("city", \.city), Column("postalCode", \.postalCode),
        Column("latitude", \.latitude), Column("longitude", \.longitude),
    ]

    /// Reads a `PublicAddress`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), street: try row.next(), city: try row.next(), postalCode: try row.next(),
            latitude: try row.next(), longitude: try row.next())
    }
}

extension EANOrder: StoredRecord {
    /// The fields of an `EANOrder`.
    package static let columns: [Column<EANOrder>] = [
        Column("id", \.id), Column("providerID", \.providerID), Column("venueID", \.venueID),
        Column("addressID", \.addressID), Column("addressLabel", \.addressLabel), Column("ean", \.ean),
        Column("price", \.price), Column("quantity", \.quantity), Column("bookingLimit", \.bookingLimit),
        Column("keepsBookingLimit", \.keepsBookingLimit), Column("publication", \.publication),
        Column("keepsPublication", \.keepsPublication), Column("bookingAllowed", \.bookingAllowed),
        Column("keepsBookingAllowed", \.keepsBookingAllowed), Column("due", \.due), Column("isDone", \.isDone),
    ]

    /// Reads an `EANOrder`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), providerID: try row.next(), venueID: try row.next(), addressID: try row.next(),
            addressLabel: try row.next(), ean: try row.next(), price: try row.next(), quantity: try row.next(),
            bookingLimit: try row.next(), keepsBookingLimit: try row.next(), publication: try row.next(),
            keepsPublication: try row.next(), bookingAllowed: try row.next(), keepsBookingAllowed: try row.next(),
            due: try row.next(), isDone: try row.next())
    }
}
