// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The addresses at which your software serves the pass Culture (`today §4.1`).
public struct ServiceURLs: Hashable, Sendable {
    /// Where bookings and cancellations are told.
    public let notification: String?

    /// Where tickets are asked for.
    public let booking: String?

    /// Where tickets are given back.
    public let cancel: String?

    init(_ reader: JSONReader) throws(JSONReadingError) {
        notification = try reader["notificationUrl"].stringIfPresent()
        booking = try reader["bookingUrl"].stringIfPresent()
        cancel = try reader["cancelUrl"].stringIfPresent()
    }
}
