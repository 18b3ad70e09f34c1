// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension CinemaOrder: Numbered {}

extension CinemaOrder: StoredRecord {
    /// The fields of a `CinemaOrder`.
    package static let columns: [Column<CinemaOrder>] = [
        Column("id", \.id), Column("providerID", \.providerID), Column("venueID", \.venueID),
        Column("addressID", \.addressID), Column("addressLabel", \.addressLabel), Column("film", \.film),
        Column("prices", \.prices), Column("sessions", \.sessions), Column("due", \.due), Column("isDone", \.isDone),
        Column("offerID", \.offerID),
    ]

    /// Reads a `CinemaOrder`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), providerID: try row.next(), venueID: try row.next(), addressID: try row.next(),
            addressLabel: try row.next(), film: try row.next(), prices: try row.next(), sessions: try row.next(),
            due: try row.next(), isDone: try row.next(), offerID: try row.next())
    }
}

extension CinemaPrice: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .list }
    /// The value as it is kept.
    package var stored: StoredValue { .list([label.stored, price.stored, idAtProvider.stored]) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .list(let values) = stored, values.count == 3, let label = String(stored: values[0]),
            let price = Euros(stored: values[1]), let name = String(stored: values[2])
        else { return nil }
        self.init(label: label, price: price, idAtProvider: name)
    }
}

extension CinemaSession: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .list }
    /// The value as it is kept.
    package var stored: StoredValue {
        .list([begin.stored, features.stored, idAtProvider.stored, price.stored, quantity.stored])
    }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .list(let values) = stored, values.count == 5, let begin = Instant(stored: values[0]),
            let features = [String](stored: values[1]), let name = String(stored: values[2]),
            let price = String(stored: values[3]), let quantity = Int64?(stored: values[4])
        else { return nil }
        self.init(begin: begin, features: features, idAtProvider: name, price: price, quantity: quantity)
    }
}
