// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import NIOPosix
import PlatformDomain
import Synchronization

/// Hands what happens to the one thread that writes the data file, and says when it is on the disk.
///
/// Whoever holds the platform's lock records; nobody waits under it. What is recorded while the writer syncs goes together into its
/// next batch. Everybody who answers a request waits until all that was recorded before is durable: an answer never tells what a
/// power cut could take back.
final class Recorder: Sendable {
    /// After how many events a snapshot is kept, at least: a large platform waits for a quarter of its bookings, so that writing and
    /// replaying both stay small beside what there is.
    static let snapshotInterval = 10_000

    private struct Queue {
        var units: [LogUnit] = []
        var waiters: [(ticket: Int, continuation: CheckedContinuation<DataFailure?, Never>)] = []
        var isWriting = false
        var isClosed = false
        var failure: DataFailure?
        var onFailure: (@Sendable () -> Void)?
        /// How many events were recorded since a snapshot was asked for.
        var unkept = 0
    }

    private let queue: Mutex<Queue>
    private let file: Mutex<DataFile>
    private let thread: NIOThreadPool
    private let recorded = Atomic(0)
    private let durable = Atomic(0)
    private let interval: Int

    /// Begins to write a file that was created or loaded, so many events after its snapshot.
    init(_ file: sending DataFile, eventsSinceSnapshot: Int = 0, interval: Int = Recorder.snapshotInterval) {
        self.file = Mutex(file)
        self.interval = interval
        var queue = Queue()
        queue.unkept = eventsSinceSnapshot
        self.queue = Mutex(queue)
        thread = NIOThreadPool(numberOfThreads: 1)
        thread.start()
    }

    /// Records what happened under the platform's lock, in the order of the calls; `state` is the state right after it.
    func record(_ unit: LogUnit, state: @autoclosure () -> PlatformState) {
        let starts = queue.withLock { queue in
            guard !queue.isClosed, queue.failure == nil else { return false }
            var unit = unit
            queue.unkept = unit.replacement == nil ? queue.unkept + unit.entries.count : 0
            if queue.unkept >= interval {
                let state = state()
                if queue.unkept >= state.bookings.count / 4 {
                    queue.unkept = 0
                    unit.state = state
                }
            }
            queue.units.append(unit)
            recorded.add(1, ordering: .sequentiallyConsistent)
            defer { queue.isWriting = true }
            return !queue.isWriting
        }
        if starts { thread.submit { [self] _ in writeAll() } }
    }

    /// Waits until all that has been recorded so far is on the disk; at once if it is.
    func settled() async throws(DataFailure) {
        let ticket = recorded.load(ordering: .sequentiallyConsistent)
        if durable.load(ordering: .acquiring) >= ticket { return }
        let failure = await withCheckedContinuation { continuation in
            let answer: DataFailure?? = queue.withLock { queue in
                if let failure = queue.failure { return .some(failure) }
                if durable.load(ordering: .acquiring) >= ticket { return .some(nil) }
                queue.waiters.append((ticket, continuation))
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
        if let failure { throw failure }
    }

    /// Why nothing can be written any more, if so.
    var failure: DataFailure? { queue.withLock { $0.failure } }

    /// Has something done once nothing can be written any more; at once if that is so already.
    func onFailure(_ action: @escaping @Sendable () -> Void) {
        let hasFailed = queue.withLock { queue in
            queue.onFailure = action
            return queue.failure != nil
        }
        if hasFailed { action() }
    }

    /// Writes what is left, keeps a last snapshot so that the next start has nothing to replay, and lets go of the file.
    func close(keeping state: PlatformState) async {
        let isOpen = queue.withLock { queue in
            defer { queue.isClosed = true }
            return !queue.isClosed
        }
        guard isOpen else { return }
        try? await settled()
        if failure == nil {
            _ = try? await thread.runIfActive { [self] in
                file.withLock { file in
                    guard let head = file.head, head.last > head.snapshot else { return }
                    try? file.keepSnapshot(state, sequence: head.last)
                }
            }
        }
        _ = try? await thread.runIfActive { [self] in file.withLock { $0.close() } }
        try? await thread.shutdownGracefully()
    }

    /// Writes batch after batch until there is nothing left: on the writer's thread.
    private func writeAll() {
        while true {
            let units = queue.withLock { queue in
                let units = queue.units
                queue.units = []
                queue.isWriting = !units.isEmpty
                return units
            }
            guard !units.isEmpty else { return }
            do throws(DataFailure) {
                try write(units)
            } catch {
                return fail(error)
            }
        }
    }

    private func write(_ units: [LogUnit]) throws(DataFailure) {
        try file.withLock { file throws(DataFailure) in
            let before = file.head?.last ?? 0
            try file.append(units)
            acknowledge(units.count)
            var sequence = before
            var snapshot: (state: PlatformState, sequence: Int64)?
            for unit in units {
                sequence += Int64(unit.entries.count)
                if unit.replacement != nil { snapshot = nil }
                if let state = unit.state { snapshot = (state, sequence) }
            }
            if let snapshot { try file.keepSnapshot(snapshot.state, sequence: snapshot.sequence) }
        }
    }

    private func acknowledge(_ count: Int) {
        let ready = queue.withLock { queue in
            let reached = durable.add(count, ordering: .acquiringAndReleasing).newValue
            let ready = queue.waiters.filter { $0.ticket <= reached }
            queue.waiters.removeAll { $0.ticket <= reached }
            return ready
        }
        for waiter in ready { waiter.continuation.resume(returning: nil) }
    }

    private func fail(_ failure: DataFailure) {
        let (waiters, action) = queue.withLock { queue in
            queue.failure = failure
            queue.units = []
            defer { queue.waiters = [] }
            return (queue.waiters, queue.onFailure)
        }
        for waiter in waiters { waiter.continuation.resume(returning: failure) }
        action?()
    }
}
