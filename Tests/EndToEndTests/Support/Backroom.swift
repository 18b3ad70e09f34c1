// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Synchronization
import TestSupport

/// Who hears of bookings without tickets, and whom a test can wait for.
final class Backroom: BookingListener {
    private let heard = Mutex<[BookingNotification]>([])
    /// Fired with every notification.
    let told = Signal()

    /// What was heard so far.
    var all: [BookingNotification] { heard.withLock { $0 } }

    func hear(_ notification: BookingNotification) async throws {
        heard.withLock { $0.append(notification) }
        told.fire()
    }
}
