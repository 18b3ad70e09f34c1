// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain
import SQLite

/// What a data file holds, found out without changing it.
package struct DataReport: Sendable {
    /// The file's version.
    package let version: Int
    /// The profile that it serves.
    package let profile: Profile
    /// Which editions of the contract it serves; nothing if a kit made it that did not note it.
    package let edition: Edition?
    /// The platform's time when the last thing happened.
    package let now: Instant
    /// How many events there were in all.
    package let events: Int64
    /// How many of them are in the snapshot.
    package let snapshot: Int64
    /// How many rows each part of the state has.
    package let rows: [(name: String, count: Int)]
    /// How many mails and files there are.
    package let mails: Int
    /// How many files people sent.
    package let files: Int
    /// What breaks the platform's rules; nothing in a file that is right.
    package let violations: [String]

    /// Looks at a file: SQLite's own structure, every sum, every event, every rule.
    ///
    /// - Throws: why it cannot be read; of the kind ``DataFailure/Kind/damaged`` if what it holds is not what was written.
    package init(of path: String) throws(DataFailure) {
        let (file, loaded) = try Self.load(path)
        let state = loaded.platform.state
        version = Int(try file.reading { () throws(SQLiteError) in try file.connection.pragma("user_version") })
        profile = state.rules.profile
        edition = loaded.edition
        now = state.now
        events = loaded.last
        snapshot = loaded.snapshot
        rows = PlatformState.parts.map { ($0.name, $0.count(state)) }
        mails = loaded.platform.mailbox.mails.count
        files = loaded.platform.files.count
        violations = state.violations
    }

    /// The platform in a file as a snapshot in lines of JSON.
    package static func lines(of path: String) throws(DataFailure) -> [UInt8] {
        var platform = try load(path).loaded.platform
        // What the clock showed when the last thing happened: it may have been set long before.
        let shown = max(platform.clock.shown, platform.state.now)
        platform.clock = KeptClock(mode: platform.clock.mode, shown: shown, real: platform.clock.real)
        return SnapshotLines.text(of: platform)
    }

    private static func load(_ path: String) throws(DataFailure) -> (file: DataFile, loaded: DataFile.Loaded) {
        let file = try DataFile(path, creates: false)
        guard try !file.isNew else { throw .foreign(path) }
        if let damage = try file.reading({ () throws(SQLiteError) in try file.connection.structuralDamage() }) {
            throw .damaged(path, damage)
        }
        return (file, try file.load(writes: false))
    }
}
