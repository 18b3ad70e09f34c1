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
            throw notAList(exchange, section, isFirst: after == nil)
        }
        return page
    }

    private func notAList(_ exchange: Exchange, _ section: FeedSection, isFirst: Bool) -> Interruption {
        let list = "200 {\"\(section.rawValue)\":[…]}"
        let seen: Sentence
        if let why = exchange.notJSON {
            seen = Sentence("pas du JSON (\(why)) : \(exchange.summary)", "no JSON (\(why)): \(exchange.summary)")
        } else if (300..<400).contains(exchange.status), let location = exchange.header("Location") {
            seen = Sentence(
                "\(exchange.status) vers \(location), qui n'est pas suivi",
                "\(exchange.status) to \(location), which is not followed")
        } else {
            seen = Sentence(exchange.summary, exchange.summary)
        }
        return .failed(
            Evidence(
                expected: isFirst
                    ? Sentence(
                        "\(list), le SIRET étant celui d'un lieu que vous connaissez",
                        "\(list), the SIRET being that of a place that you know")
                    : Sentence("\(list) après cette entrée", "\(list) after that entry"),
                seen: seen, curl: exchange.curl))
    }

    /// All that there is, read once for all checks.
    ///
    /// What is wrong with a page behind the first one ends the list and is another check's; a first page that is none is a preparation's
    /// failure. Of a list that is too long, its beginning.
    func list(_ section: FeedSection) async throws -> FeedList {
        if let list = try feed.list(section)?.get() { return list }
        do {
            let list = try await probe.prepare { try await readList(section) }
            feed.keep(.success(list), of: section)
            return list
        } catch let interruption as Interruption {
            // Whoever keeps us waiting for a list does so once.
            feed.keep(.failure(interruption), of: section)
            throw interruption
        }
    }

    /// The same, with so many entries at least.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` when there are fewer.
    func list(_ section: FeedSection, atLeast count: Int) async throws -> FeedList {
        let list = try await list(section)
        guard list.entries.count >= count else {
            throw Interruption.notJudged(
                Sentence(
                    "Il faut \(count) entrées, la liste en a \(list.entries.count) : donnez le SIRET d'un lieu plus fourni.",
                    "It takes \(count) entries, the list has \(list.entries.count): give the SIRET of a place with more."
                ))
        }
        return list
    }

    /// All that there is now, page by page.
    func readList(_ section: FeedSection) async throws -> FeedList {
        var list = FeedList(section)
        while list.end == nil {
            do {
                list.add(try await page(section, after: list.last, limit: FeedList.usualLimit))
            } catch Interruption.failed where list.last != nil {
                list.add(nil)
            }
        }
        return list
    }

    /// Whether a list is read again as it was, in whatever order.
    func isStill(_ list: FeedList) async throws -> Bool {
        try await readList(list.section).keys.sorted() == list.keys.sorted()
    }

    /// The same to its end.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` when it is too long to be read to its end.
    func wholeList(_ section: FeedSection, atLeast count: Int) async throws -> FeedList {
        let list = try await list(section, atLeast: count)
        guard list.end != .tooMany else {
            throw Interruption.notJudged(
                Sentence(
                    "Plus de \(FeedList.mostPages) pages sans fin en vue : donnez le SIRET d'un lieu plus petit.",
                    "More than \(FeedList.mostPages) pages and no end in sight: give the SIRET of a smaller place."))
        }
        return list
    }
}

extension Exchange {
    /// Why a body that came with 200 is no JSON; nil when it is.
    fileprivate var notJSON: String? {
        guard status == 200 else { return nil }
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { return "byte order mark" }
        do {
            _ = try JSONValue(parsing: body)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
