// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who knows the stocks of shops and venues: the vendor's program.
public protocol StockSource: Sendable {
    /// A part of the stocks of an establishment.
    ///
    /// What is answered overwrites what the pass Culture knew. So whatever the source cannot find out, it throws: an
    /// error is answered with 500, which holds no list.
    ///
    /// - Returns: the page, by ``FeedPage/init(of:for:)`` from a whole list; nothing for an establishment that is not
    ///   known.
    /// - Throws: ``UnknownFeedEntry`` when ``FeedQuery/after`` is not known, anything else when the source fails.
    func stocks(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedStock>?
}

/// Who knows the agenda of venues: the vendor's program.
public protocol EventSource: Sendable {
    /// A part of the events of an establishment.
    ///
    /// A future occurrence that was served before and is missing now is hidden, and its bookings are cancelled. So
    /// whatever the source cannot find out, it throws.
    ///
    /// - Returns: the page, by ``FeedPage/init(of:for:)`` from a whole list; nothing for an establishment that is not
    ///   known.
    /// - Throws: ``UnknownFeedEntry`` when ``FeedQuery/after`` is not known, anything else when the source fails.
    func events(of siret: Siret, for query: FeedQuery) async throws -> FeedPage<FeedEvent>?
}
