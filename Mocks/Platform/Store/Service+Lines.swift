// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension Service {
    /// A snapshot as lines of JSON; nothing if there is none of that name.
    package func snapshotLines(_ id: String) async -> [UInt8]? {
        guard var core = snapshots.core(id), let label = snapshots.labels.first(where: { $0.id == id }) else {
            return nil
        }
        // A ticking clock went on ticking inside the snapshot.
        core.clock = VirtualClock(at: label.at, mode: core.clock.mode)
        let platform = KeptPlatform(core, begin: settings.start ?? label.at)
        return await WorkPool.run { SnapshotLines.text(of: platform) }
    }

    /// Puts a snapshot that somebody sent beside those that were taken; the platform itself does not change.
    ///
    /// - Throws: what is wrong with it, or ``SnapshotError/noRoom``.
    package func addSnapshot(_ lines: [UInt8]) async throws(SnapshotError) -> SnapshotShelf.Label {
        guard !snapshots.isFull else { throw .noRoom }
        let profile = profile
        let result = await WorkPool.run { () -> Result<KeptPlatform, SnapshotError> in
            do throws(SnapshotError) {
                return .success(try SnapshotReader.platform(from: lines, profile: profile))
            } catch {
                return .failure(error)
            }
        }
        let core = try result.get().core
        guard let label = snapshots.keep(core, at: max(core.state.now, core.clock.now())) else { throw .noRoom }
        return label
    }
}
