// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import PlatformDomain

/// What waits to be written, and who waits for it: the recorder without its threads.
///
/// A writer at work takes, when it has done with a batch, all that there is by then. A writer at rest is woken at the end of a round, that
/// is once whoever recorded has nothing else to do at the moment: what a round records goes together.
struct LogQueue {
    /// Somebody who waits until something is on the disk.
    struct Waiter {
        /// How many units must be.
        let ticket: Int
        /// The event loop on which they wait, if it is one.
        let loop: (any EventLoop)?
        /// What goes on then, with what went wrong.
        let continuation: CheckedContinuation<DataFailure?, Never>
    }

    private var units: [LogUnit] = []
    private var waiters: [Waiter] = []
    private var recorded = 0
    private var durable = 0
    private var isRoundOpen = false
    private var isWriting = false
    /// How many events were recorded since a snapshot was asked for.
    private var unkept: Int
    /// Whether nothing is recorded any more.
    private(set) var isClosed = false
    /// Why nothing can be written any more, if so.
    private(set) var failure: DataFailure?
    /// What is done when something cannot be written.
    var onFailure: (@Sendable () -> Void)?

    /// Begins so many events after a snapshot.
    init(eventsSinceSnapshot: Int) {
        unkept = eventsSinceSnapshot
    }

    /// Adds what happened; says whether a round begins with it, whose end must be told.
    mutating func add(_ unit: LogUnit, interval: Int, state: () -> PlatformState) -> Bool {
        guard !isClosed, failure == nil else { return false }
        var unit = unit
        unkept = unit.replacement == nil ? unkept + unit.entries.count : 0
        if unkept >= interval {
            let state = state()
            let period = max(interval, state.bookings.count / 2)
            if unkept >= period {
                // Done well before the next one; after kills that cut it short, in half the time for each eighth of a period that it is late.
                let late = max(0, unkept - unit.entries.count - period)
                let within = (period * 3 / 4) >> (late * 8 / period)
                unit.snapshot = LogUnit.Snapshot(state: Boxed(state), within: max(1, within))
                unkept = 0
            }
        }
        units.append(unit)
        recorded += 1
        defer { isRoundOpen = true }
        return !isRoundOpen
    }

    /// Ends the round; says whether the writer must be woken.
    mutating func endRound() -> Bool {
        isRoundOpen = false
        guard !isWriting, !units.isEmpty else { return false }
        isWriting = true
        return true
    }

    /// Gives the writer its next batch in the place of the one before; an empty one lets it rest.
    mutating func take(_ batch: inout [LogUnit]) {
        batch.removeAll(keepingCapacity: true)
        swap(&units, &batch)
        isWriting = !batch.isEmpty
    }

    /// Whether all that was recorded is on the disk; never again once nothing can be written, for what happens then is not recorded.
    var isSettled: Bool { failure == nil && durable == recorded }

    /// Lets somebody wait until all that was recorded so far is on the disk.
    mutating func wait(on loop: (any EventLoop)?, _ continuation: CheckedContinuation<DataFailure?, Never>) {
        waiters.append(Waiter(ticket: recorded, loop: loop, continuation: continuation))
    }

    /// Notes that so many more units are on the disk; gives those who waited for no more.
    mutating func settle(_ count: Int) -> [Waiter] {
        durable += count
        let ready = Array(waiters.prefix { $0.ticket <= durable })
        waiters.removeFirst(ready.count)
        return ready
    }

    /// Records nothing from now on; says whether it did so far.
    mutating func close() -> Bool {
        defer { isClosed = true }
        return !isClosed
    }

    /// Notes that nothing can be written any more; gives those who wait.
    mutating func fail(_ failure: DataFailure) -> [Waiter] {
        self.failure = failure
        units = []
        defer { waiters = [] }
        return waiters
    }
}
