// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What happened under one hold of the platform's lock: kept whole, or not at all.
struct LogUnit: Sendable {
    /// An event and the platform's time right after it.
    struct Entry: Sendable {
        /// What happened.
        let event: Event
        /// When.
        let at: Instant
    }

    /// A state that the writer is to keep as a snapshot.
    struct Snapshot: Sendable {
        /// The state.
        let state: Boxed<PlatformState>
        /// Within how many events.
        let within: Int
    }

    /// A whole platform that took the place of what there was: after a reset, or a snapshot that was restored.
    var replacement: Boxed<KeptPlatform>?
    /// The events, in order, without the passing of time itself.
    var entries: [Entry] = []
    /// The mails that followed.
    var mails: [Mail] = []
    /// Where the platform listened, to which their links lead.
    var base = ""
    /// How many mails are gone from the mailbox after that.
    var droppedMails = 0
    /// What a reset goes back to from now on, as lines of JSON.
    var beginning: [UInt8]?
    /// A file that was kept.
    var file: KeptFile?
    /// The clock, if it was set.
    var clock: KeptClock?
    /// Where a seeded drawing stands, if something was drawn.
    var seed: UInt64?
    /// The state after all that, if the writer is to keep it.
    var snapshot: Snapshot?
}
