// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension PageCursor {
    /// The part asked for of several lists, each in order, as one: nothing is looked at before the part, and little behind it.
    func page<Record>(
        merging lists: [[Identifier<Record>]], where isListed: (Identifier<Record>) -> Bool = { _ in true }
    ) -> [Identifier<Record>] {
        var heads = lists.enumerated().compactMap { index, list in
            Head(list: index, position: Self.position(of: firstIndex, in: list), of: lists)
        }.sorted { $1.isBefore($0) }
        var page: [Identifier<Record>] = []
        while page.count < limit, let head = heads.popLast() {
            if isListed(head.id) { page.append(head.id) }
            guard let next = Head(list: head.list, position: head.position + 1, of: lists) else { continue }
            // Most often it is the first one again.
            var place = heads.count
            while place > 0, heads[place - 1].isBefore(next) { place -= 1 }
            heads.insert(next, at: place)
        }
        return page
    }

    /// The next number of a list, among those of all.
    private struct Head<Record> {
        let id: Identifier<Record>
        let list: Int
        let position: Int

        /// The number at a position; nothing behind the list's end.
        init?(list: Int, position: Int, of lists: [[Identifier<Record>]]) {
            guard position < lists[list].count else { return nil }
            id = lists[list][position]
            self.list = list
            self.position = position
        }

        /// Whether it comes before another one.
        func isBefore(_ other: Head) -> Bool { id < other.id }
    }

    /// Where in a list the first number stands that is not below another.
    private static func position<Record>(of number: Int64, in list: [Identifier<Record>]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
