// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread of our own for what waits for a disk: Swift's pool has few threads, and none of them may.
///
/// It starts with the first work, waits for more (starting one costs as much as the writing), and ends when nobody has the worker any more
/// and all is done.
final class WorkerThread: Sendable {
    private let state = State()

    deinit { state.end() }

    /// Has work done after what was submitted before.
    func submit(_ work: @escaping @Sendable () -> Void) {
        if state.add(work) { start() }
    }

    /// Does work there and waits for it without holding a thread.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            submit { continuation.resume(returning: work()) }
        }
    }

    private func start() {
        let context = Unmanaged.passRetained(state).toOpaque()
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, WorkerThread.main, context)
        guard code == 0 else {
            // No thread to be had: the work is done here, late rather than never.
            Unmanaged<State>.fromOpaque(context).release()
            return state.drainWithoutThread()
        }
        pthread_detach(thread)
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        Unmanaged<State>.fromOpaque(context).takeRetainedValue().drain()
        return nil
    }
}

/// What a worker and its thread share.
///
/// Unchecked because the compiler does not see that `lock` is held wherever what changes is read or written.
private final class State: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let isWaitedFor = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var works: [@Sendable () -> Void] = []
    private var hasThread = false
    private var isOver = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(isWaitedFor, nil)
    }

    deinit {
        pthread_cond_destroy(isWaitedFor)
        pthread_mutex_destroy(lock)
        isWaitedFor.deallocate()
        lock.deallocate()
    }

    /// Adds work; says whether a thread has to be started for it.
    func add(_ work: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        works.append(work)
        pthread_cond_signal(isWaitedFor)
        defer { hasThread = true }
        return !hasThread
    }

    /// Lets the thread end once all is done.
    func end() {
        pthread_mutex_lock(lock)
        isOver = true
        pthread_cond_signal(isWaitedFor)
        pthread_mutex_unlock(lock)
    }

    /// Does what there is and waits for more, until it is over.
    func drain() {
        while true {
            pthread_mutex_lock(lock)
            while works.isEmpty, !isOver { pthread_cond_wait(isWaitedFor, lock) }
            let due = works
            works = []
            pthread_mutex_unlock(lock)
            guard !due.isEmpty else { return }
            for work in due { work() }
        }
    }

    /// Does what there is; the next work asks for a thread again.
    func drainWithoutThread() {
        while true {
            pthread_mutex_lock(lock)
            let due = works
            works = []
            hasThread = !due.isEmpty
            pthread_mutex_unlock(lock)
            guard !due.isEmpty else { return }
            for work in due { work() }
        }
    }
}
