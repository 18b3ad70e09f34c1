// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Service {
    /// Keeps a copy of the whole platform: state, time, mails and images.
    ///
    /// - Returns: What it is called; nothing if as many are kept already as there may be.
    package func takeSnapshotIfRoom() -> SnapshotShelf.Label? {
        let (core, now) = withCore { core in
            let (now, _) = core.settle()
            return (core, now)
        }
        return snapshots.keep(core, at: now)
    }

    /// Puts the platform back to how it was when the snapshot was taken, its time included; says whether there was one.
    package func restoreSnapshot(_ id: String) -> Bool {
        guard var core = snapshots.core(id), let label = snapshots.labels.first(where: { $0.id == id }) else {
            return false
        }
        // A ticking clock went on ticking inside the snapshot.
        core.clock = VirtualClock(at: label.at, mode: core.clock.mode)
        withCore { [core] current in
            var core = core
            core.replace(current)
            current = core
        }
        return true
    }

    /// The snapshots kept, oldest first.
    package var snapshotLabels: [SnapshotShelf.Label] { snapshots.labels }

    /// Throws a snapshot away; says whether there was one.
    package func removeSnapshot(_ id: String) -> Bool { snapshots.remove(id) }
}
