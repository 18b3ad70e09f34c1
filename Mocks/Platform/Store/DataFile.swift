// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import SQLite

/// The file in which a platform keeps itself: its events since the last snapshot, that snapshot, its mails and its files.
///
/// One connection holds it from opening to closing, so that no second platform can, and lets go of it however the process ends. Nothing
/// in it is changed before all of it has been read and found right. For one thread at a time.
final class DataFile {
    /// What tells a data file of ours from any other database: "pCul".
    static let applicationID: Int64 = 0x7043_756C

    /// Where it is.
    let path: String
    let connection: Connection
    let identity: FileIdentity?
    /// How long it was at the last look: SQLite never shortens it.
    var size = 0
    /// Where its log is: beside the file itself, wherever a symbolic link to it stands.
    let logPath: String
    /// Its log as it was after the last look; nothing before there is one.
    var log: (identity: FileIdentity, size: Int)?
    /// Whether all that was committed can still be read: not once somebody has cut the log, or the file itself, short.
    var isLogWhole = true
    /// The steps from older versions to this one.
    let migrations: [DataMigration]
    /// What the file says of itself, once it was created or read.
    var head: DataHead?
    /// The snapshot that counts: what later ones share with it need not be written again.
    var snapshotState: PlatformState?
    /// Which half of its table each of its chunks stands in, part by part.
    var halves: [[Int64]] = []
    /// The snapshot on its way.
    var job: SnapshotJob?
    /// What is in the file and no longer counts.
    var waste: [Waste] = []
    /// The number of the last mail.
    var lastMail: Int64 = 0
    let parts: [(part: StatePart, table: KeptTable)] = PlatformState.parts.map { ($0, KeptTable($0)) }
    private var prepared: [String: Statement] = [:]

    /// Opens and locks a file.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - creates: whether it is made if there is none.
    ///   - migrations: the steps from older versions.
    init(
        _ path: String, creates: Bool, migrations: [DataMigration] = DataMigration.all
    ) throws(DataFailure) {
        self.path = path
        self.migrations = migrations
        let written = WrittenLog(of: path)
        // SQLite throws away the log of a file without a beginning, and with it all that is in it.
        if !written.isEmpty {
            guard let size = FileIdentity.look(at: path)?.size else { throw .missingBesideLog(path) }
            guard size >= 512 else { throw .damaged(path, "it is cut short, and its log is not") }
        }
        if path.isEmpty { throw .nameless }
        if !creates, Self.isMissing(path) { throw .missing(path) }
        if creates { Self.createPrivate(path) }
        do throws(SQLiteError) {
            connection = try Connection(path: path, access: creates ? .create : .readWrite)
            connection.keepLogOnClose(true)
            try connection.setPragma("locking_mode", to: "EXCLUSIVE", reading: "exclusive")
            _ = try connection.pragma("schema_version")
        } catch {
            throw Self.failure(error, path)
        }
        let found = FileIdentity.look(at: path)
        identity = found?.identity
        size = found?.size ?? 0
        logPath = connection.path + "-wal"
        if try isNew {
            guard !written.holdsCommit else { throw .damaged(path, "the beginning of its log cannot be read") }
        } else {
            try checkKind()
        }
    }

    deinit {
        // A log without anything in it is only in the way.
        if FileIdentity.look(at: logPath)?.size == 0 { connection.keepLogOnClose(false) }
    }

    /// Whether nothing was ever kept in it.
    var isNew: Bool {
        get throws(DataFailure) {
            let (id, schema) = try reading { () throws(SQLiteError) in
                (try connection.pragma("application_id"), try connection.pragma("schema_version"))
            }
            return id == 0 && schema == 0
        }
    }

    /// The version of what is kept and how.
    var version: Int64 { Int64(migrations.count) + 1 }

    private func checkKind() throws(DataFailure) {
        let (id, version) = try reading { () throws(SQLiteError) in
            (try connection.pragma("application_id"), try connection.pragma("user_version"))
        }
        guard id == Self.applicationID, version >= 1 else { throw .foreign(path) }
        guard version <= self.version else { throw .newer(path, version: version) }
    }

    /// A statement, prepared once.
    func statement(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = prepared[sql] { return statement }
        let statement = try connection.prepare(sql)
        prepared[sql] = statement
        return statement
    }

    /// Lets the prepared statements go, which keep the connection open.
    func forgetStatements() {
        prepared = [:]
    }

    /// Does something whose errors are those of reading.
    func reading<Value>(_ body: () throws(SQLiteError) -> Value) throws(DataFailure) -> Value {
        do throws(SQLiteError) {
            return try body()
        } catch {
            throw Self.failure(error, path)
        }
    }

    /// SQLite's trouble in our words.
    static func failure(_ error: SQLiteError, _ path: String) -> DataFailure {
        switch error.kind {
        case .busy: .inUse(path)
        case .damaged where error.code & 0xFF == 26: .foreign(path)
        case .damaged: .damaged(path, error.message)
        case .full, .unreachable, .inherited, .other: .unreachable(path, error.message)
        }
    }
}

extension DataFile {
    /// Writes the log into the database, takes it away and lets go of the file. A log that was cut short stays as it is: half of it
    /// written would leave neither what was before nor what came after.
    func close() {
        try? checkLog()
        forgetStatements()
        connection.keepLogOnClose(!isLogWhole)
        connection.close()
    }
}
