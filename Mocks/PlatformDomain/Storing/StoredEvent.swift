// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An event as it is kept: what it is called, and its fields by name.
package struct StoredEvent: Sendable, Hashable {
    /// A field and its name.
    package struct Field: Sendable, Hashable {
        /// The name.
        package let name: String
        /// The value.
        package let value: StoredValue

        /// Creates a field.
        package init(_ name: String, _ value: StoredValue) {
            self.name = name
            self.value = value
        }
    }

    /// The name of the event's case.
    package let kind: String
    /// The fields; of a record, its columns.
    package let fields: [Field]

    /// Creates an event as it was kept.
    package init(kind: String, fields: [Field]) {
        self.kind = kind
        self.fields = fields
    }

    /// An event that is a record.
    init<Record: StoredRecord>(_ kind: String, _ record: Record) {
        self.init(kind: kind, fields: Record.columns.map { Field($0.name, $0.value(record)) })
    }

    /// An event that is a few values.
    init(_ kind: String, _ fields: KeyValuePairs<String, any Storable>) {
        self.init(kind: kind, fields: fields.map { Field($0.key, $0.value.stored) })
    }

    /// A record that the event is; a column of which the event knows nothing is empty.
    func record<Record: StoredRecord>(_ type: Record.Type = Record.self) throws(StoredError) -> Record {
        let columns = Record.columns
        var row = StoredRow(columns.map { value(of: $0.name) }) { columns[$0].name }
        do throws(StoredError) {
            return try Record(&row)
        } catch {
            throw StoredError("\(kind): \(error)")
        }
    }

    /// A value of that name.
    func value<Value: Storable>(_ name: String, as type: Value.Type = Value.self) throws(StoredError) -> Value {
        let stored = value(of: name)
        guard let value = Value(stored: stored) else {
            throw StoredError("\(kind): \(name) is \(stored), which is no \(Value.self)")
        }
        return value
    }

    private func value(of name: String) -> StoredValue {
        fields.first { $0.name == name }?.value ?? .null
    }
}
