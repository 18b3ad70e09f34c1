// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import PassCulture

@Suite("The thread for what waits for a disk")
struct WorkerThreadTests {
    @Test("leaves the program's signals to its other threads")
    func signals() async {
        let blocked = await WorkerThread().run { () -> [Int32] in
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &mask)
            return [SIGTERM, SIGINT, SIGUSR1, SIGALRM].map { sigismember(&mask, $0) }
        }
        #expect(blocked == [1, 1, 1, 1])
    }
}
