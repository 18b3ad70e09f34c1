// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Asks a provider as the pass Culture does.
struct FeedCaller: Sendable {
    /// The provider.
    let feed: Feed
    private let probe: Probe

    /// A check of a provider that was run on something else.
    struct NotAProvider: Error {}

    /// The provider of a probe.
    ///
    /// - Throws: when the run is not one of a provider, which is a mistake of ours.
    init(_ probe: Probe) throws {
        guard let feed = probe.world.feed else { throw NotAProvider() }
        self.feed = feed
        self.probe = probe
    }

    /// Asks for a section: of the place that is known, unless another is named.
    func get(
        _ section: FeedSection, siret: String? = nil, _ query: [(String, String)] = []
    ) async throws -> Exchange {
        let path = feed.path(of: section, siret ?? feed.setting.siret)
        return try await probe.wire.send("GET", path + Caller.text(query), headers: [], body: nil)
    }

    /// Asks for a page.
    ///
    /// - Throws: ``Interruption/failed(_:)`` when the answer is none.
    func page(
        _ section: FeedSection, after: String? = nil, limit: Int? = nil, since: String? = nil
    ) async throws -> FeedPage {
        let query =
            (after.map { [("after", $0)] } ?? []) + (limit.map { [("limit", "\($0)")] } ?? [])
            + (since.map { [("modifiedSince", $0)] } ?? [])
        let exchange = try await get(section, query)
        guard let page = FeedPage(exchange, of: section) else {
            throw exchange.failure("200 {\"\(section.rawValue)\":[…]}")
        }
        return page
    }

    /// All that there is, read once for all checks.
    ///
    /// What is wrong with a page behind the first one ends the list and is another check's; a first page that is none is a preparation's
    /// failure.
    func list(_ section: FeedSection) async throws -> FeedList {
        if let list = feed.list(section) { return list }
        let list = try await probe.prepare { try await readList(section) }
        feed.keep(list, of: section)
        return list
    }

    /// The same, with so many entries at least.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` when there are fewer.
    func list(_ section: FeedSection, atLeast count: Int) async throws -> FeedList {
        let list = try await list(section)
        guard list.entries.count >= count else {
            throw Interruption.notJudged(
                Sentence(
                    "Il en faut \(count), la liste en a \(list.entries.count) : donnez le SIRET d'un lieu plus fourni.",
                    "It takes \(count) of them, the list has \(list.entries.count): give the SIRET of a place with more."
                ))
        }
        return list
    }

    /// All that there is now.
    func readList(_ section: FeedSection) async throws -> FeedList {
        var list = FeedList(section)
        var after: String?
        for _ in 0..<FeedList.mostPages {
            let page: FeedPage
            do {
                page = try await self.page(section, after: after, limit: FeedList.usualLimit)
            } catch Interruption.failed where after != nil {
                return list
            }
            guard list.add(page) else { return list }
            after = page.last
        }
        throw Interruption.notJudged(
            Sentence(
                "Plus de \(FeedList.mostPages) pages sans fin en vue : donnez le SIRET d'un lieu plus petit.",
                "More than \(FeedList.mostPages) pages and no end in sight: give the SIRET of a smaller place."))
    }
}
