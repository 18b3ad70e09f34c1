// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Something that is to be had once, whoever asks: the first time, or a later one.
final class Once: Sendable {
    private let left: Mutex<Int>

    /// The how manieth time it is to be had.
    init(at time: Int = 1) { left = Mutex(time) }

    /// Whether it is to be had now.
    func take() -> Bool {
        left.withLock { left in
            left -= 1
            return left == 0
        }
    }
}
