// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The fields of one record, read from the first to the last.
package struct StoredRow: Sendable {
    private let values: [StoredValue]
    private let names: @Sendable (Int) -> String
    private var position = 0

    /// Creates a row from its fields; `names` says what each is called, for whoever has to be told what is wrong.
    package init(_ values: [StoredValue], names: @escaping @Sendable (Int) -> String) {
        self.values = values
        self.names = names
    }

    /// The next field: a moment, or the one that never comes.
    mutating func instantOrNever() throws(StoredError) -> Instant {
        let never = StoredBounds.never
        guard position < values.count, [.instant(never), .integer(never.microseconds)].contains(values[position]) else {
            return try next()
        }
        position += 1
        return never
    }

    /// The next field.
    package mutating func next<Value: Storable>() throws(StoredError) -> Value {
        guard position < values.count else { throw StoredError("there are only \(values.count) fields") }
        defer { position += 1 }
        guard let value = Value(stored: values[position]) else {
            throw StoredError("\(names(position)) is \(values[position]), which is no \(Value.self)")
        }
        return value
    }
}
