// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The number of a record in its table: dense, from 1, never used twice.
///
/// What partners see on the wire is another spelling of it (`contract 2018-12 §1.1`), which the HTTP layer writes and reads.
package struct Identifier<Record>: Hashable, Comparable, Sendable {
    /// The number.
    package let number: Int64

    /// Creates an identifier from its number.
    package init(_ number: Int64) {
        self.number = number
    }

    /// Whether the left record is the older.
    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Identifier: CustomStringConvertible {
    /// The record's kind and number, for people who debug.
    package var description: String { "\(Record.self) \(number)" }
}
