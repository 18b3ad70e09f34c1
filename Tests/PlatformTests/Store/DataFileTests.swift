// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PlatformDomain
import SQLite
import Testing

@testable import Platform

@Suite("A platform with a data file")
struct DataFileTests {
    @Test("goes on where it was: state, time, mails, images, sessions, draws")
    func goesOn() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        #expect(!service.isContinued)
        let town = try Town(in: service)
        let caller = await service.caller(cookies: [], authorization: basic("lecteur@example.com").1)
        _ = try town.book()
        service.storeThumb([1, 2, 3], type: "image/png", for: Identifier(1))
        try await service.advance(.by(.days(3)))
        _ = try town.book()
        try await service.advance(.by(.hours(1)))
        let before = Seen(service)
        await service.closeData()

        let again = try data.open()
        #expect(again.isContinued)
        #expect(Seen(again) == before)
        #expect(again.thumb(Identifier(1))?.bytes == [1, 2, 3])
        let cookie = caller.newCookies.map { $0.split(separator: ";")[0] }.joined(separator: "; ")
        #expect(await again.caller(cookies: [cookie], authorization: nil).actor == .user(town.reader))
        try await again.advance(.by(.days(400)))
        #expect(again.read { state, _ in state.bookings.records.allSatisfy(\.isCancelled) })
        await again.closeData()
    }

    @Test("loses nothing that was settled, however it ends", arguments: [1, 7, 10_000])
    func survives(interval: Int) async throws {
        let data = try TemporaryData()
        let file = try DataFile(data.path, creates: true)
        var settings = Service.Settings()
        settings.start = Instant(iso8601: "2018-12-03T07:15:00Z")
        settings.clockMode = .frozen
        settings.drawing = .seeded(UInt64(interval))
        var core = settings.freshCore
        try file.create(KeptPlatform(core, begin: core.state.now), key: [1])
        core.recorder = Recorder(file, interval: interval)
        let town = try Town(in: Service(settings, core, CookieSigner(key: [1])))
        for step in 0..<40 {
            _ = try? town.book()
            if step % 5 == 0 { try await town.service.advance(.by(.days(2))) }
            if step % 9 == 0 {
                town.service.keep(KeptFile(key: .init(kind: "thumb", number: 1), type: "a/b", bytes: [UInt8(step)]))
            }
            if step == 17 { town.service.reset(); _ = try Town(in: town.service) }
            try await town.service.settleData()
            guard step % 8 == 0 || step == 17 else { continue }
            let seen = Seen(town.service)
            let copy = try DataFile(data.copy(), creates: false)
            let loaded = try copy.load(writes: false)
            #expect(Seen(loaded.platform.core) == seen)
            #expect(loaded.events <= interval + 40, "old events go once they are in a snapshot")
        }
        await town.service.closeData()
        #expect(try DataReport(of: data.path).violations.isEmpty)
        let report = try DataReport(of: data.path)
        #expect(report.events == report.snapshot, "a clean end leaves nothing to replay")
    }

    @Test("remembers a reset and a restored snapshot")
    func replacements() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let town = try Town(in: service)
        _ = try town.book()
        let label = service.takeSnapshot()
        let taken = Seen(service)
        service.reset()
        try await service.settleData()
        let empty = try DataFile(data.copy(), creates: false).load(writes: false)
        #expect(empty.platform.state.users.count == 0 && empty.platform.mailbox.mails.isEmpty)
        #expect(service.restoreSnapshot(label.id))
        await service.closeData()
        let again = try data.open()
        #expect(Seen(again) == taken)
        again.reset()
        #expect(again.now() == Instant(iso8601: "2018-12-03T07:15:00Z"))
        await again.closeData()
    }

    @Test("goes back to an empty platform with its clock and its draws, in a later process that is told neither")
    func emptyBeginning() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let empty = Seen(service)
        _ = try Town(in: service)
        await service.closeData()
        let again = try Service.open(data.path)
        again.reset()
        #expect(Seen(again) == empty)
        await again.closeData()
    }

    @Test("keeps what its seed left: whole, and as what a reset goes back to, in a later process too")
    func seeds() async throws {
        let data = try TemporaryData()
        var configuration = PlatformConfiguration(clock: .frozen, seed: try BuiltInSeed.demo.seed())
        configuration.data = data.path
        let (service, furnished) = try await Service.make(configuration)
        #expect(furnished != nil)
        let seeded = Seen(service)
        service.listens(at: "http://127.0.0.1:1")
        try await service.advance(.by(.days(30)))
        await service.closeData()

        let (again, none) = try await Service.make(configuration)
        #expect(none == nil && again.isContinued)
        #expect(Seen(again) != seeded)
        again.listens(at: "http://127.0.0.1:2")
        #expect(!again.mails().isEmpty)
        #expect(again.mails().allSatisfy { !$0.html.contains("127.0.0.1:1/") && !$0.html.contains("platform.invalid") })
        again.reset()
        #expect(Seen(again) == seeded)
        await again.closeData()
        let reset = try DataFile(data.path, creates: false).load(writes: false)
        #expect(Seen(reset.platform.core) == seeded)
    }

    @Test("keeps a ticking clock ticking while nobody runs it, and never lets it go back")
    func ticking() throws {
        let real = SystemClock.now()
        let begin = try #require(Instant(iso8601: "2018-12-03T07:15:00Z") as Instant?)
        let hour = KeptClock(mode: .ticking, shown: begin, real: real - .hours(1)).resumed(notBefore: begin)
        #expect(hour.mode == .ticking && hour.now() >= begin + .hours(1) && hour.now() < begin + .hours(2))
        let setBack = KeptClock(mode: .ticking, shown: begin, real: real + .hours(5)).resumed(notBefore: begin)
        #expect(setBack.now() >= begin)
        let behind = KeptClock(mode: .frozen, shown: begin, real: real).resumed(notBefore: begin + .days(1))
        #expect(behind.now() == begin + .days(1))
    }

    @Test("has its file for itself, and lets nobody else read it")
    func lock() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let town = try Town(in: service)
        #expect(try await data.failure()?.kind == .inUse)
        #expect(throws: DataFailure.self) { try DataReport(of: data.path) }
        var status = stat()
        #expect(stat(data.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        _ = try town.book()
        await service.closeData()
        #expect(FileIdentity(of: data.path + "-wal") == nil, "a clean end leaves one file")
        #expect(try await data.failure() == nil)
    }

    @Test(
        "lets nobody else read it either when it is made through a link or in an empty file", arguments: [true, false])
    func rights(isLink: Bool) async throws {
        let data = try TemporaryData()
        let target = data.folder + "/copy.db"
        if isLink {
            try #require(symlink("copy.db", data.path) == 0)
        } else {
            try TemporaryData.write([], to: data.path)
            try #require(chmod(data.path, 0o644) == 0)
        }
        let service = try data.open()
        for path in isLink ? [target, target + "-wal"] : [data.path, data.path + "-wal"] {
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600, "\(path)")
        }
        await service.closeData()
    }

    @Test("is told to be missing where it is only read, and needs a name")
    func missing() async throws {
        let data = try TemporaryData()
        for path in [data.path, data.path + "/x.db"] {
            let failure = #expect(throws: DataFailure.self) { try DataReport(of: path) }
            let sentence = failure?.english ?? "none"
            #expect(sentence.hasPrefix("There is no data file \(path)."), "\(sentence)")
        }
        #expect(FileIdentity(of: data.path) == nil)
        #expect(try await data.failure(at: "")?.english.contains("needs a name") == true)
    }

    @Test("refuses the other profile, unless it is to take whichever there is")
    func profiles() async throws {
        let data = try TemporaryData()
        await (try data.open(.observed)).closeData()
        #expect(try await data.failure(.documented)?.kind == .otherProfile)
        var settings = Service.Settings()
        settings.acceptsAnyProfile = true
        let service = try Service.open(data.path, settings)
        #expect(service.profile == .observed)
        await service.closeData()
    }

    @Test("a fork of it keeps nothing")
    func forks() async throws {
        let data = try TemporaryData()
        let service = try data.open()
        let town = try Town(in: service)
        let fork = service.fork()
        try await fork.advance(.by(.days(30)))
        fork.reset()
        let before = Seen(service)
        await service.closeData()
        let again = try data.open()
        #expect(Seen(again) == before)
        #expect(again.read { state, _ in state.users[town.reader] != nil })
        await again.closeData()
    }
}
