// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Ticket: Numbered {}
extension ReturnedBarcode: Numbered {}
extension PartnerNotice: Numbered {}
extension PartnerNotice.Action: Storable {}

extension Ticket: StoredRecord {
    /// The fields of a `Ticket`.
    package static let columns: [Column<Ticket>] = [
        Column("id", \.id), Column("bookingID", \.bookingID), Column("barcode", \.barcode), Column("seat", \.seat),
    ]

    /// Reads a `Ticket`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), bookingID: try row.next(), barcode: try row.next(), seat: try row.next())
    }
}

extension ReturnedBarcode: StoredRecord {
    /// The fields of a `ReturnedBarcode`.
    package static let columns: [Column<ReturnedBarcode>] = [
        Column("id", \.id), Column("providerID", \.providerID), Column("url", \.url), Column("barcode", \.barcode),
        Column("due", \.due), Column("isSent", \.isSent),
    ]

    /// Reads a `ReturnedBarcode`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), providerID: try row.next(), url: try row.next(), barcode: try row.next(),
            due: try row.next(), isSent: try row.next())
    }
}

extension PartnerNotice: StoredRecord {
    /// The fields of a `PartnerNotice`.
    package static let columns: [Column<PartnerNotice>] = [
        Column("id", \.id), Column("bookingID", \.bookingID), Column("action", \.action),
        Column("providerID", \.providerID), Column("url", \.url), Column("due", \.due), Column("isBegun", \.isBegun),
    ]

    /// Reads a `PartnerNotice`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), bookingID: try row.next(), action: try row.next(), providerID: try row.next(),
            url: try row.next(), due: try row.next(), isBegun: try row.next())
    }
}
