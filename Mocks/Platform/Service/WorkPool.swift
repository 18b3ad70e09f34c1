// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOPosix

/// Where long computations run: on threads of their own, so that neither the platform's lock nor a request that needs none ever
/// waits for one.
enum WorkPool {
    /// Runs work on a thread of the process's shared ones for work that blocks.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        // The shared pool is never shut down, and the work never throws; should the pool refuse it all the same, this thread does it.
        (try? await NIOThreadPool.singleton.runIfActive(work)) ?? work()
    }
}
