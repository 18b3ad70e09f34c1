// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The exchanges of one check or one step, in the order in which the answers came.
final class Recorder: Sendable {
    private let stored = Mutex<[Exchange]>([])

    /// Everything recorded so far.
    var exchanges: [Exchange] {
        stored.withLock { $0 }
    }

    /// How many were recorded so far.
    var count: Int {
        stored.withLock { $0.count }
    }

    /// Keeps one more.
    func keep(_ exchange: Exchange) {
        stored.withLock { $0.append(exchange) }
    }
}
