// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which of the three addresses pass Culture calls (`today §4.1`); the partner gives each a path of its own.
public enum WebhookCall: String, Hashable, Sendable, CaseIterable {
    /// `notificationUrl`: a booking was made or cancelled, and wants no answer but that it was heard.
    case notification
    /// `bookingUrl`: a young person books, and waits for tickets.
    case booking
    /// `cancelUrl`: tickets are given back.
    case cancellation
}
