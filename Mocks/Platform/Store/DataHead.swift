// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The one row of a data file that says what the rest of it is, written with every batch.
struct DataHead: Sendable, Hashable {
    /// The profile that the platform serves.
    let profile: Profile
    /// The instant at which it began.
    let begin: Instant
    /// The key by which its cookies are signed.
    let key: [UInt8]
    /// Its clock.
    var clock: KeptClock
    /// Where its drawing stands, if it draws from a seed.
    var seed: UInt64?
    /// How many mails are gone from the mailbox.
    var droppedMails = 0
    /// The number of the last event that is in the snapshot.
    var snapshot: Int64 = 0
    /// The link of the chain that belongs to it.
    var snapshotChain: Int64 = 0
    /// The number of the last event.
    var last: Int64 = 0
    /// The link of the chain that belongs to it.
    var lastChain: Int64 = 0
    /// How many rows the snapshot has in all; nothing in a file of version 1.
    var rows: Int64?
    /// Which editions of the contract the platform serves; nothing if a kit made the file that did not note it.
    var edition: Edition?

    /// The sum over all of it.
    var checksum: Int64 {
        var sum = Checksum()
        sum.add(profile.rawValue)
        sum.add(begin.microseconds)
        sum.add(key)
        sum.add(clock.mode.rawValue)
        sum.add(clock.shown.microseconds)
        sum.add(clock.real.microseconds)
        if let seed { sum.add(Int64(bitPattern: seed)) } else { sum.addNothing() }
        for number in [Int64(droppedMails), snapshot, snapshotChain, last, lastChain] { sum.add(number) }
        if let rows { sum.add(rows) }
        if let edition { sum.add(edition.rawValue) }
        return sum.value
    }

    /// The link of the chain that an event makes.
    static func link(after chain: Int64, _ sequence: Int64, _ at: Int64, _ kind: String, _ fields: String) -> Int64 {
        var sum = Checksum(after: chain)
        sum.add(sequence)
        sum.add(at)
        sum.add(kind)
        sum.add(fields)
        return sum.value
    }
}
