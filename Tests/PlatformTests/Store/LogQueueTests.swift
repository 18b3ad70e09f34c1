// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

/// What goes to the disk together, and who is told: without threads and without a file.
@Suite("The recorder's queue")
struct LogQueueTests {
    private let state = PlatformState(profile: .documented, at: Instant(microseconds: 0))

    private func unit(_ seed: UInt64) -> LogUnit {
        var unit = LogUnit()
        unit.seed = seed
        return unit
    }

    private func add(_ seed: UInt64, to queue: inout LogQueue) -> Bool {
        queue.add(unit(seed), interval: 10_000) { state }
    }

    @Test("wakes the writer once a round, when it is over, for all that was recorded in it")
    func rounds() {
        var queue = LogQueue(eventsSinceSnapshot: 0)
        let begins = [add(1, to: &queue), add(2, to: &queue)]
        let wakes = queue.endRound()
        #expect(begins == [true, false] && wakes)
        var batch: [LogUnit] = []
        queue.take(&batch)
        #expect(batch.map(\.seed) == [1, 2])
        let beginsAnew = add(3, to: &queue)
        let wakesAtWork = queue.endRound()
        #expect(beginsAnew && !wakesAtWork)
        queue.take(&batch)
        #expect(batch.map(\.seed) == [3], "and takes what there is when it has done")
        queue.take(&batch)
        #expect(batch.isEmpty)
        _ = add(4, to: &queue)
        let wakesAtRest = queue.endRound()
        #expect(wakesAtRest)
    }

    @Test("wakes nobody at the end of a round of which a writer at work took everything")
    func overtaken() {
        var queue = LogQueue(eventsSinceSnapshot: 0)
        _ = add(1, to: &queue)
        _ = queue.endRound()
        var batch: [LogUnit] = []
        queue.take(&batch)
        _ = add(2, to: &queue)
        queue.take(&batch)
        queue.take(&batch)
        let wakes = queue.endRound()
        #expect(batch.isEmpty && !wakes)
    }

    @Test("is settled never again once nothing can be written, not even where all was until then")
    func failed() {
        var queue = LogQueue(eventsSinceSnapshot: 0)
        _ = add(1, to: &queue)
        _ = queue.endRound()
        var batch: [LogUnit] = []
        queue.take(&batch)
        _ = queue.settle(1)
        #expect(queue.isSettled)
        // What finds no room comes after what was settled before it.
        _ = queue.fail(.notWritten("platform.db", .refused("no room")))
        #expect(!queue.isSettled)
        #expect(!add(2, to: &queue), "and what happens then is not recorded")
    }

    @Test("lets those go on whose last unit is on the disk, and nobody before")
    func waiters() async {
        var queue = LogQueue(eventsSinceSnapshot: 0)
        #expect(queue.isSettled)
        _ = add(1, to: &queue)
        _ = add(2, to: &queue)
        let failure = await withCheckedContinuation { second in
            queue.wait(on: nil, second)
            _ = add(3, to: &queue)
            let early = queue.settle(1)
            let ready = queue.settle(1)
            #expect(early.isEmpty && ready.map(\.ticket) == [2] && !queue.isSettled)
            for waiter in ready { waiter.continuation.resume(returning: nil) }
        }
        #expect(failure == nil)
        let late = queue.settle(1)
        #expect(late.isEmpty && queue.isSettled)
    }

    @Test("tells everybody that nothing can be written any more, and records nothing from then on")
    func failure() async {
        var queue = LogQueue(eventsSinceSnapshot: 0)
        _ = add(1, to: &queue)
        let failure = await withCheckedContinuation { continuation in
            queue.wait(on: nil, continuation)
            for waiter in queue.fail(.inUse("a.db")) { waiter.continuation.resume(returning: queue.failure) }
        }
        #expect(failure == .inUse("a.db"))
        let begins = add(2, to: &queue)
        let wakes = queue.endRound()
        #expect(!begins && !wakes && !queue.isSettled)
    }

    @Test("asks for a snapshot after so many events, of a large platform after half as many as it has bookings")
    func snapshots() throws {
        var queue = LogQueue(eventsSinceSnapshot: 3)
        var two = LogUnit()
        two.entries = Array(repeating: LogUnit.Entry(event: .timeReached(state.now), at: state.now), count: 2)
        _ = queue.add(two, interval: 6) { state }
        _ = queue.add(two, interval: 6) { state }
        _ = queue.add(two, interval: 6) { state }
        var batch: [LogUnit] = []
        queue.take(&batch)
        #expect(
            batch.map { $0.snapshot?.within } == [nil, 4, nil], "well before the next")
        var late = LogQueue(eventsSinceSnapshot: 11)
        _ = late.add(two, interval: 6) { state }
        late.take(&batch)
        #expect(batch.map { $0.snapshot?.within } == [1], "after many kills that cut it short, at once")
    }
}
