// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Desk {
    /// The bookings of an offer or a venue (today's edition), page by page as they are gone through.
    public func bookings(_ query: BookingQuery) -> BookingList { BookingList(query: query, loop: loop) }

    /// The bookings of an offer or a venue, read on the caller's thread.
    ///
    /// - Parameters:
    ///   - query: Which.
    ///   - limit: How many at most.
    /// - Returns: The bookings, and whether there may be more of them.
    /// - Throws: ``PassCultureError``: `list-refused`, `not-in-this-edition`, or what keeps a check from an answer.
    public func bookingsBlocking(
        _ query: BookingQuery, atMost limit: Int = 10_000
    ) throws(PassCultureError) -> BookingExcerpt {
        var cursor = BookingCursor(query)
        var found: [BookingDetails] = []
        while !cursor.isOver, found.count < limit {
            let page = try loop.exchanges.runBlocking(loop.page(cursor))
            try cursor.take(page)
            guard page.count <= limit - found.count else {
                return BookingExcerpt(bookings: found + page.prefix(limit - found.count), isCut: true)
            }
            found += page
        }
        return BookingExcerpt(bookings: found, isCut: !cursor.isOver)
    }
}

extension DeskLoop {
    /// Asks for the page at which a cursor stands.
    func page(_ cursor: BookingCursor) throws(PassCultureError) -> BookingsMachine {
        guard let question = dialect.listing(cursor.query, from: cursor.first) else {
            throw PassCultureError(.notInThisEdition)
        }
        return BookingsMachine(question, in: dialect, on: exchanges, deadline: nil)
    }
}
