// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A venue in a calendar year: what the brackets of reimbursement are counted by (`today §5`, the year inferred).
package struct VenueYear: Hashable, Comparable, Sendable {
    /// Which venue.
    package let venueID: Identifier<Venue>
    /// Which year.
    package let year: Int64

    /// Whether the left one comes first: by venue, then by year.
    package static func < (left: VenueYear, right: VenueYear) -> Bool {
        (left.venueID, left.year) < (right.venueID, right.year)
    }
}
