// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// Who is called from everywhere and keeps nothing: an observer that writes its line without a lock, and a journal that fails now and then.
struct Bystander: ValidationJournal {
    struct Full: Error {}

    /// Writes the event's line; it may not hold what is nobody's business.
    static let observe: @Sendable (Event) -> Void = { event in
        precondition(!"\(event)".contains("@"), "an event tells an e-mail address")
    }

    func record(_ entry: JournalEntry) async throws {
        await Task.yield()
        try recordBlocking(entry)
    }

    func recordBlocking(_ entry: JournalEntry) throws {
        if entry.attempt % 16 == 0 { throw Full() }
    }
}
