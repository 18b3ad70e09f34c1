// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// Rows of a table that no longer count, few enough to be thrown away at once.
struct Waste: Hashable {
    /// The table.
    let table: String
    /// What its rows are counted by.
    let key: String
    /// Which of them.
    let keys: ClosedRange<Int64>

    /// What throwing them away costs, where writing a row costs 1.
    static let cost = StatePart.chunkSize / 4

    /// Rows of a table from one key through another, in pieces; nothing if there are none between.
    static func pieces(of table: String, key: String, from first: Int64, through last: Int64) -> [Waste] {
        guard first <= last else { return [] }
        let size = Int64(StatePart.chunkSize)
        return stride(from: first, through: last, by: Int64.Stride(size)).map { lower in
            Waste(table: table, key: key, keys: lower...min(lower + size - 1, last))
        }
    }
}
