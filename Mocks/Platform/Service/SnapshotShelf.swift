// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import Synchronization

/// The snapshots taken of a platform, kept in memory.
///
/// Tables share their chunks, so that a snapshot costs what changes after it and not a copy.
package final class SnapshotShelf: Sendable {
    /// What a list of snapshots tells of one.
    package struct Label: Sendable, Hashable {
        /// Which.
        package let id: String
        /// The platform's time when it was taken.
        package let at: Instant
    }

    private struct Contents {
        var snapshots: [(label: Label, core: Service.Core)] = []
        var taken = 0
    }

    /// How many are kept at most: none is thrown away to make room for another.
    static let capacity = 64
    private let contents = Mutex(Contents())

    /// Whether there is no room for another one.
    var isFull: Bool { contents.withLock { $0.snapshots.count >= Self.capacity } }

    /// Keeps a copy; nothing if there is no room.
    func keep(_ core: Service.Core, at instant: Instant) -> Label? {
        contents.withLock { contents in
            guard contents.snapshots.count < Self.capacity else { return nil }
            contents.taken += 1
            let label = Label(id: String(contents.taken), at: instant)
            contents.snapshots.append((label, core))
            return label
        }
    }

    /// The copy of that name.
    func core(_ id: String) -> Service.Core? {
        contents.withLock { $0.snapshots.first { $0.label.id == id }?.core }
    }

    /// What is kept, oldest first.
    var labels: [Label] { contents.withLock { $0.snapshots.map(\.label) } }

    /// Throws one away; says whether it was there.
    func remove(_ id: String) -> Bool {
        contents.withLock { contents in
            let before = contents.snapshots.count
            contents.snapshots.removeAll { $0.label.id == id }
            return contents.snapshots.count < before
        }
    }
}
