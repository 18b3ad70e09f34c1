// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import Glibc
import SQLite
import Synchronization

/// The outbox of a till, or of all tills of a venue: a file of SQLite on this machine, readable by its owner alone (mode 0600).
///
/// Every change is on the disk (write-ahead log, `synchronous=FULL`) when the call returns. Several programs may use one file at the same
/// time; a program that was killed leaves its attempts to the others, which are told by a lock that the system takes back. Beside the
/// file lie SQLite's `-wal` and `-shm` and a `-lock`; copy none of them alone. It must not lie on a network drive: SQLite's log does not
/// work there. It is a memory for reconciling with the pass Culture, and no fiscal record.
///
/// A process that is forked while it is open has nothing of it: there neither this object nor another one on the same file can be used, until
/// the process executes a program. Close it before the fork, or fork first.
///
/// When it cannot be written down what became of an attempt, as the disk is full, the attempt is in nobody's hands: for this object at once, and
/// for the others on the file with the next change that this one writes, or when it is closed or its program ends.
public final class SQLiteOutbox: OutboxStore {
    /// What is open, for one thread at a time.
    struct Opened {
        let connection: Connection
        let lock: InstanceLock
        let instance: Int64
        var statements: [String: Statement] = [:]
        /// The attempts that this very object has written down as under way and not advanced since.
        var inFlight: Set<UInt64> = []
        /// The attempts that are in nobody's hands any more, and in the file still in this object's: what became of them could not be written.
        var givenUp: Set<UInt64> = []
        /// Changes since the log was last written into the file.
        var changes = 0

        /// Whether an attempt is in the hands of who wrote it, by their number: of one who still lives.
        func isHeld(_ id: UInt64, by holder: Int64) -> Bool {
            guard holder != 0 else { return false }
            return holder == instance ? inFlight.contains(id) : lock.isHeld(holder)
        }
    }

    /// After how many changes the log is written into the file, off the path of any validation.
    private static let checkpointInterval = 200

    /// Where the file is.
    public let path: String
    private let opened: Mutex<Opened?>
    /// The process that opened it.
    private let process: pid_t
    private let worker = WorkerThread()

    /// Opens the outbox, making it if there is none.
    ///
    /// - Parameter path: Where the file is, or shall be.
    /// - Throws: ``OutboxError``: `unreachable`, `damaged`, `not-an-outbox`, `newer-outbox`, `busy` or `disk-full`. A file that cannot be
    ///   used is left as it is.
    public convenience init(path: String) throws(OutboxError) {
        try self.init(path: path, as: getpid())
    }

    /// Opens the outbox as the process that is named, which is another than this one only in tests.
    init(path: String, as process: pid_t) throws(OutboxError) {
        self.path = path
        self.process = process
        opened = Mutex(try OutboxFile.open(path, as: process))
    }

    deinit { close() }

    /// Lets go of the file. Whatever is asked afterwards fails with the code ``OutboxError/Code/closed``.
    public func close() {
        guard process == getpid() else { return }
        opened.withLock { opened in
            guard let file = opened else { return }
            opened = nil
            _ = try? file.connection.pragma("wal_checkpoint(PASSIVE)")
        }
    }

    // MARK: - Attempts

    /// Writes a new attempt down; as ``OutboxStore`` has it.
    public func add(
        _ attempt: Attempt, isSent: Bool, within limits: OfflineLimits?, at now: Instant
    ) throws(OutboxError) -> OutboxAddition {
        try change { file throws(SQLiteError) in
            if let countermark = attempt.countermark {
                let others = try OutboxRows.attempts(of: countermark, &file)
                if let taken = others.first(where: { !$0.state.isClosed || $0.state == .confirmed }) {
                    return .taken(taken)
                }
            }
            if let limits {
                let waiting = try OutboxRows.attempts(in: .planned, &file)
                if let limit = limits.passed(by: attempt, waiting: waiting, at: now) { return .limit(limit) }
            }
            var attempt = attempt
            // A new attempt is planned, and can be sent.
            if isSent { try? attempt.apply(.sent, at: now) }
            try OutboxRows.insert(attempt, holder: isSent ? file.instance : 0, &file)
            try OutboxRows.note("planned", on: attempt.id, at: now, &file)
            if isSent {
                try OutboxRows.note("sent", on: attempt.id, at: now, &file)
                file.inFlight.insert(attempt.id)
            }
            return .added(attempt)
        }
    }

    /// Looks and takes events in; as ``OutboxStore`` has it.
    public func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant
    ) throws(OutboxError) -> Attempt {
        try change(givingUp: condition == .inHand ? id : nil) { file throws(SQLiteError) in
            try Self.advance(id, by: events, if: condition, at: now, &file)
        }.get()
    }

    /// Keeps for later, or gives up; as ``OutboxStore`` has it.
    public func postpone(
        _ id: UInt64, within limits: OfflineLimits, at now: Instant
    ) throws(OutboxError) -> Attempt {
        try change(givingUp: id) { file throws(SQLiteError) -> Result<Attempt, OutboxError> in
            guard let (attempt, _) = try OutboxRows.attempt(id, &file) else {
                return .failure(OutboxError(.unknownAttempt))
            }
            let waiting = try OutboxRows.attempts(in: .planned, &file)
            let limit = limits.passed(by: attempt, waiting: waiting, at: now)
            return try Self.advance(
                id, by: [.notSent] + (limit.map { [.abandoned($0)] } ?? []), if: .inHand, at: now, &file)
        }.get()
    }

    private static func advance(
        _ id: UInt64, by events: [Attempt.Event], if condition: OutboxCondition, at now: Instant,
        _ file: inout Opened
    ) throws(SQLiteError) -> Result<Attempt, OutboxError> {
        guard let (kept, holder) = try OutboxRows.attempt(id, &file) else {
            return .failure(OutboxError(.unknownAttempt))
        }
        let isHeld = file.isHeld(id, by: holder)
        guard condition.isMet(by: OpenAttempt(kept, isHeld: isHeld)) else {
            return .failure(OutboxError(wrongState: OpenAttempt(kept, isHeld: isHeld)))
        }
        var attempt = kept
        do throws(Attempt.WrongState) {
            for event in events { try attempt.apply(event, at: now) }
        } catch {
            return .failure(OutboxError(wrongState: OpenAttempt(attempt, isHeld: isHeld)))
        }
        let isUnderWay = events.last?.isUnderWay ?? false
        try OutboxRows.update(attempt, holder: isUnderWay ? file.instance : 0, &file)
        for event in events { try OutboxRows.note(event.name, on: id, at: now, &file) }
        if isUnderWay { file.inFlight.insert(id) } else { file.inFlight.remove(id) }
        return .success(attempt)
    }

    /// Adds a line to the history.
    public func note(_ text: String, on id: UInt64, at now: Instant) throws(OutboxError) {
        try change { file throws(SQLiteError) in try OutboxRows.note(text, on: id, at: now, &file) }
    }

    /// The attempts that are not closed, oldest first.
    public func openAttempts() throws(OutboxError) -> [OpenAttempt] {
        try read { file throws(SQLiteError) in
            try OutboxRows.openAttempts(&file).map { attempt, holder in
                OpenAttempt(attempt, isHeld: file.isHeld(attempt.id, by: holder))
            }
        }
    }

    /// All attempts of a countermark.
    public func attempts(of countermark: Countermark) throws(OutboxError) -> [Attempt] {
        try read { file throws(SQLiteError) in try OutboxRows.attempts(of: countermark, &file) }
    }

    /// The attempts planned in a span of time.
    public func attempts(from begin: Instant, to end: Instant) throws(OutboxError) -> [Attempt] {
        try read { file throws(SQLiteError) in try OutboxRows.attempts(from: begin, to: end, &file) }
    }

    /// Takes the countermarks out of what was closed before an instant; the bytes are overwritten.
    public func erase(closedBefore instant: Instant) throws(OutboxError) -> Int {
        let erased = try change { file throws(SQLiteError) in try OutboxRows.erase(closedBefore: instant, &file) }
        if erased > 0 { try emptyLog() }
        return erased
    }

    /// The latest instant written down.
    public func latestInstant() throws(OutboxError) -> Instant? {
        try read { file throws(SQLiteError) in try OutboxRows.latestInstant(&file) }
    }

    // MARK: - Day lists

    /// Replaces the day list of each show in a list.
    public func load(_ list: DayList, at now: Instant) throws(OutboxError) {
        try change { file throws(SQLiteError) in try OutboxRows.load(list, at: now, &file) }
    }

    /// What the day lists say of a countermark.
    public func entry(of countermark: Countermark) throws(OutboxError) -> DayList.Entry? {
        try read { file throws(SQLiteError) in try OutboxRows.entry(of: countermark, &file) }
    }

    /// Wipes the day lists of shows that began before an instant; the bytes are overwritten.
    public func wipeDayLists(begunBefore instant: Instant) throws(OutboxError) -> Int {
        let wiped = try change { file throws(SQLiteError) in try OutboxRows.wipe(begunBefore: instant, &file) }
        if wiped > 0 { try emptyLog() }
        return wiped
    }

    // MARK: - Under the lock

    /// Lets the file grow no further: a disk that is full, for tests.
    func limitPages() {
        opened.withLock { opened in
            guard let connection = opened?.connection, let pages = try? connection.pragma("page_count") else { return }
            try? connection.execute("PRAGMA max_page_count=\(pages)")
        }
    }

    /// Has what is written into the history fail when it is committed, or succeed again: a disk that breaks, for tests.
    func letCommits(fail: Bool) {
        let sql =
            if fail {
                """
                PRAGMA foreign_keys=ON;
                CREATE TEMP TABLE nobody (id INTEGER PRIMARY KEY);
                CREATE TEMP TABLE broken (id INTEGER REFERENCES nobody DEFERRABLE INITIALLY DEFERRED);
                CREATE TEMP TRIGGER breaks AFTER INSERT ON main.history BEGIN INSERT INTO broken VALUES (1); END
                """
            } else {
                "DROP TRIGGER breaks; DROP TABLE broken; DROP TABLE nobody"
            }
        opened.withLock { opened in try? opened?.connection.execute(sql) }
    }

    private func read<Value: Sendable>(
        _ body: (inout Opened) throws(SQLiteError) -> Value
    ) throws(OutboxError) -> Value {
        // Before the lock, which a thread of the parent may have held at the fork.
        guard process == getpid() else { throw OutboxError(.inherited, path) }
        return try opened.withLock { opened throws(OutboxError) in
            guard var file = opened else { throw OutboxError(.closed) }
            defer { opened = file }
            do throws(SQLiteError) { return try body(&file) } catch { throw OutboxError(error, path) }
        }
    }

    /// Changes the file, all or nothing.
    ///
    /// - Parameter attempt: The one that whoever calls has in hand, and nobody any more if this cannot be written: reconciling finds it.
    private func change<Value: Sendable>(
        givingUp attempt: UInt64? = nil, _ body: (inout Opened) throws(SQLiteError) -> Value
    ) throws(OutboxError) -> Value {
        let (value, isDue) = try read { file throws(SQLiteError) in
            let connection = file.connection
            let before = file.inFlight
            let value: Value
            do throws(SQLiteError) {
                try connection.checkPlace()
                value = try connection.transaction(wrapping: { $0 }) { () throws(SQLiteError) in
                    for id in file.givenUp { try OutboxRows.letGo(id, by: file.instance, &file) }
                    return try body(&file)
                }
            } catch {
                file.inFlight = before
                if let attempt, file.inFlight.remove(attempt) != nil { file.givenUp.insert(attempt) }
                throw error
            }
            file.givenUp = []
            file.changes += 1
            let isDue = file.changes >= Self.checkpointInterval
            if isDue { file.changes = 0 }
            return (value, isDue)
        }
        if isDue {
            worker.submit { [weak self] in
                try? self?.read { file throws(SQLiteError) in _ = try file.connection.pragma("wal_checkpoint(PASSIVE)")
                }
            }
        }
        return value
    }

    /// Writes the log into the file and empties it, so that nothing erased stays in it.
    private func emptyLog() throws(OutboxError) {
        try read { file throws(SQLiteError) in _ = try file.connection.pragma("wal_checkpoint(TRUNCATE)") }
    }
}
