// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import PassCulture

/// What the outbox costs a validation, beside what any durable writing costs: two syncs.
///
/// `outbox-cost [--rounds N] [--folder PATH] [--validate N] [--editions N]`: so many times a validation through a desk whose platform answers at once,
/// blocking, then two writes of as many bytes, each with an `fdatasync`, to a file in the same folder, then a validation async; of each the
/// median counts. Ends with 1 when what is left beside the syncs is not under 150 microseconds. With `--validate` it only validates so
/// many, for `strace` to count the syncs. With `--editions` it validates so many in the edition of 2018 and as many in today's, turn by turn,
/// and ends with 1 when the median of today's is more than 1.1 times the other.
struct OutboxCost {
    /// What is allowed beside the syncs, in microseconds.
    private static let allowed = 150.0
    /// After how many syncs the file is written from its beginning again.
    private static let places = 200

    private struct AlwaysValidated: Transport {
        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            TransportResponse(status: 204)
        }

        func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
            TransportResponse(status: 204)
        }
    }

    private var rounds = 2_000
    private var validations: Int?
    private var editions: Int?
    /// How much more today's edition may cost.
    private static let allowedRatio = 1.1
    /// After how many validations another key is taken: one may be used 200 times a minute.
    private static let usesOfKey = 190
    private var folder = "."

    /// What the arguments ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let text = rest.popFirst() else { return nil }
            if name == "--folder" {
                folder = text
                continue
            }
            guard let number = Int(text), (1...100_000).contains(number) else { return nil }
            switch name {
            case "--rounds": rounds = number
            case "--validate": validations = number
            case "--editions": editions = number
            default: return nil
            }
        }
    }

    /// Measures; gives the exit code.
    func run() async throws -> Int32 {
        // What an earlier run validated would be taken already.
        for end in ["", "-wal", "-shm", "-lock"] { unlink(folder + "/outbox-cost.db" + end) }
        let outbox = try SQLiteOutbox(path: folder + "/outbox-cost.db")
        defer { outbox.close() }
        let passCulture = PassCulture(.integration, transport: AlwaysValidated())
        let desk = try passCulture.desk(
            email: "caisse@librairie.example", password: "Azerty123456!@", outbox: outbox)
        var number = 0
        func next() throws(PassCultureError) -> Countermark {
            number += 1
            return try Countermark(String(100_000 + number))
        }
        if let editions {
            return try compare(editions, desk, next) { key throws(PassCultureError) in
                try passCulture.desk(as: .provider(key: try ProviderKey(key), venue: 1), outbox: outbox)
            }
        }
        if let validations {
            for _ in 0..<validations { _ = try desk.validateBlocking(next()) }
            return 0
        }
        _ = try desk.validateBlocking(next())
        _ = try await desk.validate(next())
        let written = try bytesWritten { for _ in 0..<10 { _ = try desk.validateBlocking(next()) } } / 20
        let file = open(folder + "/outbox-cost.syncs", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { return 2 }
        defer { close(file) }
        let bytes = [UInt8](repeating: 7, count: max(written, 4_096))
        var (blocking, async, syncs): ([Double], [Double], [Double]) = ([], [], [])
        // One after the other, so that what else the machine does meets all of them alike.
        for round in 0..<rounds {
            var begin = SystemClock.monotonic()
            _ = try desk.validateBlocking(next())
            blocking.append(passed(since: begin))
            begin = SystemClock.monotonic()
            for half in 0..<2 {
                // Over and over the same places, as the log does.
                let place = off_t((2 * round + half) % Self.places * bytes.count)
                guard pwrite(file, bytes, bytes.count, place) == bytes.count, fdatasync(file) == 0 else { return 2 }
            }
            syncs.append(passed(since: begin))
            begin = SystemClock.monotonic()
            _ = try await desk.validate(next())
            async.append(passed(since: begin))
        }
        print("\(rounds) rounds, medians, \(bytes.count) bytes a sync")
        let isWithin = [tell("blocking", median(blocking), median(syncs)), tell("async", median(async), median(syncs))]
        return isWithin.allSatisfy(\.self) ? 0 : 1
    }

    /// Validates so many in each edition, turn by turn, the first of a turn now this and now that one.
    private func compare(
        _ rounds: Int, _ old: Desk, _ next: () throws(PassCultureError) -> Countermark,
        _ today: (String) throws(PassCultureError) -> Desk
    ) throws -> Int32 {
        var new = try today("bench_key")
        var times: [[Double]] = [[], []]
        for round in 0..<rounds {
            if round % Self.usesOfKey == 0 { new = try today("bench_key_\(round)") }
            for turn in 0..<2 {
                let edition = (round + turn) % 2
                let countermark = try next()
                let begin = SystemClock.monotonic()
                _ = try (edition == 0 ? old : new).validateBlocking(countermark)
                times[edition].append(passed(since: begin))
            }
        }
        let medians = times.map(median)
        let ratio = medians[1] / medians[0]
        print(
            "\(rounds) durable validations in each edition, medians: 2018 \(Int(medians[0])) µs, today "
                + "\(Int(medians[1])) µs; \(Int((ratio * 100).rounded())) % (at most \(Int(Self.allowedRatio * 100)))")
        return ratio <= Self.allowedRatio ? 0 : 1
    }

    private func tell(_ way: String, _ validate: Double, _ syncs: Double) -> Bool {
        let rest = validate - syncs
        print(
            "\(way): durable validate \(Int(validate)) µs, two syncs \(Int(syncs)) µs, the rest \(Int(rest)) µs (under \(Int(Self.allowed)))"
        )
        return rest < Self.allowed
    }

    private func passed(since begin: Span) -> Double { Double((SystemClock.monotonic() - begin).microseconds) }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// How many bytes this program handed to the system meanwhile, by its own account.
    private func bytesWritten(_ work: () throws -> Void) throws -> Int {
        let before = Self.account()
        try work()
        return Self.account() - before
    }

    private static func account() -> Int {
        guard let file = fopen("/proc/self/io", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        while fgets(&line, 128, file) != nil {
            let text = String(
                decoding: line.prefix { $0 > 0x20 || $0 == 0x20 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            if text.hasPrefix("wchar: ") { return Int(text.dropFirst(7)) ?? 0 }
        }
        return 0
    }
}

guard let cost = OutboxCost(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: outbox-cost [--rounds N] [--folder PATH] [--validate N] [--editions N]")
    exit(3)
}
exit(try await cost.run())
