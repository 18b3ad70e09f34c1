// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PlatformDomain
import Testing

@testable import Platform

/// A data file in a folder of its own, gone when the test is over.
final class TemporaryData: Sendable {
    /// The folder.
    let folder: String
    /// The file; there is none at first.
    var path: String { folder + "/platform.db" }

    init() throws {
        var template = Array("/tmp/passculture-data-XXXXXX".utf8CString)
        folder = String(cString: try #require(mkdtemp(&template)))
    }

    deinit {
        for name in ["platform.db", "copy.db"] {
            for ending in ["", "-wal", "-shm", "-journal"] { unlink("\(folder)/\(name)\(ending)") }
        }
        rmdir(folder)
    }

    /// A copy of the file and its log as they are now: what a power cut would leave.
    func copy() throws -> String {
        let copy = folder + "/copy.db"
        for ending in ["", "-wal"] {
            unlink(copy + ending)
            if let bytes = Self.bytes(path + ending) { try Self.write(bytes, to: copy + ending) }
        }
        return copy
    }

    /// The file and its log as they are now, in a folder of their own.
    func copied() throws -> TemporaryData {
        let copy = try TemporaryData()
        for ending in ["", "-wal"] {
            if let bytes = Self.bytes(path + ending) { try Self.write(bytes, to: copy.path + ending) }
        }
        return copy
    }

    /// What the file holds, read and left as it is.
    func load() throws -> DataFile.Loaded {
        try DataFile(path, creates: false).load(writes: false)
    }

    /// The bytes of a file.
    static func bytes(_ path: String) -> [UInt8]? {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { Glibc.close(file) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
        let count = pread(file, &bytes, bytes.count, 0)
        return count == bytes.count ? bytes : nil
    }

    /// Makes a file of bytes.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { Glibc.close(file) }
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    }

    /// A platform with frozen time and seeded draws that keeps itself in the file.
    func open(_ profile: Profile = .documented, at path: String? = nil) throws -> Service {
        var settings = Service.Settings()
        settings.profile = profile
        settings.start = try #require(Instant(iso8601: "2018-12-03T07:15:00Z") as Instant?)
        settings.clockMode = .frozen
        settings.drawing = .seeded(42)
        return try Service.open(path ?? self.path, settings)
    }

    /// Why a file cannot be used; nothing if it can.
    func failure(_ profile: Profile = .documented, at path: String? = nil) async throws -> DataFailure? {
        do {
            await (try open(profile, at: path)).closeData()
            return nil
        } catch let failure as DataFailure {
            return failure
        }
    }
}

/// What of a service is to come back.
struct Seen: Equatable {
    let state: PlatformState
    let mails: [Mail]
    let dropped: Int
    let files: [KeptFile.Key: KeptFile]
    let now: Instant
    let mode: VirtualClock.Mode
    let seed: UInt64?

    init(_ service: Service) {
        self = service.withCore { Seen($0) }
    }

    /// What a core shows once it has settled what is due.
    init(_ core: Service.Core) {
        var core = core
        core.recorder = nil
        core.settle()
        state = core.state
        // Their links lead nowhere, as they are kept.
        mails = KeptPlatform(core, begin: core.state.now).mailbox.mails
        dropped = core.mailbox.dropped
        files = core.files
        now = core.clock.now()
        mode = core.clock.mode
        seed = core.drawing.seed
    }
}
