// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DomainHistories
import Glibc

/// Plays random histories on the platform's domain and ends with 1 when one of them breaks an invariant.
///
/// `sequences [--count N] [--seed FIRST] [--threads N] [--told]`: from the seed FIRST on, N of them (100,000 from 1 unless told). With
/// `--told` it prints what was asked in the first one, and what came of it.
struct SequencesTool {
    var count: UInt64 = 100_000
    var seed: UInt64 = 1
    var threads: UInt64 = 2
    var isTold = false

    /// What the arguments ask for; nothing when they cannot be understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--told" {
                isTold = true
                continue
            }
            guard let text = rest.popFirst(), let number = UInt64(text), number < 1 << 62 else { return nil }
            switch name {
            case "--count": count = number
            case "--seed": seed = number
            case "--threads": threads = max(1, min(number, 64))
            default: return nil
            }
        }
    }

    /// Plays them; gives the exit code.
    func run() async -> Int32 {
        print(
            "\(count) sequences of \(SequenceRun.steps) steps, seeds \(seed) to \(seed + max(count, 1) - 1), both profiles"
        )
        fflush(nil)
        if isTold, let history = told() { print(history) }
        let results = await withTaskGroup(of: (SequenceRun.Failure?, Int).self) { group in
            for share in 0..<threads {
                let run = SequenceRun(from: seed, count: count, share: share, of: threads)
                group.addTask { run.failure() }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let failures = results.compactMap(\.0).sorted { $0.seed < $1.seed }
        for failure in failures { print(failure) }
        let events = results.reduce(0) { $0 + $1.1 }
        print(failures.isEmpty ? "no violation in \(count) sequences, \(events) events" : "violated")
        return failures.isEmpty ? 0 : 1
    }

    private func told() -> String? {
        guard var history = try? RandomHistory(seed: seed, isTold: true) else { return nil }
        for _ in 0..<SequenceRun.steps { history.step() }
        history.end()
        return history.story.joined(separator: "\n")
    }
}

guard let tool = SequencesTool(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: sequences [--count N] [--seed FIRST] [--threads N] [--told]")
    exit(3)
}
exit(await tool.run())
