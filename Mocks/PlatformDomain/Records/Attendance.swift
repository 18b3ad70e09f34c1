// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Who is expected on a date (`guide G22`): printed in the last 72 hours before it, and as long as anything is left to validate.
package enum Attendance: Sendable, Hashable {
    /// Bookings can still be cancelled: the list is there from that instant on.
    case notBefore(Instant)
    /// The bookings that are not cancelled, oldest first.
    case expected([Booking])
    /// The date is over, and every booking of it was validated or paid.
    case over
}
