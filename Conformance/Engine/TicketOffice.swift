// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A ticketing system (today §4.5, §4.6) that stands ready for the platform to call, so that a ticketed event can be booked on it.
///
/// The certifier brings none of its own: whoever runs it starts one where the platform can reach it, and hands over its addresses.
public struct TicketOffice: Sendable {
    /// Where tickets are booked.
    let bookingURL: String
    /// Where they are cancelled.
    let cancelURL: String
    /// The key that it shares with the pass Culture.
    let key: SigningKey

    /// An office by its addresses and its key.
    public init(bookingURL: String, cancelURL: String, key: SigningKey) {
        self.bookingURL = bookingURL
        self.cancelURL = cancelURL
        self.key = key
    }
}
