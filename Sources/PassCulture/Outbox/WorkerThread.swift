// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A thread of our own for what waits for a disk: Swift's pool has few threads, and none of them may.
///
/// It starts with the first work and ends when there is none left.
final class WorkerThread: Sendable {
    private struct Queue {
        var works: [@Sendable () -> Void] = []
        var isRunning = false
    }

    private let queue = Mutex(Queue())

    /// Has work done after what was submitted before.
    func submit(_ work: @escaping @Sendable () -> Void) {
        let starts = queue.withLock { queue in
            queue.works.append(work)
            defer { queue.isRunning = true }
            return !queue.isRunning
        }
        if starts { start() }
    }

    /// Does work there and waits for it without holding a thread.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            submit { continuation.resume(returning: work()) }
        }
    }

    private func start() {
        let context = Unmanaged.passRetained(self).toOpaque()
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, WorkerThread.main, context)
        guard code == 0 else {
            // No thread to be had: the work is done here, late rather than never.
            Unmanaged<WorkerThread>.fromOpaque(context).release()
            return drain()
        }
        pthread_detach(thread)
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        Unmanaged<WorkerThread>.fromOpaque(context).takeRetainedValue().drain()
        return nil
    }

    private func drain() {
        while true {
            let works = queue.withLock { queue in
                let works = queue.works
                queue.works = []
                queue.isRunning = !works.isEmpty
                return works
            }
            guard !works.isEmpty else { return }
            for work in works { work() }
        }
    }
}
