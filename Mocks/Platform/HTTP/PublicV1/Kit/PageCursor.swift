// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// Which part of a list is asked for (`today §1.4`): from a record's number on, so many at most. Whoever wants the next part asks from
/// the last number received plus one; a part shorter than the limit was the last.
struct PageCursor: Sendable, Hashable {
    /// The most that is listed at once.
    static let largest = 50

    /// The lowest number that is listed.
    let firstIndex: Int64
    /// How many are listed at most.
    let limit: Int

    /// The part asked for of some numbers, in any order, of which those are listed that `isListed` says yes to.
    func page<Record>(
        of ids: some Sequence<Identifier<Record>>, where isListed: (Identifier<Record>) -> Bool = { _ in true }
    ) -> [Identifier<Record>] {
        Array(ids.filter { $0.number >= firstIndex && isListed($0) }.sorted().prefix(limit))
    }
}
