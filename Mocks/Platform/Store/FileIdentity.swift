// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Which file a path leads to, whatever it is called.
struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    /// Makes an empty file for its owner's eyes alone, unless there is one: it will hold a key and people's data.
    static func createPrivate(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }

    /// The file that a path leads to and how many bytes it has, in one look; nothing if there is none.
    static func look(at path: String) -> (identity: FileIdentity, size: Int)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return (FileIdentity(status), Int(status.st_size))
    }

    /// The file that a path leads to; nothing if there is none.
    init?(of path: String) {
        guard let found = Self.look(at: path) else { return nil }
        self = found.identity
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}
