// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Reads a list in small pages, beside the whole of it.
struct FeedWalk: Sendable {
    /// Asks.
    private let caller: FeedCaller
    /// The whole list.
    private let list: FeedList

    /// How many pages are compared from the beginning at most.
    private static let pages = 30
    /// At how many names that stand several times, and at how many joints of the whole list's own pages.
    private static let places = 6

    /// A walk beside a list that was read.
    init(_ caller: FeedCaller, _ list: FeedList) {
        self.caller = caller
        self.list = list
    }

    /// Compares pages of two small lengths and of a third of the list; pages that would end within a name that stands several times; and
    /// what stands where the pages of the whole list meet, and at its end; a page without a limit.
    ///
    /// - Throws: ``Interruption/failed(_:)`` with the first page that differs; ``Interruption/inconclusive(_:)`` when the list has changed
    ///   meanwhile.
    func compare() async throws {
        let small = list.smallLimit
        for limit in Set([small, small + 1, max(small, min(list.keys.count / 3 + 1, FeedList.usualLimit))]).sorted() {
            try await compare(from: 0, limit: limit, pages: Self.pages)
        }
        for run in Self.some(of: list.runs) {
            let start = list.beginning(before: run.lowerBound + 1 - small)
            let limit = run.lowerBound + 1 - start
            // A page that begins with the name has to hold all of it, and cannot be made to end in it.
            if start < run.lowerBound, run.count <= limit { try await compare(from: start, limit: limit, pages: 2) }
        }
        for joint in Self.some(of: list.joints) {
            try await compare(from: list.beginning(before: joint - small), limit: 2 * small + 1, pages: 2)
        }
        // What a name leads to, wherever it stands.
        for (first, again) in Self.some(of: list.returns) {
            try await compare(from: first + 1, limit: small, pages: 1)
            try await compare(from: again + 1, limit: small, pages: 1)
        }
        if list.isComplete {
            try await compare(from: list.beginning(before: list.keys.count - 1), limit: small, pages: 2)
        }
        // So the service of 2018 asked (contract 2018-12 §11.4).
        if let second = list.second { try await compare(from: second, limit: nil, pages: 1) }
    }

    /// The first and the last of what there are many of.
    private static func some<Place>(of places: [Place]) -> [Place] {
        places.count <= Self.places ? places : Array(places.prefix(Self.places / 2) + places.suffix(Self.places / 2))
    }

    private func compare(from start: Int, limit: Int?, pages: Int) async throws {
        var position = start
        for _ in 0..<pages where position < list.keys.count || list.isComplete {
            let after = position == 0 ? nil : list.name(at: position - 1)
            if position > 0, after == nil { throw Self.unnamed(list.section) }
            let page: FeedPage
            do {
                page = try await caller.page(list.section, after: after, limit: limit)
            } catch Interruption.failed(let evidence) {
                // How a list ends is another check's.
                if position == list.keys.count { return }
                guard try await caller.isStill(list) else { throw Self.moving }
                throw Interruption.failed(evidence)
            }
            let isBehind = position == list.keys.count
            let expected = Array(list.keys[position...].prefix(max(1, page.keys.count)))
            // What stands behind a list that was not read to its end is not known.
            let found = list.isComplete ? page.keys : Array(page.keys.prefix(expected.count))
            guard found == expected else { throw try await failure(found, expected, page.exchange, at: position) }
            if isBehind { return }
            position += found.count
        }
    }

    private func failure(
        _ found: [String], _ expected: [String], _ exchange: Exchange, at position: Int
    ) async throws -> Interruption {
        // What was sold meanwhile is no mistake of the pages.
        guard try await caller.isStill(list) else { return Self.moving }
        let same = zip(found, expected).prefix { $0 == $1 }.count
        let (wanted, told) = (Self.text(expected, behind: same), Self.text(found, behind: same))
        let isCut = position > 0 && list.name(at: position) == list.name(at: position - 1)
        let cut =
            isCut
            ? Sentence(
                " ; la page d'avant s'arrêtait entre les entrées d'une même référence, qui vont ensemble",
                "; the page before ended between the entries of one reference, which belong together")
            : Sentence("", "")
        return .failed(
            Evidence(
                expected: Sentence("ensuite : \(wanted)\(cut.french)", "next: \(wanted)\(cut.english)"),
                seen: Sentence("ensuite : \(told)", "next: \(told)"), curl: exchange.curl))
    }

    /// Some of a list of keys, from where it differs; a sign for what there is before and behind.
    private static func text(_ keys: [String], behind same: Int) -> String {
        guard same > 0 || !keys.isEmpty else { return "[]" }
        let shown = keys.dropFirst(same).prefix(5)
        let parts = (same > 0 ? ["… (\(same))"] : []) + shown + (keys.count > same + 5 ? ["…"] : [])
        return parts.joined(separator: ", ") + (shown.isEmpty ? ", []" : "")
    }

    /// Nothing is decided by a list that changes under our eyes.
    static let moving = Interruption.inconclusive(
        Sentence(
            "La liste a changé pendant la lecture : prenez un montage d'essai au repos.",
            "The list changed while it was read: take a test set-up at rest."))

    /// Where a last entry has no name, there is no next page to ask for: another check's failure.
    static func unnamed(_ section: FeedSection) -> Interruption {
        .inconclusive(
            Sentence(
                "Une entrée n'a pas de « \(section.name) » en texte : pas de page suivante à demander.",
                "An entry has no \"\(section.name)\" that is a text: there is no next page to ask for."))
    }
}
