// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where the reading of a list of bookings stands: pages by the lowest number, until one is not full (`today §1.4`).
struct BookingCursor: Sendable {
    let query: BookingQuery
    /// Where the next page begins.
    private(set) var first = 1
    /// Whether there is no further page.
    private(set) var isOver = false

    init(_ query: BookingQuery) { self.query = query }

    /// Takes a page in.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/unreadableAnswer`` when its numbers do not rise: reading on would
    ///   never end.
    mutating func take(_ page: [BookingDetails]) throws(PassCultureError) {
        for booking in page {
            guard let number = Int(booking.bookingID), number >= first, number < Int.max else {
                throw PassCultureError(.unreadableAnswer, status: 200, detail: "the numbers of a list do not rise")
            }
            first = number + 1
        }
        isOver = page.count < query.pageSize
    }
}
