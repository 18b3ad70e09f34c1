// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What changes of the addresses at which your software serves the pass Culture (`today §4.1`).
///
/// The two of the ticketing, ``booking`` and ``cancel``, go together: both are set or neither.
public struct ServiceURLsChange: Hashable, Sendable {
    /// Where bookings and cancellations are told.
    public var notification: FieldChange<String>

    /// Where tickets are asked for.
    public var booking: FieldChange<String>

    /// Where tickets are given back.
    public var cancel: FieldChange<String>

    /// Creates a change.
    public init(
        notification: FieldChange<String> = .unchanged, booking: FieldChange<String> = .unchanged,
        cancel: FieldChange<String> = .unchanged
    ) {
        self.notification = notification
        self.booking = booking
        self.cancel = cancel
    }

    var json: JSONValue {
        var object = JSONObject()
        object.write("notificationUrl", notification) { .string($0) }
        object.write("bookingUrl", booking) { .string($0) }
        object.write("cancelUrl", cancel) { .string($0) }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        limits.address(notification.value, at: "notificationUrl")
        limits.address(booking.value, at: "bookingUrl")
        limits.address(cancel.value, at: "cancelUrl")
        // With the other as it is nobody here knows; one set and the other cleared is wrong whatever was before.
        let isHalf = (booking == .cleared && cancel.value != nil) || (booking.value != nil && cancel == .cleared)
        if isHalf {
            limits.refuse(
                "ticketing_urls", "Your `booking_url` and `cancel_url` must be either both set or both unset")
        }
    }
}
