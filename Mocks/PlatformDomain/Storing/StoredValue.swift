// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// One field of a record or an event, in the few kinds that every format of keeping has.
///
/// The data file writes it into a typed column, a snapshot into a line of JSON. Reading is lenient between kinds that one of the two
/// cannot tell apart (a truth is a number in SQL, a date is a text in JSON) and strict about everything else.
package enum StoredValue: Sendable, Hashable {
    /// Nothing.
    case null
    /// A truth.
    case bool(Bool)
    /// A whole number: an identifier, cents, a count.
    case integer(Int64)
    /// A moment.
    case instant(Instant)
    /// A text.
    case text(String)
    /// Several, in order.
    case list([StoredValue])
}
