// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import SQLite
import TestSupport
import Testing

@testable import Platform

@Suite("A snapshot on its way into the file")
struct SnapshotJobTests {
    /// What makes so many people more than there are.
    private static func more(_ count: Int, than state: PlatformState) throws -> [Event] {
        let fields = try #require(state.users[Identifier(1)]).fields
        return try (1...count).map { number in
            let id = Int64(state.users.count + number)
            var row = StoredRow([.integer(id), .text("jeune\(id)@example.com")] + fields[2...]) {
                User.columns[$0].name
            }
            return .userCreated(try User(&row))
        }
    }

    /// A data file that the test itself writes: a town, and more people than a chunk holds.
    private struct Kept {
        let file: DataFile
        var state: PlatformState

        init(_ data: TemporaryData, people: Int = 600) throws {
            let service = Service(Service.Settings())
            _ = try Town(in: service)
            var core = service.withCore { $0 }
            for event in try SnapshotJobTests.more(people, than: core.state) { core.state.evolve(event) }
            state = core.state
            file = try DataFile(data.path, creates: true)
            try file.create(KeptPlatform(core, begin: state.now), key: [1])
        }

        /// Goes on with what a file holds.
        init(_ file: DataFile) throws {
            self.file = file
            state = try file.load(writes: true).platform.state
        }

        /// Gives somebody another name, again and again if so, which a batch of its own writes; asks for a snapshot of that if so.
        mutating func rename(_ number: Int64, times: Int = 1, snapshotWithin within: Int? = nil) throws {
            var unit = LogUnit()
            for _ in 0..<times {
                guard var user = state.users[Identifier(number)] else { return }
                user.publicName = "Nom \(file.head?.last ?? 0)"
                unit.entries.append(LogUnit.Entry(event: .userUpdated(user), at: state.now))
                state.evolve(.userUpdated(user))
            }
            if let within { unit.snapshot = LogUnit.Snapshot(state: Boxed(state), within: within) }
            try file.append([unit])
        }

        /// Takes so many people more in one batch, and asks for a snapshot of that.
        mutating func grow(by count: Int, snapshotWithin within: Int) throws {
            var unit = LogUnit()
            for event in try SnapshotJobTests.more(count, than: state) {
                unit.entries.append(LogUnit.Entry(event: event, at: state.now))
                state.evolve(event)
            }
            unit.snapshot = LogUnit.Snapshot(state: Boxed(state), within: within)
            try file.append([unit])
        }

        /// How many rows the table of the accounts has.
        var rows: Int64 {
            get throws {
                let count = try file.connection.prepare("SELECT count(*) FROM users")
                return try count.step() ? count.integer(0) : 0
            }
        }
    }

    @Test("wherever it is cut short, the file holds what happened, and what is left over goes with the next")
    func cutShort() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        let people = Int64(kept.state.users.count)
        var sawBoth = false
        for step in 1...60 {
            // Here and there, so that all chunks change and some change again while they are written.
            try kept.rename(Int64(step) * 97 % people + 1, snapshotWithin: step == 12 ? 30 : nil)
            sawBoth = try sawBoth || kept.rows > people
            let loaded = try data.copied().load()
            #expect(loaded.platform.state == kept.state, "after \(step)")

            let path = try data.copy()
            var again = try Kept(DataFile(path, creates: false))
            try again.rename(1)
            try again.file.keepSnapshot(again.state)
            #expect(try again.rows == people && again.file.waste.isEmpty, "after \(step)")
            again.file.close()
            let whole = try DataFile(path, creates: false).load(writes: false)
            #expect(whole.platform.state == again.state && whole.events == 0, "after \(step)")
        }
        #expect(sawBoth, "for a while the new rows stand beside the old ones")
        #expect(try kept.rows == people && kept.file.job == nil && kept.file.waste.isEmpty)
        #expect(kept.file.head?.snapshot == 12)
    }

    @Test("whatever grows, shrinks, is cut short and goes on, each row in the end is one that counts", arguments: 1...4)
    func lives(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        // Platforms of other sizes, which stand for what happens between two snapshots.
        let sizes = try [3, 300, 700].map { people in
            let service = Service(Service.Settings())
            _ = try Town(in: service)
            var state = service.read { state, _ in state }
            for event in try SnapshotJobTests.more(people, than: state) { state.evolve(event) }
            return state
        }
        var data = try TemporaryData()
        var file = try Kept(data, people: 300).file
        var snapshots: [Int64: PlatformState] = [0: try file.load(writes: false).platform.state]
        var events: [Event] = []
        func expected(_ head: DataHead) -> PlatformState {
            var state = snapshots[head.snapshot] ?? sizes[0]
            for event in events[Int(head.snapshot)...] { state.evolve(event) }
            return state
        }
        for step in 1...90 {
            var user = try #require(sizes[0].users[Identifier(1)])
            user.publicName = "Nom \(step)"
            events.append(.userUpdated(user))
            var unit = LogUnit()
            unit.entries = [LogUnit.Entry(event: .userUpdated(user), at: sizes[0].now)]
            if Int.random(in: 0..<9, using: &random) == 0 {
                // Its time is that of the platform, which does not go back.
                var state = sizes[Int.random(in: 0..<3, using: &random)]
                state.evolve(.userUpdated(user))
                let isLeftOut = file.job != nil
                unit.snapshot = .init(state: Boxed(state), within: Int.random(in: 1...12, using: &random))
                if !isLeftOut { snapshots[Int64(events.count)] = state }
            }
            try file.append([unit])
            // A life ends by a kill here and there: the next one goes on with what it left.
            let (left, isKilled) = (try data.copied(), Int.random(in: 0..<8, using: &random) == 0)
            let next = try DataFile(left.path, creates: false)
            let users = try Array(next.load(writes: isKilled).platform.state.users.records)
            #expect(try users == Array(expected(#require(next.head)).users.records), "after \(step)")
            if isKilled { (data, file) = (left, next) }
        }
        let last = expected(try #require(file.head))
        try file.keepSnapshot(last)
        for part in PlatformState.parts {
            let count = try file.connection.prepare("SELECT count(*) FROM \"\(part.name)\"")
            #expect(try count.step() && count.integer(0) == Int64(part.count(last)), "\(part.name)")
        }
        #expect(try data.copied().load().platform.state.users == last.users)
    }

    @Test("is written a little with each batch, and done in time")
    func paced() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        let before = try kept.rows
        var steps: [Int64] = []
        try kept.rename(1, snapshotWithin: 50)
        try kept.rename(300, snapshotWithin: 50)
        var last = before
        while kept.file.job != nil, steps.count < 100 {
            try kept.rename(599)
            try steps.append(kept.rows - last)
            last = try kept.rows
        }
        #expect(steps.count <= 50)
        #expect(steps.count { $0 == 256 } == 1 && steps.max() == 256, "\(steps): a chunk at a time")
    }

    @Test("gives way to a platform that takes the place of all there was")
    func replaced() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        try kept.rename(1, snapshotWithin: 20)
        for number in Int64(2)...10 { try kept.rename(number) }
        #expect(kept.file.job != nil)
        let small = Service(Service.Settings())
        _ = try Town(in: small)
        let core = small.withCore { $0 }
        let state = core.state
        var unit = LogUnit()
        unit.replacement = Boxed(KeptPlatform(core, begin: state.now))
        try kept.file.append([unit])
        #expect(try data.copied().load().platform.state == state)
        #expect(try kept.rows == Int64(state.users.count))
    }

    @Test("what is left of old events goes without those that count")
    func oldEvents() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        for _ in 1...10 { try kept.rename(1) }
        // As if the snapshot counted, and what came before it was not gone yet.
        kept.file.head?.snapshot = 5
        let events = try kept.file.leftovers().filter { $0.table == "events" }
        #expect(events.map(\.keys) == [1...5])
    }

    @Test("what it replaced goes after a kill too, where nothing changed since")
    func replacedRows() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        let people = try kept.rows
        // So much to be thrown away that the old rows are still there when the new ones count.
        try kept.rename(300, times: 5_000)
        try kept.rename(1, snapshotWithin: 2_000)
        while kept.file.job?.counts == false { try kept.rename(1) }
        #expect(try kept.rows > people)
        let left = try data.copied()
        kept = try Kept(DataFile(left.path, creates: false))
        try kept.file.keepSnapshot(kept.state)
        #expect(try kept.rows == people)
        #expect(try left.copied().load().platform.state == kept.state)
    }

    @Test("of it a few chunks go with a batch, however many events that has, until it is long overdue")
    func manyEvents() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        try kept.grow(by: 10_000, snapshotWithin: 4)
        #expect(kept.file.job?.notes.isEmpty == true, "what came before it is none of its time")
        for step in 1...4 {
            try kept.rename(1)
            #expect(kept.file.job?.notes.count ?? 0 <= 16 * step)
        }
        #expect(kept.file.job != nil)
        for _ in 1...4 { try kept.rename(1) }
        #expect(kept.file.job == nil)
        #expect(try data.copied().load().platform.state == kept.state)
    }

    @Test("what was written of it in vain goes with the one that takes its place")
    func inVain() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        let (before, people) = (kept.state, try kept.rows)
        // More people, as many as a chunk of their own takes.
        try kept.grow(by: 300, snapshotWithin: 1_000)
        while try kept.rows < people + 300, kept.file.job != nil { try kept.rename(1) }
        #expect(kept.file.job?.counts == false)
        try kept.file.keepSnapshot(before)
        #expect(try kept.rows == people && kept.file.waste.isEmpty)
        #expect(try data.copied().load().platform.state == before)
    }

    /// What makes a file of version 1 of one whose rows all stand in the first half.
    private static let firstVersion = """
        ALTER TABLE chunks DROP COLUMN half; ALTER TABLE platform DROP COLUMN rows;
        ALTER TABLE platform DROP COLUMN edition; PRAGMA user_version=1
        """

    @Test("a file of version 1 that is damaged, or of the other profile, is named and stays what it was")
    func refusedFirstVersion() async throws {
        for (sql, kind) in [
            ("", DataFailure.Kind.otherProfile), ("DELETE FROM chunks WHERE part = 'users'", .damaged),
            ("DELETE FROM chunks WHERE part = 'head'", .damaged), ("DROP TABLE chunks", .damaged),
        ] {
            let data = try TemporaryData()
            var kept = try Kept(data)
            // The sum of a head is another without the number of rows.
            kept.file.head?.rows = nil
            try kept.rename(3)
            let path = try data.copy()
            try DataFile(path, creates: false).connection.execute(Self.firstVersion + ";" + sql)
            let failure = try await data.failure(kind == .otherProfile ? .observed : .documented, at: path)
            #expect(failure?.kind == kind, "\(sql)")
            #expect(try DataFile(path, creates: false).connection.pragma("user_version") == 1)
        }
    }

    @Test("a file of version 1, whose chunks all stand in one half, goes on")
    func firstVersion() throws {
        let data = try TemporaryData()
        var kept = try Kept(data)
        kept.file.head?.rows = nil
        try kept.rename(3)
        let old = try data.copied()
        try DataFile(old.path, creates: false).connection.execute(Self.firstVersion)
        let report = try DataReport(of: old.path)
        #expect(report.version == 1 && report.rows.contains { $0 == ("users", kept.state.users.count) })
        var again = try Kept(DataFile(old.path, creates: false))
        #expect(again.state == kept.state)
        #expect(try again.file.connection.pragma("user_version") == 3)
        try again.rename(300)
        try again.rename(4, snapshotWithin: 100)
        while again.file.job?.notes.isEmpty == true { try again.rename(4) }
        #expect(again.file.job?.counts == false)
        #expect(try old.copied().load().platform.state == again.state, "nor does a kill hurt it")
        while again.file.job != nil { try again.rename(5) }
        again.file.close()
        #expect(try old.load().platform.state == again.state)
    }

    @Test("follows the events that pass, by what is written and what is thrown away")
    func job() {
        let chunks = [SnapshotJob.Chunk(part: 0, number: 0, half: 1), SnapshotJob.Chunk(part: 1, number: 3, half: 0)]
        var job = SnapshotJob(
            PlatformState(profile: .documented, at: Instant(microseconds: 0)), sequence: 9, chain: 1, chunks: chunks,
            cost: 1_000, within: 10)
        #expect(!job.isBehind, "nothing is due before anything happens")
        job.pass(2)
        #expect(!job.isBehind, "nor before a chunk's worth is")
        job.pass(1)
        #expect(job.isBehind && job.next == chunks[0])
        let note = SnapshotJob.Note(chunk: chunks[0], rows: 256, sum: 7)
        job.wrote(note)
        #expect(!job.isBehind && job.next == chunks[1] && job.notes == [note])
        job.pass(3)
        #expect(job.isBehind)
        job.spend(300)
        #expect(!job.isBehind)
        job.pass(4)
        job.spend(444)
        #expect(job.isBehind, "when its time is over, all that is left is due, whatever it costs")
    }
}
