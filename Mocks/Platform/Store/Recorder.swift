// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import NIOCore
import NIOPosix
import PlatformDomain
import Synchronization

/// Hands what happens to the one thread that writes the data file, and says when it is on the disk.
///
/// Whoever holds the platform's lock records; nobody waits under it. What is recorded while the writer syncs goes together into its
/// next batch, and so does what an event loop records in one round. Everybody who answers a request waits until all that was recorded before is durable: an answer never tells what a
/// power cut could take back.
final class Recorder: Sendable {
    /// After how many events a snapshot is kept, at least: a large platform waits for half as many as it has bookings, so that writing
    /// and replaying both stay small beside what there is.
    static let snapshotInterval = 10_000

    private let queue: Mutex<LogQueue>
    private let file: Mutex<DataFile>
    private let thread: NIOThreadPool
    private let interval: Int

    /// Begins to write a file that was created or loaded, so many events after its snapshot.
    init(_ file: sending DataFile, eventsSinceSnapshot: Int = 0, interval: Int = Recorder.snapshotInterval) {
        self.file = Mutex(file)
        self.interval = interval
        queue = Mutex(LogQueue(eventsSinceSnapshot: eventsSinceSnapshot))
        thread = NIOThreadPool(numberOfThreads: 1)
        thread.start()
    }

    /// Records what happened under the platform's lock, in the order of the calls; `state` is the state right after it.
    func record(_ unit: LogUnit, state: @autoclosure () -> PlatformState) {
        let begins = queue.withLock { $0.add(unit, interval: interval, state: state) }
        guard begins else { return }
        // The loop ends its round once it has handled all that it has read.
        if let loop = MultiThreadedEventLoopGroup.currentEventLoop {
            loop.execute { [self] in endRound() }
        } else {
            endRound()
        }
    }

    private func endRound() {
        if queue.withLock({ $0.endRound() }) { thread.submit { [self] _ in writeAll() } }
    }

    /// Waits until all that has been recorded so far is on the disk; at once if it is.
    func settled() async throws(DataFailure) {
        if queue.withLock({ $0.isSettled }) { return }
        let loop = MultiThreadedEventLoopGroup.currentEventLoop
        let failure = await withCheckedContinuation { continuation in
            let answer: DataFailure?? = queue.withLock { queue in
                if let failure = queue.failure { return .some(failure) }
                if queue.isSettled { return .some(nil) }
                queue.wait(on: loop, continuation)
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

    /// Records nothing from now on: for whoever holds the platform's lock, so that the state then is the last. Says whether it did so far.
    func endRecording() -> Bool { queue.withLock { $0.close() } }

    /// Writes what is left, keeps a last snapshot so that the next start has nothing to replay, and lets go of the file.
    ///
    /// - Parameter state: what there was when recording ended.
    func close(keeping state: PlatformState) async {
        try? await settled()
        if failure == nil {
            _ = try? await thread.runIfActive { [self] in
                file.withLock { file in
                    do throws(DataFailure) { try file.checkPlace() } catch { return fail(error) }
                    guard let head = file.head, head.last > head.snapshot || !file.waste.isEmpty else { return }
                    try? file.keepSnapshot(state)
                }
            }
        }
        _ = try? await thread.runIfActive { [self] in file.withLock { $0.close() } }
        try? await thread.shutdownGracefully()
    }

    /// Writes batch after batch until there is nothing left: on the writer's thread.
    private func writeAll() {
        var batch: [LogUnit] = []
        while true {
            queue.withLock { $0.take(&batch) }
            guard !batch.isEmpty else { return }
            do throws(DataFailure) {
                try write(batch)
            } catch {
                return fail(error)
            }
        }
    }

    private func write(_ units: [LogUnit]) throws(DataFailure) {
        try file.withLock { file throws(DataFailure) in try file.append(units) }
        let settled = units.count
        resume(queue.withLock { $0.settle(settled) }, nil)
    }

    private func fail(_ failure: DataFailure) {
        let (waiters, action) = queue.withLock { ($0.fail(failure), $0.onFailure) }
        resume(waiters, failure)
        action?()
    }

    /// Lets those who waited go on: those of one event loop together, so that it is woken once.
    private func resume(_ waiters: [LogQueue.Waiter], _ failure: DataFailure?) {
        var rest = waiters
        while let loop = rest.first?.loop {
            let index = rest.partition { $0.loop === loop }
            let together = rest[index...]
            loop.execute { for waiter in together { waiter.continuation.resume(returning: failure) } }
            rest.removeSubrange(index...)
        }
        for waiter in rest { waiter.continuation.resume(returning: failure) }
    }
}
