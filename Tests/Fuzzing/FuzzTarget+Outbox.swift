// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import TestSupport

extension FuzzTarget {
    /// The opening of an outbox: any file is opened or refused with an ``OutboxError``, one that is refused is left as it is with its log,
    /// and what a till writes into one that was opened is there when it is opened again.
    ///
    /// - Parameter folder: where the files lie while they are tried; in memory if it shall go fast.
    /// - Throws: when the files to begin with cannot be made.
    package static func outbox(in folder: ScratchFolder) throws -> FuzzTarget {
        let fuzzed = FuzzedOutbox(folder: folder)
        return FuzzTarget(
            "outbox", corpus: try OutboxCorpus.files(in: folder).map(\.input),
            words: [
                [0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x10, 0x00], [0x00, 0x01],
                [0x70, 0x63, 0x4F, 0x42], [0x0D],
                [0x0A], [0x05], [0x02], Array("sent".utf8), Array("planned".utf8), Array("TABLE".utf8),
                Array("attempts".utf8),
                Array("LYSYU9".utf8), Array("CREATE TRIGGER t AFTER INSERT ON attempts BEGIN SELECT 1; END".utf8),
            ]
        ) { input throws(Broken) in
            try fuzzed.take(OutboxFiles(input))
        }
    }
}

/// The two files of an outbox as one input: four bytes for the length of the first, then both.
struct OutboxFiles: Hashable {
    /// The database.
    var main: [UInt8]
    /// The log beside it; nothing if it is empty.
    var log: [UInt8]

    /// Takes two files.
    init(main: [UInt8], log: [UInt8] = []) { (self.main, self.log) = (main, log) }

    /// Reads an input.
    init(_ input: [UInt8]) {
        let length = input.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let rest = input.dropFirst(4)
        main = Array(rest.prefix(length))
        log = Array(rest.dropFirst(length))
    }

    /// Both as an input.
    var input: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: main.count >> (24 - 8 * $0)) } + main + log }
}
