// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The journal of who keeps none: every entry is forgotten. The default until a durable one is given.
public struct NoJournal: ValidationJournal {
    /// Creates the journal that forgets.
    public init() {}

    /// Forgets the entry.
    public func record(_ entry: JournalEntry) async {}

    /// Forgets the entry.
    public func recordBlocking(_ entry: JournalEntry) {}
}
