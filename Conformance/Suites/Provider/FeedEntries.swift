// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What every entry of a list has to hold.
struct FeedEntries: Sendable {
    private let list: FeedList

    /// The list of a provider, with one entry at least.
    init(_ probe: Probe, _ section: FeedSection) async throws {
        list = try await FeedCaller(probe).list(section, atLeast: 1)
    }

    /// The entries, in order.
    var entries: [JSONValue] { list.entries }

    /// All of them hold something.
    ///
    /// - Throws: ``Interruption/failed(_:)`` with how many do not, and the first of these.
    func expect(_ expected: Sentence, _ holds: (JSONValue) -> Bool) throws {
        try fail(at: entries.indices.filter { !holds(entries[$0]) }, expected)
    }

    /// What is read from each is there once.
    ///
    /// - Throws: ``Interruption/failed(_:)`` with what is there again.
    func expectOnce(_ expected: Sentence, _ read: (JSONValue) -> [String]) throws {
        var seen: Set<String> = []
        try fail(
            at: entries.indices.filter { index in
                var isNew = true
                for text in read(entries[index]) where !seen.insert(text).inserted { isNew = false }
                return !isNew
            }, expected)
    }

    private func fail(at places: [Int], _ expected: Sentence) throws {
        guard let first = places.first, let place = list.place(of: first) else { return }
        let text = entries[first].text
        let shown = text.count > 400 ? "\(text.prefix(400))…" : text
        let (count, all) = (places.count, entries.count)
        throw Interruption.failed(
            Evidence(
                expected: expected,
                seen: Sentence(
                    "\(count) sur \(all) autrement, d'abord \(place.path) : \(shown)",
                    "\(count) of \(all) otherwise, first \(place.path): \(shown)"), curl: place.exchange.curl))
    }
}

extension JSONValue {
    /// Whether it is a text with something in it.
    var isTextual: Bool { stringValue.map { !$0.isEmpty } ?? false }
}
