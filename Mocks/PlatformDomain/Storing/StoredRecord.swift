// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A record that can be kept: its fields, each named once, for every format.
///
/// The columns stand in the order of the record's properties, and `init(_:)` reads them in that order: a test holds both against the
/// record itself, so that a property without its column is noticed.
package protocol StoredRecord: Sendable {
    /// The fields, in the order of the properties; a property that is a value of several fields has several columns, `name_part`.
    static var columns: [Column<Self>] { get }
    /// Reads a record, column by column.
    init(_ row: inout StoredRow) throws(StoredError)
}

/// One field of a record that is kept.
package struct Column<Record>: Sendable {
    /// Its name, in every format.
    package let name: String
    /// What it holds.
    package let type: ColumnType
    /// Whether it may be empty.
    package let isOptional: Bool
    /// The field of a record.
    package let value: @Sendable (Record) -> StoredValue

    /// A field that is a property, or a property of one.
    package init<Value: Storable>(_ name: String, _ value: @escaping @Sendable (Record) -> Value) {
        self.name = name
        type = Value.columnType
        isOptional = Value.isOptional
        self.value = { value($0).stored }
    }
}

extension StoredRecord {
    /// The record's fields in the order of its columns.
    package var fields: [StoredValue] { Self.columns.map { $0.value(self) } }
}
