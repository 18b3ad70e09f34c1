// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import SQLite

/// Whether what is written still goes where it will be looked for: file and log may be removed, replaced or cut short by others.
extension DataFile {
    /// Makes an empty file for its owner's eyes alone, unless there is one: it will hold a key and people's data. A link that leads
    /// nowhere yet leads to it then.
    ///
    /// A file that is there is not opened: closing it would let go of the lock of a platform that this process keeps in it.
    static func createPrivate(_ path: String) {
        guard FileIdentity(of: path) == nil else { return }
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if file >= 0 { Glibc.close(file) }
    }

    /// Whether a path leads to nothing, where one may look.
    static func isMissing(_ path: String) -> Bool {
        access(path, F_OK) != 0 && [ENOENT, ENOTDIR].contains(errno)
    }

    /// Takes a file in which nothing was kept yet from everybody but its owner, before anything is: who made it may have left it readable.
    /// Its log has the rights of the file.
    func makePrivate() {
        chmod(path, 0o600)
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
            throw .notWritten(path, FileIdentity(of: path) == identity ? .logIsGone : .fileIsGone)
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

    /// Looks whether the file is as long as it was, if it is still there.
    ///
    /// Where somebody cut it, its log stays as it is: written into the half that is left, it would be lost as well.
    ///
    /// - Parameter found: what a look at the path gave.
    func checkSize(_ found: (identity: FileIdentity, size: Int)?) throws(DataFailure) {
        guard let found, found.identity == identity else { return }
        guard found.size >= size else {
            isLogWhole = false
            throw .notWritten(path, .fileIsCut)
        }
        size = found.size
    }

    /// Looks whether the path still leads to the file, and its log to the log, and whether somebody cut either.
    func checkPlace() throws(DataFailure) {
        let found = FileIdentity.look(at: path)
        guard found?.identity == identity else {
            // SQLite would leave behind what is in the log: a file that was moved gets it now, unless the log was cut.
            if isLogWhole, FileIdentity.look(at: logPath).map(isCut) != true {
                try? connection.execute("PRAGMA wal_checkpoint")
            } else if log != nil {
                isLogWhole = false
            }
            throw .notWritten(path, .fileIsGone)
        }
        try checkSize(found)
        try checkLog()
    }
}
