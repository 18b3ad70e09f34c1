// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain
import SQLite

/// How much there is beside the state, noted among the chunks with each snapshot: of rows at the end of a table, nothing else would tell
/// that they are gone.
///
/// It is how much there is at least. Mails that came after the snapshot are not counted, for that would cost each commit a page; and a kit
/// that knows no such notes goes on without them.
extension DataFile {
    /// What is counted: the mails by the number of the last one, since the oldest ones go.
    enum Counted: String, CaseIterable {
        case mails, files, beginning
    }

    /// Notes how much there is.
    func noteCounts() throws(SQLiteError) {
        let insertion = try statement("INSERT OR REPLACE INTO chunks VALUES (?, 0, ?, ?, 0)")
        for counted in Counted.allCases {
            let count = try counted == .mails ? lastMail : count(of: counted)
            try insertion.bind(counted.rawValue, at: 1)
            try insertion.bind(count, at: 2)
            try insertion.bind(Self.sum(of: counted, count), at: 3)
            try insertion.run()
        }
    }

    /// Looks whether there is as much as was noted.
    ///
    /// - Throws: what is missing, or that what was noted is not what was written.
    func check(_ counted: Counted, _ count: Int64) throws(StoredError) {
        let select = try query("SELECT rows, checksum FROM chunks WHERE part = ?")
        try Self.wrapped { () throws(SQLiteError) in try select.bind(counted.rawValue, at: 1) }
        defer { select.reset() }
        guard try Self.wrapped({ () throws(SQLiteError) in try select.step() }) else { return }
        let noted = select.integer(0)
        guard Self.sum(of: counted, noted) == select.integer(1) else {
            throw StoredError("what it says of its \(counted.rawValue) is not what was written")
        }
        guard count < noted else { return }
        switch counted {
        case .mails: throw StoredError("mail \(count + 1) is missing")
        case .files: throw StoredError("of \(noted) files it has \(count)")
        case .beginning: throw StoredError("its beginning is missing")
        }
    }

    private func count(of counted: Counted) throws(SQLiteError) -> Int64 {
        let select = try statement("SELECT count(*) FROM \"\(counted.rawValue)\"")
        defer { select.reset() }
        return try select.step() ? select.integer(0) : 0
    }

    private static func sum(of counted: Counted, _ count: Int64) -> Int64 {
        var sum = Checksum()
        sum.add(counted.rawValue)
        sum.add(count)
        return sum.value
    }
}
