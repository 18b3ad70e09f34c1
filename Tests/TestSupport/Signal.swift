// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Something that happens some number of times, on any thread, and that tasks and threads can wait for.
package final class Signal: @unchecked Sendable {
    // Unchecked, because a lock with a condition that threads can sleep on is made of pointers: all else is only looked
    // at with the lock held.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var count = 0
    private var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    /// A signal that has not happened yet.
    package init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(lock)
        condition.deallocate()
        lock.deallocate()
    }

    /// It happens, once more.
    package func fire() {
        pthread_mutex_lock(lock)
        count += 1
        let ready = waiters.filter { $0.count <= count }
        waiters.removeAll { $0.count <= count }
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(lock)
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Waits until it has happened that many times.
    package func wait(for count: Int = 1) async {
        await withCheckedContinuation { continuation in
            if !register(continuation, for: count) { continuation.resume() }
        }
    }

    /// The same for a thread, which sleeps meanwhile.
    package func block(until count: Int) {
        pthread_mutex_lock(lock)
        while self.count < count { pthread_cond_wait(condition, lock) }
        pthread_mutex_unlock(lock)
    }

    /// Puts a continuation by, unless it has happened often enough already.
    private func register(_ continuation: CheckedContinuation<Void, Never>, for count: Int) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard self.count < count else { return false }
        waiters.append((count, continuation))
        return true
    }
}
