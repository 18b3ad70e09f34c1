// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import SQLite

extension DataFile {
    /// What was read of a file.
    struct Loaded: Sendable {
        /// The platform.
        let platform: KeptPlatform
        /// The key by which its cookies are signed.
        let key: [UInt8]
        /// What a reset of it goes back to; nothing for an empty platform.
        let beginning: KeptPlatform?
        /// How many events came after the snapshot.
        let events: Int
        /// The number of the last event that is in the snapshot.
        let snapshot: Int64
        /// The number of the last event.
        let last: Int64
        /// Which editions it served so far; nothing if that is not known.
        let edition: Edition?
    }

    /// Reads all of the file and checks every sum; brings it up to this version if it is to be written.
    ///
    /// Nothing is changed if anything is wrong with it, or if its profile is not accepted, or unless `writes`. From then on the file is of the
    /// edition that `serving` makes of its own.
    func load(
        writes: Bool, accepting accepts: (Profile) -> Bool = { _ in true },
        serving edition: (Edition?) -> Edition? = { $0 }
    ) throws(DataFailure) -> Loaded {
        if writes { try prepareForWriting() }
        try reading { () throws(SQLiteError) in try connection.execute("BEGIN IMMEDIATE") }
        do throws(DataFailure) {
            let isOlder = try migrate()
            let loaded = try readAll()
            let profile = loaded.platform.state.rules.profile
            guard accepts(profile) else { throw .otherProfile(path, profile: profile.rawValue) }
            if writes {
                try bringUpToDate()
                head?.edition = edition(loaded.edition)
                let isOther = head?.edition != loaded.edition
                try reading { () throws(SQLiteError) in
                    waste = try leftovers()
                    if isOlder || isOther { try writeHead() }
                }
            }
            try reading { () throws(SQLiteError) in try connection.execute(writes ? "COMMIT" : "ROLLBACK") }
            if writes { beginWatchingLog() }
            return loaded
        } catch {
            try? connection.execute("ROLLBACK")
            throw error
        }
    }

    /// Brings an older file to this version; says whether it was one.
    private func migrate() throws(DataFailure) -> Bool {
        let version = try reading { () throws(SQLiteError) in try connection.pragma("user_version") }
        do throws(SQLiteError) {
            let steps = migrations.dropFirst(Int(version) - 1)
            for step in steps { try connection.execute(step.sql) }
            return !steps.isEmpty
        } catch {
            // The tables are not those of the version that the file says it has.
            throw error.kind == .other ? .damaged(path, error.message) : Self.failure(error, path)
        }
    }

    /// Adds the tables and columns that a file of an older kit lacks.
    private func bringUpToDate() throws(DataFailure) {
        try checked { () throws(StoredError) in
            for table in parts.map(\.table) + [.mails] {
                let present = try columns(of: table.name)
                guard !present.isEmpty else { continue }
                for sql in try table.additions(to: present) {
                    try Self.wrapped { () throws(SQLiteError) in try connection.execute(sql) }
                }
            }
        }
        try reading { () throws(SQLiteError) in
            try makeTables()
            if try connection.pragma("user_version") != version {
                try connection.execute("PRAGMA user_version=\(version)")
            }
        }
    }

    private func readAll() throws(DataFailure) -> Loaded {
        try checked { () throws(StoredError) in
            let head = try readHead()
            var builder = StateBuilder(profile: head.profile)
            halves = parts.map { _ in [] }
            var counts: [Int] = []
            for index in parts.indices { counts.append(try read(index, head, into: &builder)) }
            let count = counts.reduce(0, +)
            guard head.rows == nil || head.rows == Int64(count) else {
                throw StoredError("its snapshot has \(count) rows, and not all that were written")
            }
            self.head = head
            self.head?.rows = Int64(count)
            var state = builder.finish()
            // Where rows of an older kit stand for nothing any more, the next snapshot writes everything anew.
            let isWhole = zip(parts, counts).allSatisfy { $0.part.count(state) == $1 }
            snapshotState = isWhole ? state : nil
            let events = try replay(onto: &state, head)
            let (mailbox, files, beginning) = (try readMails(head), try readFiles(), try readBeginning(head))
            try check(.mails, lastMail)
            try check(.files, Int64(files.count))
            try check(.beginning, beginning == nil ? 0 : 1)
            let platform = KeptPlatform(
                state: state, clock: head.clock, seed: head.seed, mailbox: mailbox, files: files, begin: head.begin)
            return Loaded(
                platform: platform, key: head.key, beginning: beginning, events: events, snapshot: head.snapshot,
                last: head.last, edition: head.edition)
        }
    }

    private func readHead() throws(StoredError) -> DataHead {
        let select = try query("SELECT * FROM platform")
        guard try Self.wrapped({ () throws(SQLiteError) in try select.step() }) else {
            throw StoredError("it does not say what it is")
        }
        defer { select.reset() }
        guard let profile = Profile(rawValue: select.text(1)), let mode = VirtualClock.Mode(rawValue: select.text(4))
        else { throw StoredError("its profile is \(select.text(1)), its clock \(select.text(4))") }
        var head = DataHead(
            profile: profile, begin: Instant(microseconds: select.integer(2)), key: select.bytes(3),
            clock: KeptClock(
                mode: mode, shown: Instant(microseconds: select.integer(5)),
                real: Instant(microseconds: select.integer(6))))
        head.seed = select.isNull(7) ? nil : UInt64(bitPattern: select.integer(7))
        head.droppedMails = Int(select.integer(8))
        head.snapshot = select.integer(9)
        head.snapshotChain = select.integer(10)
        head.last = select.integer(11)
        head.lastChain = select.integer(12)
        head.rows = select.isNull(14) ? nil : select.integer(14)
        if !select.isNull(15) {
            head.edition = Edition(rawValue: select.text(15))
            guard head.edition != nil else { throw StoredError("its edition is \(select.text(15))") }
        }
        guard head.checksum == select.integer(13) else {
            throw StoredError("what it says of itself is not what was written")
        }
        return head
    }

    /// Reads the rows of a part, and tells how many there are.
    private func read(
        _ index: Int, _ head: DataHead, into builder: inout StateBuilder
    ) throws(StoredError) -> Int {
        let (part, table) = parts[index]
        let notes = try query("SELECT chunk, rows, checksum, half FROM chunks WHERE part = ? ORDER BY chunk")
        try Self.wrapped { () throws(SQLiteError) in try notes.bind(part.name, at: 1) }
        defer { notes.reset() }
        let present = try columns(of: table.name)
        guard !present.isEmpty else { return 0 }
        let select = try query(table.selection(from: present, isRange: true))
        var position = 0
        while try Self.wrapped({ () throws(SQLiteError) in try notes.step() }) {
            let half = notes.integer(3)
            guard Int(notes.integer(0)) == halves[index].count, position == halves[index].count * StatePart.chunkSize,
                (0...Int64(StatePart.chunkSize)).contains(notes.integer(1))
            else { throw StoredError("\(part.name) \(position + 1) is missing") }
            halves[index].append(half)
            let first = KeptTable.key(position, half: half)
            try Self.wrapped { () throws(SQLiteError) in
                try select.bind(first, at: 1)
                try select.bind(first + Int64(StatePart.chunkSize) - 1, at: 2)
            }
            defer { select.reset() }
            var sum = Checksum()
            var rows: [[StoredValue]] = []
            rows.reserveCapacity(StatePart.chunkSize)
            for _ in 0..<notes.integer(1) {
                guard try Self.wrapped({ () throws(SQLiteError) in try select.step() }),
                    select.integer(0) == KeptTable.key(position, half: half)
                else { throw StoredError("\(part.name) \(position + 1) is missing") }
                rows.append(try table.read(select, &sum))
                position += 1
            }
            guard try !Self.wrapped({ () throws(SQLiteError) in try select.step() }) else {
                throw StoredError("\(part.name) \(position + 1) is one too many")
            }
            guard sum.value == notes.integer(2) else {
                throw StoredError(
                    "\(part.name) \(position - rows.count + 1) to \(position) are not what was written")
            }
            try builder.append(rows, to: part)
        }
        // A file of version 1 does not say how many rows there are in all, and has none but those that count.
        if head.rows == nil {
            try Self.wrapped { () throws(SQLiteError) in
                try select.bind(Int64(position), at: 1)
                try select.bind(.max, at: 2)
            }
            defer { select.reset() }
            guard try !Self.wrapped({ () throws(SQLiteError) in try select.step() }) else {
                throw StoredError("\(part.name) \(position + 1) is one too many")
            }
        }
        return position
    }

    /// Applies the events after the snapshot.
    private func replay(onto state: inout PlatformState, _ head: DataHead) throws(StoredError) -> Int {
        let first = try query("SELECT min(sequence) FROM events")
        guard try Self.wrapped({ () throws(SQLiteError) in try first.step() }), first.isNull(0) || first.integer(0) > 0
        else { throw StoredError("event \(first.integer(0)) is one too many") }
        first.reset()
        // What is left of older ones is on its way out.
        let select = try query(
            "SELECT sequence, at, kind, fields, chain FROM events WHERE sequence > ? ORDER BY sequence")
        try Self.wrapped { () throws(SQLiteError) in try select.bind(head.snapshot, at: 1) }
        defer { select.reset() }
        var sequence = head.snapshot
        var chain = head.snapshotChain
        while try Self.wrapped({ () throws(SQLiteError) in try select.step() }) {
            sequence += 1
            guard select.integer(0) == sequence else { throw StoredError("event \(sequence) is missing") }
            let (kind, text) = (select.text(2), select.text(3))
            chain = DataHead.link(after: chain, sequence, select.integer(1), kind, text)
            guard chain == select.integer(4) else { throw StoredError("event \(sequence) is not what was written") }
            do throws(StoredError) {
                let event = try Event(StoredEvent(kind: kind, text: text))
                let at = Instant(microseconds: select.integer(1))
                if at > state.now { state.evolve(.timeReached(at)) }
                state.evolve(event)
            } catch {
                throw StoredError("event \(sequence): \(error)")
            }
        }
        guard sequence == head.last, chain == head.lastChain else {
            throw StoredError("event \(sequence + 1) is missing")
        }
        return Int(sequence - head.snapshot)
    }

    private func readMails(_ head: DataHead) throws(StoredError) -> Mailbox {
        let select = try query(KeptTable.mails.selection(from: try columns(of: "mails")))
        defer { select.reset() }
        var mails: [Mail] = []
        lastMail = Int64(head.droppedMails)
        while try Self.wrapped({ () throws(SQLiteError) in try select.step() }) {
            var sum = Checksum()
            lastMail += 1
            guard select.integer(0) == lastMail else { throw StoredError("mail \(lastMail) is missing") }
            let values = try KeptTable.mails.read(select, &sum)
            guard sum.value == select.integer(KeptTable.mails.checksumColumn) else {
                throw StoredError("mail \(lastMail) is not what was written")
            }
            var row = StoredRow(values) { Mail.columns[$0].name }
            mails.append(try Mail(&row))
        }
        return Mailbox(mails: mails, dropped: head.droppedMails)
    }

    private func readBeginning(_ head: DataHead) throws(StoredError) -> KeptPlatform? {
        guard try !columns(of: "beginning").isEmpty else { return nil }
        let select = try query("SELECT lines, checksum FROM beginning")
        defer { select.reset() }
        guard try Self.wrapped({ () throws(SQLiteError) in try select.step() }) else { return nil }
        var sum = Checksum()
        let lines = select.bytes(0)
        sum.add(lines)
        guard sum.value == select.integer(1) else { throw StoredError("its beginning is not what was written") }
        do throws(SnapshotError) {
            return try SnapshotReader.platform(from: lines, profile: head.profile)
        } catch {
            throw StoredError("its beginning: \(error.description)")
        }
    }

    private func readFiles() throws(StoredError) -> [KeptFile.Key: KeptFile] {
        let select = try query("SELECT kind, number, type, bytes, checksum FROM files")
        defer { select.reset() }
        var files: [KeptFile.Key: KeptFile] = [:]
        while try Self.wrapped({ () throws(SQLiteError) in try select.step() }) {
            let key = KeptFile.Key(kind: select.text(0), number: select.integer(1))
            let file = KeptFile(key: key, type: select.text(2), bytes: select.bytes(3))
            guard file.checksum == select.integer(4) else {
                throw StoredError("file \(key.kind) \(key.number) is not what was written")
            }
            files[key] = file
        }
        return files
    }

    private func columns(of table: String) throws(StoredError) -> Set<String> {
        let select = try query("SELECT name FROM pragma_table_info('\(table)')")
        defer { select.reset() }
        var names: Set<String> = []
        while try Self.wrapped({ () throws(SQLiteError) in try select.step() }) { names.insert(select.text(0)) }
        return names
    }

    /// A statement that reads.
    func query(_ sql: String) throws(StoredError) -> Statement {
        try Self.wrapped { () throws(SQLiteError) in try connection.prepare(sql) }
    }

    /// SQLite's trouble with a file that is ours means that it is damaged.
    static func wrapped<Value>(_ body: () throws(SQLiteError) -> Value) throws(StoredError) -> Value {
        do throws(SQLiteError) {
            return try body()
        } catch {
            throw StoredError(error.message)
        }
    }

    private func checked<Value>(_ body: () throws(StoredError) -> Value) throws(DataFailure) -> Value {
        do throws(StoredError) {
            return try body()
        } catch {
            throw .damaged(path, error.description)
        }
    }
}
