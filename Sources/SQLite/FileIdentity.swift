// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Which file a path leads to, whatever it is called.
package struct FileIdentity: Sendable, Hashable {
    /// The device that it is on.
    private let device: UInt64
    /// Its number there.
    private let number: UInt64

    /// Creates one by its numbers.
    package init(device: UInt64, number: UInt64) {
        self.device = device
        self.number = number
    }

    /// The file that a path leads to; nothing if there is none.
    package init?(of path: String) {
        guard let found = Self.look(at: path) else { return nil }
        self = found.identity
    }

    /// The file that a path leads to and how many bytes it has, in one look that does not open it; nothing if there is none.
    ///
    /// Quick enough for each commit, and of no cost to the next one: it does not ask when the file was changed.
    package static func look(at path: String) -> (identity: FileIdentity, size: Int)? {
        var found = passculture_file()
        guard passculture_look_at_file(path, &found) == 0 else { return nil }
        return (FileIdentity(device: found.device, number: found.number), Int(found.size))
    }
}
