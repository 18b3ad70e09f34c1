// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What can stand in a field of a record that is kept.
package protocol Storable: Sendable {
    /// What its column holds.
    static var columnType: ColumnType { get }
    /// Whether it may be missing.
    static var isOptional: Bool { get }
    /// The value as it is kept.
    var stored: StoredValue { get }
    /// Reads the value; nothing if it is no such value.
    init?(stored: StoredValue)
}

/// What a column of the data file holds.
package enum ColumnType: Sendable, Hashable {
    /// Whole numbers: identifiers, cents, microseconds since 1970, truths.
    case integer
    /// Texts.
    case text
    /// Lists.
    case list
}

extension Storable {
    /// Whether it may be missing: only what is optional may.
    package static var isOptional: Bool { false }
}

extension Int64: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .integer(self) }
    /// Reads the value; nothing if it is none, or out of all bounds.
    package init?(stored: StoredValue) {
        guard case .integer(let value) = stored, StoredBounds.numbers.contains(value) else { return nil }
        self = value
    }
}

extension Int: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .integer(Int64(self)) }
    /// Reads the value; nothing if it is none, or out of all bounds.
    package init?(stored: StoredValue) {
        guard case .integer(let value) = stored, StoredBounds.quantities.contains(value) else { return nil }
        self.init(exactly: value)
    }
}

extension UInt32: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .integer(Int64(self)) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .integer(let value) = stored else { return nil }
        self.init(exactly: value)
    }
}

extension Bool: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .bool(self) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        switch stored {
        case .bool(let value): self = value
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension String: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .text }
    /// The value as it is kept.
    package var stored: StoredValue { .text(self) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .text(let value) = stored else { return nil }
        self = value
    }
}

extension Instant: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .instant(self) }
    /// Reads the value; nothing if it is none, or out of all bounds.
    package init?(stored: StoredValue) {
        switch stored {
        case .instant(let value): self = value
        case .integer(let microseconds): self.init(microseconds: microseconds)
        case .text(let text): self.init(iso8601: text)
        default: return nil
        }
        guard StoredBounds.instants.contains(self) else { return nil }
    }
}

extension Euros: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .integer(cents) }
    /// Reads the value; nothing if it is none, or out of all bounds.
    package init?(stored: StoredValue) {
        guard case .integer(let cents) = stored, StoredBounds.cents.contains(cents) else { return nil }
        self.init(cents: cents)
    }
}

extension Identifier: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .integer }
    /// The value as it is kept.
    package var stored: StoredValue { .integer(number) }
    /// Reads the value; nothing if it is none, or out of all bounds.
    package init?(stored: StoredValue) {
        guard case .integer(let number) = stored, StoredBounds.identifiers.contains(number) else { return nil }
        self.init(number)
    }
}

extension Optional: Storable where Wrapped: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { Wrapped.columnType }
    /// It may be missing.
    package static var isOptional: Bool { true }
    /// The value as it is kept.
    package var stored: StoredValue { map { $0.stored } ?? .null }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        if case .null = stored {
            self = .none
        } else {
            guard let wrapped = Wrapped(stored: stored) else { return nil }
            self = .some(wrapped)
        }
    }
}

extension Array: Storable where Element: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .list }
    /// The value as it is kept.
    package var stored: StoredValue { .list(map { $0.stored }) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .list(let values) = stored else { return nil }
        self = []
        reserveCapacity(values.count)
        for value in values {
            guard let element = Element(stored: value) else { return nil }
            append(element)
        }
    }
}

extension Storable where Self: RawRepresentable, RawValue == String {
    /// What its column holds: its raw value.
    package static var columnType: ColumnType { .text }
    /// Its raw value.
    package var stored: StoredValue { .text(rawValue) }
    /// Reads a raw value.
    package init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self.init(rawValue: text)
    }
}

extension Rights: Storable {}
extension Product.Kind: Storable {}
extension CancellationCause: Storable {}
extension WithdrawalCause: Storable {}
extension ReimbursementRule: Storable {}
