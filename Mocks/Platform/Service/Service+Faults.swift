// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Service {
    /// The platform's time without its lock, and whether it stands still.
    var shownTime: (now: Instant, isFrozen: Bool) {
        (clockMirror.now(monotonic: SystemClock.monotonic()), clockMirror.standsStill)
    }

    /// Whether a rule strikes a connection that has just been made, or whose first bytes have just come in; the journal has it then.
    func isStruck(connection kind: Fault.Kind) -> Bool {
        let (now, isFrozen) = shownTime
        guard let strike = faults.strike(connection: kind, at: now, isFrozen: isFrozen) else { return false }
        journal.record(JournalEntry(connectionStruckBy: strike, at: now))
        return true
    }
}

extension JournalEntry {
    /// A connection that was reset before a request was read: neither a method nor a path, only what struck it.
    init(connectionStruckBy strike: FaultStrike, at instant: Instant) {
        self.init(
            at: instant, elapsed: .zero, method: "", path: "", query: "", requestHeaders: [], requestBody: Body([]),
            status: 0, answerHeaders: [], answerBody: Body([]), fault: strike.note)
    }

    /// Whether it is a connection of which no request was read.
    var isConnection: Bool { method.isEmpty }
}
