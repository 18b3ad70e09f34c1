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

    /// Whether any of them holds something.
    ///
    /// - Throws: ``Interruption/notApplicable(_:)`` when none does.
    func require(_ reason: Sentence, _ holds: (JSONValue) -> Bool) throws {
        guard entries.contains(where: holds) else { throw Interruption.notApplicable(reason) }
    }

    /// All of them hold something.
    ///
    /// - Throws: ``Interruption/failed(_:)`` with how many do not, and the first of these.
    ///
    /// - Parameter keys: What of an entry is shown beside its name; all of it unless said.
    func expect(_ expected: Sentence, showing keys: [String] = [], _ holds: (JSONValue) -> Bool) throws {
        try fail(at: entries.indices.filter { !holds(list.entries[$0]) }, expected, keys)
    }

    /// What is read from each is there once.
    ///
    /// - Throws: ``Interruption/failed(_:)`` with what is there again.
    func expectOnce(_ expected: Sentence, showing keys: [String] = [], _ read: (JSONValue) -> [String]) throws {
        // To the letter: an accent may be written in two ways.
        var seen: Set<[UInt8]> = []
        try fail(
            at: entries.indices.filter { index in
                var isNew = true
                for text in read(list.entries[index]) where !seen.insert(Array(text.utf8)).inserted { isNew = false }
                return !isNew
            }, expected, keys)
    }

    private func fail(at places: [Int], _ expected: Sentence, _ keys: [String]) throws {
        guard let first = places.first, let place = list.place(of: first) else { return }
        let text = shown(entries[first], keys).text
        let shown = text.count > 400 ? "\(text.prefix(400))…" : text
        let (count, all) = (places.count, entries.count)
        throw Interruption.failed(
            Evidence(
                expected: expected,
                seen: Sentence(
                    "\(count) \(count < 2 ? "entrée" : "entrées") sur \(all), d'abord \(place.path) : \(shown)",
                    "\(count) of \(all) entries, first \(place.path): \(shown)"), curl: place.exchange.curl))
    }

    /// An entry's name and what is at some of its keys; the whole of what is no object.
    private func shown(_ entry: JSONValue, _ keys: [String]) -> JSONValue {
        guard !keys.isEmpty, let object = entry.objectValue else { return entry }
        var part: JSONObject = [:]
        for key in [list.section.name] + keys { part[key] = object[key] }
        return .object(part)
    }
}

extension JSONValue {
    /// Whether it is a text with something in it.
    var isTextual: Bool { stringValue.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
}
