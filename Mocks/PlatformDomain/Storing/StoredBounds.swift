// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What numbers that come from outside may be: the platform's own stay far within, and within them its arithmetic cannot fail.
enum StoredBounds {
    /// Counts, coordinates, sequences.
    static let numbers: ClosedRange<Int64> = -(1 << 48)...(1 << 48)
    /// Quantities and sizes.
    static let quantities: ClosedRange<Int64> = 0...Int64(Int32.max)
    /// Identifiers, of which there are no negative ones.
    static let identifiers: ClosedRange<Int64> = 0...Int64.max
    /// Amounts in cents, up to ten billion euros.
    static let cents: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
    /// Moments, from before the year 1 until after the year 9999: what is due lies after what it follows from.
    static let instants = Instant(microseconds: -62_135_596_800_000_000) - margin...Instant.latest + margin
    /// When something falls due that never will.
    static let never = Instant(microseconds: .max)

    private static let margin = Span.days(1_000)
}
