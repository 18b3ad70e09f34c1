// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// An event loop as what runs tasks: from the head of a request to its answer, nothing changes threads.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    /// Runs tasks on that loop.
    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    /// Runs a piece of a task in the loop's next round.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
