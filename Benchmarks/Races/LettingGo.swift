// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import TestSupport

/// A shop that is let go while its calls are under way: everybody still gets an end, and what they hold closes behind them.
enum LettingGo {
    /// Opens a shop with an outbox, has it used, lets it go, so many times.
    static func play(_ stage: inout Stage, _ folder: ScratchFolder, seed: UInt64, times: Int) async throws -> Tally {
        var tally = Tally()
        for time in 0..<times {
            let hands = try open(&stage, folder.path("gone-\(seed)-\(time).db"), seed: seed &+ UInt64(time))
            for hand in hands { tally.add(await hand.value) }
        }
        tally.judge("a shop let go")
        return tally
    }

    /// Nothing of the shop is left when this returns but what its calls hold.
    private static func open(_ stage: inout Stage, _ path: String, seed: UInt64) throws -> [Task<Tally, Never>] {
        let outbox = try SQLiteOutbox(path: path)
        let passCulture = PassCulture(try .custom(stage.url), options: .hurried(Bystander.observe, NoJournal()))
        let desk = try passCulture.desk(as: .bookshop, outbox: outbox)
        let countermarks = try stage.take(2)
        var choices = SeededRandom(seed: seed)
        var hands: [Task<Tally, Never>] = []
        for number in 0..<6 {
            let isCancelled = Bool.random(using: &choices)
            let hand = DeskHand(
                desk: desk, errand: choices.one(of: [.check, .validate, .pending, .reconcile]),
                countermark: countermarks[number % 2], deadline: choices.deadline())
            let task =
                number < 4
                ? Task { await hand.work() }
                : Task { await Thread.run { () throws(Never) in hand.workBlocking() } }
            if isCancelled { task.cancel() }
            hands.append(task)
        }
        if Int.random(in: 0..<3, using: &choices) == 0 { outbox.close() }
        return hands
    }
}
