// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import PassCulture

@Suite("The thread for what waits for a disk")
struct WorkerThreadTests {
    @Test("leaves the program's signals to its other threads")
    func signals() async {
        let worker = WorkerThread()
        // Started by a thread that takes every signal, whose mask it would have.
        await Thread.run {
            var none = sigset_t()
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, nil)
            worker.submit {}
        }
        let blocked = await worker.run { () -> [Int32] in
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &mask)
            return [SIGTERM, SIGINT, SIGUSR1, SIGALRM].map { sigismember(&mask, $0) }
        }
        #expect(blocked == [1, 1, 1, 1])
    }
}
