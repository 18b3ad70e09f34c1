// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture
import Synchronization

/// A journal in memory that remembers its entries, and fails when it is told to.
public final class RecordingJournal: ValidationJournal {
    /// The disk is full, says the test.
    public struct Full: Error {}

    private let state: Mutex<[JournalEntry]>
    private let capacity: Int
    private let onRecord: @Sendable () -> Void

    /// Creates an empty journal.
    ///
    /// - Parameters:
    ///   - capacity: How many entries it takes before every further one fails with ``Full``.
    ///   - onRecord: Called before each entry is taken: to let time pass, for instance.
    public init(capacity: Int = .max, onRecord: @escaping @Sendable () -> Void = {}) {
        state = Mutex([])
        self.capacity = capacity
        self.onRecord = onRecord
    }

    /// What was recorded so far, in order.
    public var entries: [JournalEntry] { state.withLock { $0 } }

    /// Remembers the entry.
    public func record(_ entry: JournalEntry) async throws { try recordBlocking(entry) }

    /// Remembers the entry.
    public func recordBlocking(_ entry: JournalEntry) throws {
        onRecord()
        try state.withLock { entries in
            guard entries.count < capacity else { throw Full() }
            entries.append(entry)
        }
    }
}
