// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Conformance
import Synchronization

/// A time that stands still until somebody lets it pass.
final class HeldTime: Sendable {
    private let passed = Mutex(Span.zero)

    /// Lets so much of it pass, at once.
    func pass(_ span: Span) {
        passed.withLock { $0 = $0 + span }
    }

    /// How much of it has passed.
    var now: Span { passed.withLock { $0 } }

    /// The same time as the certifier wants it.
    var ofVendor: VendorTime {
        VendorTime(now: { self.now }, wait: { self.pass($0) })
    }
}
