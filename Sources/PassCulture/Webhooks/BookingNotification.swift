// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// That a booking was made or cancelled, told to the partner's `notificationUrl` (`today §4.4`).
///
/// It comes at most once and is never sent again: whoever relies on it compares with the list of bookings from time to time.
public struct BookingNotification: Hashable, Sendable {
    /// What became of the booking.
    public enum Action: String, Hashable, Sendable {
        /// It was made.
        case book = "BOOK"
        /// It was cancelled.
        case cancel = "CANCEL"
    }

    /// What became of the booking.
    public let action: Action
    /// The booking.
    public let booking: BookingFacts
    /// The name of this very notification, the same when it comes again: for the partner's own records.
    public let reference: WebhookDigest
    /// Whether it was being dealt with when the program ended: look what was done of it before it is done again.
    public internal(set) var wasInterrupted = false

    /// Reads a notification in a signed text.
    ///
    /// - Throws: ``WebhookRefusal`` when it is none.
    public init(_ text: SignedText) throws(WebhookRefusal) {
        let reader = try text.reader()
        (action, booking) = try WebhookRefusal.reading { () throws(JSONReadingError) in
            guard let action = Action(rawValue: try reader["action"].string()) else {
                throw reader["action"].error(expected: "BOOK or CANCEL")
            }
            return (action, try BookingFacts(reader))
        }
        reference = text.digest(for: .notification)
    }
}

extension SignedText {
    /// What is read in it.
    func reader() throws(WebhookRefusal) -> JSONReader {
        do throws(JSONSyntaxError) { return JSONReader(try JSONValue(parsing: bytes)) } catch {
            throw WebhookRefusal(.contentNotJSON, detail: "byte \(error.offset)")
        }
    }
}
