// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import TestSupport

/// Tasks and threads that do something at the same time, each with choices of its own.
struct Crowd: Sendable {
    /// How many tasks.
    var tasks = 16
    /// How many threads.
    var threads = 8
    /// Where the choices begin.
    let seed: UInt64

    /// Has everybody do their part, and adds up.
    func play(
        inTask: @escaping @Sendable (inout SeededRandom) async -> Tally,
        onThread: @escaping @Sendable (inout SeededRandom) -> Tally
    ) async -> Tally {
        await withTaskGroup(of: Tally.self) { group in
            for number in 0..<tasks + threads {
                let first = SeededRandom(seed: seed &+ UInt64(number) &* 0x1_0000)
                group.addTask {
                    var choices = first
                    guard number >= tasks else { return await inTask(&choices) }
                    return await Thread.run { () throws(Never) in
                        var choices = first
                        return onThread(&choices)
                    }
                }
            }
            return await group.reduce(into: Tally()) { $0.add($1) }
        }
    }

    /// Does something in a task that is cancelled at some moment, in one of so many cases.
    static func cancelling(
        oneOf cases: Int, _ choices: inout SeededRandom, _ work: @escaping @Sendable () async -> Tally
    ) async -> Tally {
        let task = Task { await work() }
        if Int.random(in: 0..<cases, using: &choices) == 0 {
            await SystemTime().wait(for: .microseconds(Int.random(in: 0..<4_000, using: &choices)))
            task.cancel()
        }
        return await task.value
    }
}

extension Crowd {
    /// Has everybody make so many calls at a desk, one in four of a task cancelled on the way.
    func play(_ calls: Int, _ hand: @escaping @Sendable (inout SeededRandom) -> DeskHand) async -> Tally {
        await play { choices in
            var tally = Tally()
            for _ in 0..<calls {
                let hand = hand(&choices)
                tally.add(await Crowd.cancelling(oneOf: 4, &choices) { await hand.work() })
            }
            return tally
        } onThread: { choices in
            var tally = Tally()
            for _ in 0..<calls { tally.add(hand(&choices).workBlocking()) }
            return tally
        }
    }
}

extension SeededRandom {
    /// A deadline: mostly none, sometimes one that passes.
    mutating func deadline() -> Duration? {
        Int.random(in: 0..<4, using: &self) == 0 ? .milliseconds(Int.random(in: 1...40, using: &self)) : nil
    }

    /// One of some.
    mutating func one<Item>(of items: [Item]) -> Item { items[Int.random(in: items.indices, using: &self)] }
}
