// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import PassCulture
import PassCultureTesting
import TestSupport

/// Does to the SDK from many tasks and threads what tills and web services do, and says whether all that must hold did.
///
/// `races URL TOKENS --rounds N --seed N`, and `--told` for how often what came of a call; beside a `loaded-platform` that has 64 bookings a round; `Scripts/races` starts both, this one
/// under the thread sanitizer.
struct Races {
    /// What a round takes of the platform's countermarks.
    static let bookingsEach = 64

    private let url: String
    private let tokens: String
    private var rounds = 4
    private var seed: UInt64 = 1
    private var isTold = false

    /// What the arguments ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        guard arguments.count >= 2 else { return nil }
        (url, tokens) = (arguments[0], arguments[1])
        var rest = arguments[2...]
        while let name = rest.popFirst() {
            if name == "--told" {
                isTold = true
                continue
            }
            guard let text = rest.popFirst(), let number = UInt64(text) else { return nil }
            switch name {
            case "--rounds" where (1...1_000).contains(number): rounds = Int(number)
            case "--seed": seed = number
            default: return nil
            }
        }
    }

    /// Plays; gives the exit code.
    func run() async throws -> Int32 {
        var stage = try Stage(url: url, tokens: tokens)
        let folder = try ScratchFolder()
        var tally = Tally()
        for round in 0..<rounds {
            tally.add(try await play(round, &stage, folder))
        }
        for trouble in tally.troubles { print("races: \(trouble) (seed \(seed))") }
        print(
            "races: seed \(seed), \(rounds) rounds, \(tally.calls) calls of 16 tasks and 8 threads: "
                + "\(tally.told["validated", default: 0]) validated, \(tally.told["unknown", default: 0]) unknown, "
                + "\(tally.told["cancelled", default: 0]) cancelled, \(tally.told["service-down", default: 0]) with the circuit "
                + "open, \(tally.told["too-many-requests", default: 0]) over the limit, "
                + "\(tally.told["reconciled", default: 0]) times reconciled, \(tally.told["booking 200", default: 0]) "
                + "bookings of tickets; \(tally.troubles.isEmpty ? "all as it must be" : "\(tally.troubles.count) troubles")"
        )
        if isTold {
            for (what, times) in tally.told.sorted(by: { $0.key < $1.key }) { print("  \(times)  \(what)") }
        }
        return tally.troubles.isEmpty ? 0 : 1
    }

    private func play(_ round: Int, _ stage: inout Stage, _ folder: ScratchFolder) async throws -> Tally {
        let seed = seed &+ UInt64(round) &* 0x1000_0000
        let crowd = Crowd(seed: seed)
        var choices = SeededRandom(seed: seed)
        try stage.heal()
        try stage.worsen(seed: choices.next())
        let key = try stage.provider(round)
        var tally = try await OneShop(&stage, key).play(crowd, calls: 16)
        let tills = try SharedOutbox(&stage, key, folder.path("outbox-\(round).db"))
        var atTills = await tills.play(crowd, calls: 16)
        tally.add(try await LettingGo.play(&stage, folder, seed: seed, times: 8))
        try stage.heal()
        tills.judge(&atTills)
        tally.add(atTills)
        let today = try ScriptedToday(key: "scripted_\(round)", seed: seed)
        tally.add(await today.play(crowd, calls: 60))
        // What is lost once is lost soon: several shops, and each is young.
        for _ in 0..<6 { tally.add(try await MagicShop().play(crowd, calls: 3)) }
        let path = folder.path("in-vain-\(round).db")
        let shared = MemoryOutbox()
        let outboxes: [[any OutboxStore]] = [
            [shared, shared], [try SQLiteOutbox(path: path), try SQLiteOutbox(path: path)],
        ]
        for (index, outboxes) in outboxes.enumerated() {
            let undos = try UndosInVain(outboxes, key: "in_vain_\(round)_\(index)", seed: seed)
            tally.add(await undos.play(crowd, calls: 6))
        }
        let calls = folder.path("calls-\(round).db")
        let files = [try SQLiteWebhookStore(path: calls), try SQLiteWebhookStore(path: calls)]
        tally.add(try await SameCall(files, seed: seed).play(&choices, bookings: 30))
        let memory = MemoryWebhookStore()
        tally.add(try await SameCall([memory, memory], seed: seed).play(&choices, bookings: 30))
        return tally
    }
}

guard let races = Races(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: races URL TOKENS [--rounds N] [--seed N] [--told]")
    exit(3)
}
do {
    exit(try await races.run())
} catch {
    print("races: \(error)")
    exit(1)
}
