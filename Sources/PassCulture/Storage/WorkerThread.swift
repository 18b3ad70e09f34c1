// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread of our own for what waits for a disk: Swift's pool has few threads, and none of them may.
///
/// It starts with the first work, waits for more (starting one costs as much as the writing), and ends when nobody has the worker any more
/// and all is done. A task can run on it as a whole, between its waits: then writing, sending and writing again costs no more changes of
/// thread than one writing.
final class WorkerThread: Sendable {
    private let state = State()

    deinit { state.end() }

    /// Has work done after what was submitted before.
    func submit(_ work: @escaping @Sendable () -> Void) {
        // No thread to be had: the work is done here, late rather than never.
        if !state.add(work) { work() }
    }

    /// Does work there and waits for it without holding a thread.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            submit { continuation.resume(returning: work()) }
        }
    }

    /// Has a task run there until it is done; what it waits for holds neither this thread nor another.
    func run<Value, Failure: Error>(
        task: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        // No thread to be had: it runs where it is.
        guard state.hasThread() else { return try await task() }
        return try await withTaskExecutorPreference(self, operation: task)
    }
}

extension WorkerThread: TaskExecutor {
    /// Has a part of a task run there, up to where it waits; for the language to call.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        submit { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}

/// What a worker and its thread share.
///
/// Unchecked because the compiler does not see that `lock` is held wherever what changes is read or written.
private final class State: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let isWaitedFor = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var works: [@Sendable () -> Void] = []
    private var isStarted = false
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

    /// Whether there is a thread, which is started if it was not yet.
    func hasThread() -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return isStarted || start()
    }

    /// Adds work; false when there is no thread to do it.
    func add(_ work: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(lock)
        let isDone = isStarted || start()
        if isDone { works.append(work) }
        pthread_mutex_unlock(lock)
        // After the lock is free: whom it wakes wants the lock at once.
        if isDone { pthread_cond_signal(isWaitedFor) }
        return isDone
    }

    /// Lets the thread end once all is done.
    func end() {
        pthread_mutex_lock(lock)
        isOver = true
        pthread_cond_signal(isWaitedFor)
        pthread_mutex_unlock(lock)
    }

    /// Starts the thread, under the lock.
    private func start() -> Bool {
        let context = Unmanaged.passRetained(self)
        var thread = pthread_t()
        guard pthread_create(&thread, nil, State.main, context.toOpaque()) == 0 else {
            context.release()
            return false
        }
        pthread_detach(thread)
        isStarted = true
        return true
    }

    /// The thread's main function. Signals are for the program's other threads.
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        guard let context else { return nil }
        Unmanaged<State>.fromOpaque(context).takeRetainedValue().drain()
        return nil
    }

    /// Does what there is and waits for more, until it is over.
    private func drain() {
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
}
