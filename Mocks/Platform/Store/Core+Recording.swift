// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Synchronization

/// What a core tells its recorder, in the order in which it happens; without a recorder, nothing.
extension Service.Core {
    /// Records events that have just been applied at one instant, and the mails that followed.
    mutating func record(_ events: [Event], mails: Int) {
        record(events.map { [now = state.now] in LogUnit.Entry(event: $0, at: now) }, mails: mails)
    }

    /// Records events that have been applied, and the newest mails, which followed from them; the passing of time alone is nothing to
    /// keep.
    mutating func record(_ entries: [LogUnit.Entry], mails: Int) {
        let entries = entries.filter { entry in
            if case .timeReached = entry.event { false } else { true }
        }
        guard let recorder, !entries.isEmpty || mails > 0 else { return }
        var unit = LogUnit()
        unit.entries = entries
        unit.mails = Array(mailbox.mails.suffix(mails))
        unit.base = base
        unit.droppedMails = mailbox.dropped
        unit.seed = drawing.seed
        recorder.record(unit, state: state)
    }

    /// Records that the clock was set, if it was.
    mutating func recordClock(before: VirtualClock) {
        guard let recorder, clock.reading != before.reading else { return }
        var unit = LogUnit()
        unit.clock = KeptClock(clock)
        recorder.record(unit, state: state)
    }

    /// Records that this whole took the place of another.
    mutating func recordReplacement() {
        guard let recorder else { return }
        var unit = LogUnit()
        unit.replacement = Boxed(KeptPlatform(self, begin: state.now))
        recorder.record(unit, state: state)
    }

    /// Keeps a file.
    mutating func keep(_ file: KeptFile) {
        files[file.key] = file
        guard let recorder else { return }
        var unit = LogUnit()
        unit.file = file
        recorder.record(unit, state: state)
    }
}

extension Service {
    /// Keeps what somebody sent, in the place of what there was under its key.
    func keep(_ file: KeptFile) {
        withCore { $0.keep(file) }
    }

    /// What was sent under a key.
    func file(_ key: KeptFile.Key) -> KeptFile? {
        withCore { $0.files[key] }
    }

    /// Keeps what a reset goes back to from now on.
    func keepBeginning() {
        guard let recorder, let beginning = beginning.withLock({ $0 }) else { return }
        var unit = LogUnit()
        unit.beginning = beginning.lines(begin: settings.start ?? beginning.at)
        withCore { recorder.record(unit, state: $0.state) }
    }

    /// Waits until all that anybody can have seen so far would outlive a power cut; at once for a platform without a data file.
    ///
    /// - Throws: when it never will, because nothing can be written any more.
    package func settleData() async throws(DataFailure) {
        try await recorder?.settled()
    }

    /// Writes what is left to the data file, if there is one, and lets go of it.
    package func closeData() async {
        guard let recorder else { return }
        // A call begun from here on would not be in the file.
        let (state, wasOpen) = withCore { core in
            core.isClosing = true
            return (core.state, recorder.endRecording())
        }
        guard wasOpen else { return }
        await recorder.close(keeping: state)
    }
}
