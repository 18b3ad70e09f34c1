// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Where a validation is written down before it is sent, and again when its outcome is known.
///
/// The platform validates a countermark once and keeps no memory of who asked (`contract 2018-12 §2.2`), so a till that
/// is switched off between sending and answer has lost what it did, unless it wrote it down first. Every validation
/// makes two entries with the same attempt number: *about to send*, then how it ended. An attempt without an end was
/// interrupted: its outcome is unknown, and a person must look at the Réservations screen.
///
/// The request is sent only after the first entry was recorded; if that fails, nothing is sent. The second entry comes
/// before the caller learns the outcome; if *that* fails, the caller still learns it, an event tells of the failure,
/// and the attempt stays without an end.
public protocol ValidationJournal: Sendable {
    /// Records an entry, durably if the journal is to survive a crash, without blocking the calling task's thread: a disk
    /// is synced on a thread of the journal's own. Must not stop short when the task is cancelled.
    func record(_ entry: JournalEntry) async throws

    /// Records an entry on the caller's thread, durably if the journal is to survive a crash.
    func recordBlocking(_ entry: JournalEntry) throws
}
