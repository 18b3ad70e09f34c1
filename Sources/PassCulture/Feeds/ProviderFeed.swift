// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Answers the pass Culture when it asks a provider for stocks and events, under whatever web framework: give it method
/// and target, send what it gives (provider document (22), provider document of 2021).
///
/// The pass Culture asks as soon as somebody chooses the provider in the portal, and once a night from then on, page
/// after page, until one is empty. **What is answered overwrites what it knew**: so there is never a part of a list
/// where the source failed.
///
/// | answer | when |
/// | --- | --- |
/// | 200 | a page of `GET /stocks/{siret}` or `GET /events/{siret}`, and be it empty |
/// | 400 | a wrong SIRET, `limit` or `modifiedSince`, or an `after` that the source does not know |
/// | 404 | an establishment that the source does not know, a list that is not served, another address |
/// | 405 | a method that is neither GET nor HEAD |
/// | 500 | the source threw, or gave a page that is too long, begins again or holds an entry twice: ``FeedAnswer/failure`` says what |
public struct ProviderFeed: Sendable {
    private let stocks: (any StockSource)?
    private let events: (any EventSource)?
    private let prefix: [UInt8]
    private let maximum: Int

    /// Creates a feed.
    ///
    /// - Parameters:
    ///   - stocks: Who knows the stocks; nothing if they are not served.
    ///   - events: Who knows the events; nothing if they are not served.
    ///   - prefix: What comes before `/stocks` in the path: `/pass-culture`.
    ///   - maximum: The most entries of a page, whatever the pass Culture asks for; it usually asks for 1000.
    /// - Precondition: the maximum is 1 or more.
    public init(
        stocks: (any StockSource)? = nil, events: (any EventSource)? = nil, prefix: String = "", maximum: Int = 1_000
    ) {
        precondition(maximum >= 1, "a page without entries ends the list")
        self.stocks = stocks
        self.events = events
        self.prefix = prefix.split(separator: "/").flatMap { Array("/\($0)".utf8) }
        self.maximum = maximum
    }

    /// Answers a call.
    ///
    /// - Parameters:
    ///   - method: The method, in capitals; HEAD is answered as GET without a body.
    ///   - target: Path and query **as they came**, not decoded.
    public func answer(method: String, target: String) async -> FeedAnswer {
        method == "HEAD" ? await read(target, "GET").withoutBody : await read(target, method)
    }

    private func read(_ target: String, _ method: String) async -> FeedAnswer {
        let parts = LinkParts(Array(target.utf8))
        guard let (section, siret) = route(parts.path) else { return Self.nowhere }
        let call = Call(isGET: method == "GET", siret: siret, section: section, parts: parts)
        switch section {
        case .stocks:
            guard let stocks else { return Self.nowhere }
            return await answer(call, asking: stocks.stocks) { $0.json }
        case .events:
            guard let events else { return Self.nowhere }
            return await answer(call, asking: events.events) { $0.json }
        }
    }

    /// A call that leads to a list.
    private struct Call {
        let isGET: Bool
        let siret: String
        let section: FeedSection
        let parts: LinkParts
    }

    private static let nowhere = FeedAnswer(404, [("url", "Adresse inconnue")])

    private func answer<Entry>(
        _ call: Call, asking source: (Siret, FeedQuery) async throws -> FeedPage<Entry>?,
        writing write: (Entry) -> JSONValue
    ) async -> FeedAnswer {
        guard call.isGET else { return FeedAnswer(405, [("method", "Seules les méthodes GET et HEAD sont possibles")]) }
        switch FeedRequest.read(call.siret, call.parts, for: call.section, maximum: maximum) {
        case .flawed(let flaws): return FeedAnswer(400, flaws)
        case .request(let request):
            do {
                guard let page = try await source(request.siret, request.query) else {
                    return FeedAnswer(404, [("siret", "Siret inexistant")])
                }
                try page.check(request.query)
                return FeedAnswer(page, of: call.section, limit: request.query.limit, write)
            } catch is UnknownFeedEntry where request.query.after != nil {
                return FeedAnswer(400, [("after", "Entrée non trouvée")])
            } catch {
                return FeedAnswer(
                    500, [("global", "La liste ne peut pas être donnée pour le moment")], failure: error)
            }
        }
    }

    /// Which list a path leads to, and of which establishment.
    private func route(_ path: [UInt8]) -> (FeedSection, siret: String)? {
        guard path.starts(with: prefix + [UInt8(ascii: "/")]) else { return nil }
        var segments = path.dropFirst(prefix.count + 1).split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // A slash at the end, which some frameworks write, leads nowhere else.
        if segments.count == 3, segments[2].isEmpty { segments.removeLast() }
        guard segments.count == 2, let section = FeedSection(rawValue: String(decoding: segments[0], as: UTF8.self))
        else { return nil }
        return (section, String(decoding: LinkPattern.decoded(Array(segments[1])), as: UTF8.self))
    }
}
