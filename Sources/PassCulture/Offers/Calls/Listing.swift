// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A list that the platform gives page by page, fifty at a time, in the order of their numbers (`today §1.4`).
///
/// ```swift
/// for try await event in publisher.events(venue: 42) { show(event.offer.name) }
/// ```
///
/// A page is asked for when the one before is read. What is published meanwhile may be in the list or not.
public struct Listing<Element: Sendable>: AsyncSequence, Sendable {
    /// Why it may end before its end.
    public typealias Failure = PublishingStop

    /// How many the platform gives at a time.
    static var pageSize: Int { 50 }

    let publisher: Publisher
    /// The number of an element.
    let id: @Sendable (Element) -> Int
    /// The question for the page that begins with a number.
    let call: @Sendable (_ firstIndex: Int) -> PublishingCall<[Element]>

    /// Begins at the first.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// All of it, on the caller's thread.
    ///
    /// - Throws: ``PublishingStop`` with the first page that was refused or not answered.
    public func allBlocking() throws(PublishingStop) -> [Element] {
        var all: [Element] = []
        var cursor = ListingCursor(self)
        while let page = cursor.leave() {
            do throws(PassCultureError) {
                try cursor.take(try publisher.lookBlocking(page.call), of: page)
            } catch {
                throw .fault(error)
            }
            if let refusal = cursor.refusal { throw .refused(refusal) }
            while let element = cursor.nextElement() { all.append(element) }
        }
        return all
    }

    /// Where somebody is in a list.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Why the list may end before its end.
        public typealias Failure = PublishingStop

        private let publisher: Publisher
        private var cursor: ListingCursor<Element>

        init(_ listing: Listing) {
            publisher = listing.publisher
            cursor = ListingCursor(listing)
        }

        /// The next, or nil after the last.
        ///
        /// - Throws: ``PublishingStop`` with the page that was refused or not answered; the list ends there.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(PublishingStop) -> Element? {
            while true {
                if let element = cursor.nextElement() { return element }
                guard let page = cursor.leave() else { return nil }
                do throws(PassCultureError) {
                    try cursor.take(try await publisher.look(page.call), of: page)
                } catch {
                    throw .fault(error)
                }
                if let refusal = cursor.refusal { throw .refused(refusal) }
            }
        }
    }
}
