// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// Whether what is written still goes where it will be looked for: file and log may be removed, replaced or cut short by others.
extension DataFile {
    /// Makes an empty file for its owner's eyes alone, unless there is one: it will hold a key and people's data.
    static func createPrivate(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 { Glibc.close(file) }
    }

    /// Looks at the log for the first time, once SQLite has made it.
    func beginWatchingLog() {
        log = FileIdentity.look(at: logPath)
    }

    /// Looks at the log again. SQLite begins it anew from time to time, and never shortens it.
    func checkLog() throws(DataFailure) {
        guard let log, isLogWhole else { return }
        guard let found = FileIdentity.look(at: logPath), found.identity == log.identity else {
            // SQLite still has it open: what is in it goes into the file before anybody hears of it, and may kill us.
            try? connection.execute("PRAGMA wal_checkpoint")
            throw .notWritten(path, .logIsGone)
        }
        guard !isCut(found) else {
            isLogWhole = false
            throw .notWritten(path, .logIsCut)
        }
        self.log = found
    }

    /// Whether it is the log, and shorter than it was.
    private func isCut(_ found: (identity: FileIdentity, size: Int)) -> Bool {
        log.map { $0.identity == found.identity && found.size < $0.size } ?? false
    }

    /// Looks whether the path still leads to the file, and its log to the log.
    func checkPlace() throws(DataFailure) {
        guard FileIdentity(of: path) == identity else {
            // SQLite would leave behind what is in the log: a file that was moved gets it now, unless the log was cut.
            if isLogWhole, FileIdentity.look(at: logPath).map(isCut) != true {
                try? connection.execute("PRAGMA wal_checkpoint")
            } else if log != nil {
                isLogWhole = false
            }
            throw .notWritten(path, .fileIsGone)
        }
        try checkLog()
    }
}
