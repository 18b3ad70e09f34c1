// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// What the platform was asked and what it answered, and what it asked of partners: a ring bounded in bytes, which says how much of it was dropped.
///
/// Recording appends a value under a lock of its own; text is made only when somebody reads.
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

    /// Somebody asked for exchanges of which some are gone: an error, for what is left would look like all there was.
    package struct Evicted: Error, Sendable, Hashable {
        /// How many are gone, the oldest ones.
        package let dropped: UInt64
        /// The number of the oldest one that is kept, or of the next one to come.
        package let first: UInt64
    }

    private struct Ring {
        /// Boxed, so that room for more of them to come costs little.
        var slots: [Boxed<JournalEntry>?] = []
        var head = 0
        var bytes = 0
        var recorded: UInt64 = 0
        var dropped: UInt64 = 0
        /// The latest instant of what is gone.
        var droppedUntil: Instant?

        /// Takes the oldest entry out; space is given back once half of it is unused.
        mutating func dropOldest() {
            guard head < slots.count else { return }
            if let entry = slots[head]?.value {
                bytes -= entry.size
                droppedUntil = max(entry.at, droppedUntil ?? entry.at)
            }
            slots[head] = nil
            head += 1
            dropped += 1
            if head >= 256, head * 2 >= slots.count {
                slots.removeFirst(head)
                head = 0
            }
        }

        /// Those of the entries that are wanted, oldest first.
        func kept(where isWanted: (JournalEntry) -> Bool) -> [JournalEntry] {
            slots[head...].compactMap { slot in
                guard let entry = slot?.value, isWanted(entry) else { return nil }
                return entry
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
            ring.slots.append(Boxed(entry))
            ring.bytes += size
            while ring.bytes > limit { ring.dropOldest() }
        }
    }

    /// The exchanges after that number, at most so many of them, the newest ones if there are more.
    package func excerpt(after number: UInt64 = 0, limit: Int = .max) -> Excerpt {
        ring.withLock { ring in
            let kept = ring.kept { $0.number > number }
            return Excerpt(entries: Array(kept.suffix(limit)), recorded: ring.recorded, dropped: ring.dropped)
        }
    }

    /// The exchanges that a filter lets through, oldest first.
    ///
    /// - Throws: ``Evicted`` when it reaches back, by number or by time, to exchanges that are gone.
    package func excerpt(_ filter: JournalFilter) throws(Evicted) -> Excerpt {
        try ring.withLock { ring throws(Evicted) in
            let isNumberGone = filter.after.map { $0 < ring.dropped } ?? false
            let isTimeGone = filter.since.flatMap { since in ring.droppedUntil.map { since <= $0 } } ?? false
            guard !isNumberGone, !isTimeGone else { throw Evicted(dropped: ring.dropped, first: ring.dropped + 1) }
            var kept = ring.kept(where: filter.lets)
            if let oldest = filter.oldest { kept = Array(kept.prefix(oldest)) }
            if let newest = filter.newest { kept = Array(kept.suffix(newest)) }
            return Excerpt(entries: kept, recorded: ring.recorded, dropped: ring.dropped)
        }
    }

    /// The exchange of a number; nothing if there was none yet.
    ///
    /// - Throws: ``Evicted`` when it is gone.
    package func entry(_ number: UInt64) throws(Evicted) -> JournalEntry? {
        try ring.withLock { ring throws(Evicted) in
            guard number > 0, number <= ring.recorded else { return nil }
            guard number > ring.dropped else { throw Evicted(dropped: ring.dropped, first: ring.dropped + 1) }
            return ring.slots[ring.head + Int(number - ring.dropped) - 1]?.value
        }
    }

    /// Forgets all; numbers start again.
    package func clear() {
        ring.withLock { $0 = Ring() }
    }
}
