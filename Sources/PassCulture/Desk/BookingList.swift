// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A list of bookings at the platform, read page by page as it is gone through; ``Desk/bookings(_:)`` makes one.
///
/// ```swift
/// for try await booking in desk.bookings(.ofVenue(1234, status: .used)) { … }
/// ```
///
/// No booking in it has its countermark: the platform does not tell it (`today §2.2`). Going through it again asks again.
public struct BookingList: AsyncSequence, Sendable {
    /// A booking.
    public typealias Element = BookingDetails
    /// Why a page could not be had.
    public typealias Failure = PassCultureError

    /// Goes through a list once.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let loop: DeskLoop
        private var cursor: BookingCursor
        private var page: ArraySlice<BookingDetails> = []

        init(_ query: BookingQuery, _ loop: DeskLoop) {
            self.loop = loop
            cursor = BookingCursor(query)
        }

        /// The next booking; `nil` after the last.
        ///
        /// - Throws: ``PassCultureError``: `list-refused`, `not-in-this-edition`, or what keeps a check from an answer.
        public mutating func next() async throws(PassCultureError) -> BookingDetails? {
            if let booking = page.popFirst() { return booking }
            guard !cursor.isOver else { return nil }
            let bookings = try await loop.exchanges.run(loop.page(cursor))
            try cursor.take(bookings)
            page = bookings[...]
            return page.popFirst()
        }
    }

    let query: BookingQuery
    let loop: DeskLoop

    /// Begins to go through it.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(query, loop) }
}
