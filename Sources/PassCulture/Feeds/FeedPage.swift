// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A part of a list, as a source gives it.
///
/// The next page is asked for by the reference of the last entry, so the entries of one reference are on one page, all
/// of them: whatever followed on another would never be asked for. A page without entries ends the list.
public struct FeedPage<Entry: FeedEntry>: Sendable {
    /// The entries.
    public let entries: [Entry]
    /// How many there are on all pages.
    public let total: Int
    /// How many come before this page.
    public let offset: Int

    /// A page that the source found by itself, in a database for instance.
    ///
    /// It answers for what ``init(of:for:)`` does: an order that does not vary, entries of one reference together, and
    /// ``UnknownFeedEntry`` where `after` is not known.
    ///
    /// - Parameters:
    ///   - entries: At most as many as were asked for, unless all are of one reference.
    ///   - total: How many entries there are on all pages.
    ///   - offset: How many come before this page.
    public init(_ entries: [Entry], total: Int, offset: Int) {
        self.entries = entries
        self.total = total
        self.offset = offset
    }

    /// The page that is asked for, of a whole list in any order.
    ///
    /// A page ends before a reference whose entries do not all fit, and so may be shorter than the limit. Where the
    /// entries of the very first reference are more than the limit, the page holds them all and nothing else: it is the
    /// one case of a page that is longer.
    ///
    /// With ``FeedQuery/modifiedSince`` the list is that of the references that have changed since, with all of their
    /// entries; `after` may name one that has not.
    ///
    /// - Throws: ``UnknownFeedEntry`` when ``FeedQuery/after`` names nothing in the whole list.
    public init(of list: some Sequence<Entry>, for query: FeedQuery) throws(UnknownFeedEntry) {
        let whole = list.sorted()
        if let after = query.after, !whole.contains(where: { $0.reference == after }) { throw UnknownFeedEntry() }
        let asked = Self.changed(in: whole, for: query)
        let start = query.after.map { after in asked.firstIndex { after < $0.reference } ?? asked.count } ?? 0
        self.init(
            Array(asked[start..<Self.end(of: asked, from: start, query.limit)]), total: asked.count, offset: start)
    }

    private static func changed(in list: [Entry], for query: FeedQuery) -> [Entry] {
        guard let since = query.modifiedSince else { return list }
        let changed = list.filter { entry in entry.modifiedAt.map { $0 >= since } ?? true }
        let references = Set(changed.map(\.reference))
        return list.filter { references.contains($0.reference) }
    }

    /// Where a page ends that cuts no reference apart.
    private static func end(of list: [Entry], from start: Int, _ limit: Int) -> Int {
        guard list.count - start > limit else { return list.count }
        let reference = list[start + limit].reference
        let first = list[start..<(start + limit)].firstIndex { $0.reference == reference } ?? start + limit
        if first > start { return first }
        return list[start...].firstIndex { $0.reference != reference } ?? list.count
    }

    /// Refuses a page that is longer than was asked for without need, that would be asked for without end, or that holds an entry twice.
    func check(_ query: FeedQuery) throws(FeedError) {
        if entries.count > query.limit, entries.contains(where: { $0.reference != entries[0].reference }) {
            throw .pageTooLong(count: entries.count, limit: query.limit)
        }
        if let after = query.after, entries.contains(where: { $0.reference == after }) {
            throw .pageBeginsAgain(reference: after)
        }
        for group in Dictionary(grouping: entries, by: \.reference).values where group.count > 1 {
            for (index, one) in group.enumerated() where group[..<index].contains(where: one.isTwin) {
                throw .entryTwice(reference: one.reference)
            }
        }
    }
}
