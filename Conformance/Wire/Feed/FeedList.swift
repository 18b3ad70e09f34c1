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
    /// The answers, in order, and where in the list the entries of each begin.
    private var pages: [(start: Int, exchange: Exchange)] = []
    /// All entries, in order.
    private(set) var entries: [JSONValue] = []
    /// By what they are known, in order.
    private(set) var keys: [String] = []
    /// The name of the last entry; nil when it has none.
    private(set) var last: String?
    /// How its reading ended; nil as long as it goes on.
    private(set) var end: End?
    private var known: Set<String> = []

    /// How the reading of a list ends.
    enum End {
        /// With an empty page, as it should.
        case empty
        /// With a page of which all was read before.
        case repeats
        /// With an entry that has no name to ask for the next one by.
        case unnamed
        /// With a page that is none.
        case refused
        /// After as many pages as are read at most.
        case tooMany
    }

    init(_ section: FeedSection) {
        self.section = section
    }

    /// Whether all that there is was read.
    var isComplete: Bool { end == .empty }

    /// The answer in which an entry stands, and where: `stocks[3]`.
    func place(of index: Int) -> (exchange: Exchange, path: String)? {
        guard let page = pages.last(where: { $0.start <= index }) else { return nil }
        return (page.exchange, "\(section.rawValue)[\(index - page.start)]")
    }

    /// The name of an entry; nil when it is no text, or there is no such entry.
    func name(at index: Int) -> String? {
        entries.indices.contains(index) ? entries[index][section.name]?.stringValue : nil
    }

    /// The smallest limit at which no page need cut apart the entries of one name.
    var smallLimit: Int {
        let names = entries.indices.compactMap { name(at: $0) }
        return max(2, Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 1)
    }

    /// Where names stand that stand several times.
    var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, let name = name(at: start), name == self.name(at: end) { end += 1 }
            if end - start > 1 { runs.append(start..<end) }
            start = end
        }
        return runs
    }

    /// Where a name stands again that stood before, with others between.
    var returns: [(first: Int, again: Int)] {
        var places: [String: Int] = [:]
        var returns: [(first: Int, again: Int)] = []
        for index in entries.indices {
            guard let name = name(at: index) else { continue }
            if let before = places[name], before < index - 1 { returns.append((before, index)) }
            places[name] = index
        }
        return returns
    }

    /// Where its own pages meet.
    var joints: [Int] { pages.dropFirst().map(\.start) }

    /// The first place of a name that is no further than some entry, which `after` can lead to.
    func beginning(before index: Int) -> Int {
        var start = max(0, min(index, entries.count - 1))
        while start > 0, let name = name(at: start), name == self.name(at: start - 1) { start -= 1 }
        return start
    }

    /// The first place behind the list's first name; nil when there is no other.
    var second: Int? { entries.indices.dropFirst().first { name(at: $0) != name(at: 0) } }

    /// Takes a page, or that the next one is none.
    mutating func add(_ page: FeedPage?) {
        guard let page else {
            end = .refused
            return
        }
        guard !page.keys.isEmpty, !page.keys.allSatisfy(known.contains), pages.count < Self.mostPages else {
            end = page.keys.isEmpty ? .empty : pages.count < Self.mostPages ? .repeats : .tooMany
            return
        }
        pages.append((entries.count, page.exchange))
        entries += page.entries
        keys += page.keys
        known.formUnion(page.keys)
        last = page.last
        if last == nil { end = .unnamed }
    }
}
