// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread that runs a closure: what blocks belongs there, not on the few threads that all tasks share.
package enum Thread {
    private final class Box: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Starts a thread, to be joined or detached.
    ///
    /// - Throws: ``SystemCallError`` when the system has no thread left.
    static func start(_ body: @escaping @Sendable () -> Void) throws -> pthread_t {
        let box = Unmanaged.passRetained(Box(body))
        var thread = pthread_t()
        let number = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        guard number == 0 else {
            box.release()
            throw SystemCallError(call: "pthread_create", number: number)
        }
        return thread
    }

    /// Runs the work on a thread of its own and returns what it made, or throws what it threw; the task waits without
    /// holding a thread.
    package static func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
            do {
                let thread = try start {
                    continuation.resume(returning: Result { () throws(Failure) in try work() })
                }
                pthread_detach(thread)
            } catch {
                preconditionFailure("no thread left for the test")
            }
        }
        return try result.get()
    }
}
