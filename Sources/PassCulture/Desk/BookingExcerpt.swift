// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The beginning of a list of bookings, or all of it.
public struct BookingExcerpt: Hashable, Sendable {
    /// The bookings, in the order of their numbers.
    public let bookings: [BookingDetails]

    /// Whether the list was cut: as many were found as were wanted, and there may be more.
    public let isCut: Bool
}
