// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Work that blocks, on a thread of its own: those that Swift's tasks share are few, and others need them.
package enum OwnThread {
    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) {
            self.run = run
        }
    }

    /// Does the work and waits for it without blocking.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            let boxed = Unmanaged.passRetained(Work { continuation.resume(returning: work()) })
            var thread = pthread_t()
            let failure = pthread_create(
                &thread, nil,
                { argument in
                    // Who writes to a program that has ended is told, not ended.
                    var pipe = sigset_t()
                    sigemptyset(&pipe)
                    sigaddset(&pipe, SIGPIPE)
                    pthread_sigmask(SIG_BLOCK, &pipe, nil)
                    argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
                    return nil
                }, boxed.toOpaque())
            if failure == 0 {
                pthread_detach(thread)
            } else {
                // Without a thread, better late than never.
                boxed.takeRetainedValue().run()
            }
        }
    }
}
