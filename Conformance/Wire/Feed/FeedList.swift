// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// All that a provider lists for a place, page by page.
struct FeedList: Sendable {
    /// How many entries a page may have: what the pass Culture usually asks for (provider document of 2021).
    static let usualLimit = 1_000
    /// How many pages are read at most.
    static let mostPages = 500

    /// The section.
    let section: FeedSection
    /// The pages, in order; none of them empty.
    private(set) var pages: [FeedPage] = []
    /// Whether it was read to an empty page.
    private(set) var isComplete = false
    private var known: Set<String> = []

    init(_ section: FeedSection) {
        self.section = section
    }

    /// All entries, in order.
    var entries: [JSONValue] { pages.flatMap(\.entries) }

    /// By what they are known, in order.
    var keys: [String] { pages.flatMap(\.keys) }

    /// The answer in which an entry stands, and where: `stocks[3]`.
    func place(of index: Int) -> (exchange: Exchange, path: String)? {
        var index = index
        for page in pages {
            if index < page.entries.count { return (page.exchange, "\(section.rawValue)[\(index)]") }
            index -= page.entries.count
        }
        return nil
    }

    /// The smallest limit at which no page need cut apart the entries of one name.
    var smallLimit: Int {
        let names = entries.compactMap { $0[section.name]?.text }
        let most = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 1
        return max(2, most)
    }

    /// Takes a page; says whether there may be more behind it.
    mutating func add(_ page: FeedPage) -> Bool {
        guard let first = page.keys.first else {
            isComplete = true
            return false
        }
        // A list that begins again has no end.
        guard !known.contains(first) else { return false }
        pages.append(page)
        known.formUnion(page.keys)
        return page.last != nil
    }
}
