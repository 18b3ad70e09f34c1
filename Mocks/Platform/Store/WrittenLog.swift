// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// The log of a data file as its bytes stand on the disk, whatever SQLite makes of them.
///
/// SQLite reads a log up to the first thing that does not fit, and takes no notice of the rest. Of a file whose beginning was never
/// written into it, that would be all.
struct WrittenLog {
    private static let headerLength = 32
    private static let frameHeaderLength = 24

    private let path: String

    /// The log of a file, wherever a symbolic link to that stands.
    init(of file: String) {
        let resolved = realpath(file, nil)
        defer { free(resolved) }
        path = (resolved.map { String(cString: $0) } ?? file) + "-wal"
    }

    /// Whether there is anything in it.
    var isEmpty: Bool { (FileIdentity.look(at: path)?.size ?? 0) == 0 }

    /// Whether something was ever committed to it, as far as its bytes tell: of a file whose making was cut short, nothing was.
    var holdsCommit: Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        guard let header = Self.words(8, of: file, at: 0), header != Array(repeating: 0, count: 8) else { return false }
        let pageSize = Int(header[2])
        guard pageSize >= 512, pageSize <= 65_536, pageSize & (pageSize - 1) == 0 else { return true }
        // A frame: the number of its page, the length of the whole file if it ends a transaction, and two numbers that are drawn anew
        // for each round of the log, as in its header and in all other frames. One of these may be what is damaged.
        guard let first = Self.words(4, of: file, at: Self.headerLength) else { return false }
        let rounds = [Array(header[4...5]), Array(first[2...3])]
        var position = Self.headerLength
        while let frame = Self.words(4, of: file, at: position) {
            position += Self.frameHeaderLength + pageSize
            let isWhole = lseek(file, 0, SEEK_END) >= off_t(position)
            if frame[1] != 0, isWhole, rounds.contains(Array(frame[2...3])) { return true }
        }
        return false
    }

    /// Numbers of four bytes as they stand in a file, the highest first; nothing behind its end.
    private static func words(_ count: Int, of file: Int32, at position: Int) -> [UInt32]? {
        var bytes = [UInt8](repeating: 0, count: 4 * count)
        guard pread(file, &bytes, bytes.count, off_t(position)) == bytes.count else { return nil }
        return (0..<count).map { index in bytes[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    }
}
