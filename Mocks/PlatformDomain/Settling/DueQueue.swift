// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What is due when: a binary heap ordered by instant, then by the order of entry.
///
/// Nothing is ever taken out but the first. An entry that no longer holds (the booking was cancelled, the date moved) stays
/// until it comes first, and whoever looks at the first asks the state whether it still holds.
struct DueQueue: Sendable, Equatable {
    /// One thing due.
    struct Entry: Sendable, Equatable {
        /// When.
        let at: Instant
        /// The how-manieth that was entered: what was entered first comes first at the same instant.
        let sequence: Int64
        /// What.
        let what: DueWhat

        fileprivate static func < (left: Entry, right: Entry) -> Bool {
            left.at == right.at ? left.sequence < right.sequence : left.at < right.at
        }
    }

    /// The heap, first entry first: as such it is kept and restored.
    var heap = ChunkedArray<Entry>()
    /// The number of the next entry.
    var nextSequence: Int64 = 1

    /// Creates an empty queue.
    init() {}

    /// What is due first.
    var first: Entry? { heap.count > 0 ? heap[0] : nil }

    /// The number of entries, those that no longer hold included.
    var count: Int { heap.count }

    /// Enters a thing that comes before or after everything else that is due at the same instant, whenever that was or will be entered.
    mutating func insert(_ what: DueWhat, at: Instant, _ end: End) {
        enter(Entry(at: at, sequence: end == .first ? 0 : StoredBounds.numbers.upperBound, what: what))
    }

    /// The ends of what is due at one instant.
    enum End: Sendable {
        /// Before everything else.
        case first
        /// After everything else.
        case last
    }

    /// Enters a thing.
    mutating func insert(_ what: DueWhat, at: Instant) {
        enter(Entry(at: at, sequence: nextSequence, what: what))
        nextSequence += 1
    }

    /// Puts an entry into its place; it stays where it is if it comes in the order of the heap.
    mutating func enter(_ entry: Entry) {
        heap.append(entry)
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard entry < heap[parent] else { break }
            heap[index] = heap[parent]
            index = parent
        }
        heap[index] = entry
    }

    /// Takes out what is due first.
    mutating func removeFirst() {
        guard let last = heap.popLast(), heap.count > 0 else { return }
        var index = 0
        while true {
            var child = 2 * index + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
            guard heap[child] < last else { break }
            heap[index] = heap[child]
            index = child
        }
        heap[index] = last
    }
}
