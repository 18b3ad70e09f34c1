// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Service {
    /// The platform's time without its lock, and whether it stands still.
    var shownTime: (now: Instant, isFrozen: Bool) {
        (clockMirror.now(monotonic: SystemClock.monotonic()), clockMirror.standsStill)
    }

    /// Whether a rule strikes a connection that has just been made, or whose first bytes have just come in.
    func isStruck(connection kind: Fault.Kind) -> Bool {
        let (now, isFrozen) = shownTime
        return faults.strike(connection: kind, at: now, isFrozen: isFrozen) != nil
    }
}
