// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the platform was asked and what it answered: a ring bounded in bytes, which says how much of it was dropped.
///
/// Recording appends a value under a lock of its own; secrets are masked and text is made only when somebody reads.
package final class Journal: Sendable {
    /// What a reader gets.
    package struct Excerpt: Sendable {
        /// The exchanges, oldest first.
        package let entries: [JournalEntry]
        /// How many exchanges were recorded in all, since the start or the last clearing.
        package let recorded: UInt64
        /// How many of them are gone, the oldest ones.
        package let dropped: UInt64
    }

    private struct Ring {
        var slots: [JournalEntry?] = []
        var head = 0
        var bytes = 0
        var recorded: UInt64 = 0
        var dropped: UInt64 = 0

        /// Takes the oldest entry out; space is given back once half of it is unused.
        mutating func dropOldest() {
            guard head < slots.count else { return }
            bytes -= slots[head]?.size ?? 0
            slots[head] = nil
            head += 1
            dropped += 1
            if head >= 256, head * 2 >= slots.count {
                slots.removeFirst(head)
                head = 0
            }
        }
    }

    private let limit: Int
    private let ring = Mutex(Ring())

    /// Creates an empty journal that keeps about that many bytes.
    package init(limit: Int = 16 << 20) {
        self.limit = limit
    }

    /// Records an exchange, dropping the oldest ones if there is no room.
    func record(_ entry: JournalEntry) {
        let size = entry.size
        ring.withLock { ring in
            ring.recorded += 1
            var entry = entry
            entry.number = ring.recorded
            ring.slots.append(entry)
            ring.bytes += size
            while ring.bytes > limit { ring.dropOldest() }
        }
    }

    /// The exchanges after that number, at most so many of them, the newest ones if there are more.
    package func excerpt(after number: UInt64 = 0, limit: Int = .max) -> Excerpt {
        ring.withLock { ring in
            let kept = ring.slots[ring.head...].lazy.compactMap { $0 }.filter { $0.number > number }
            return Excerpt(entries: Array(Array(kept).suffix(limit)), recorded: ring.recorded, dropped: ring.dropped)
        }
    }

    /// Forgets all; numbers start again.
    package func clear() {
        ring.withLock { $0 = Ring() }
    }
}
