// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How many of those who booked an offer came (`guide G26`): the partner validates the countermarks of users who did log in.
package struct Conversion: Sendable, Hashable {
    /// Bookings that are not cancelled.
    package let booked: Int64
    /// Those of them whose countermark was validated.
    package let validated: Int64
    /// Cancelled bookings, which count for nothing.
    package let cancelled: Int64

    /// Validated bookings in hundredths of a percent of those not cancelled; nothing as long as there are none.
    package var basisPoints: Int64? { booked == 0 ? nil : (validated * 10_000 + booked / 2) / booked }
}
