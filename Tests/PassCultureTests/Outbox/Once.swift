// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Something that is to be had once, whoever asks.
final class Once: Sendable {
    private let isTaken = Mutex(false)

    /// Whether it was still to be had.
    func take() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }
}
