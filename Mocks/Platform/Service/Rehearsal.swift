// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// A copy of the platform on which commands are tried before anything is made, so that what is refused in the end leaves nothing behind.
///
/// It is taken under the lock and changed outside; nobody waits for it.
struct Rehearsal {
    /// What has become of the copy.
    private(set) var state: PlatformState
    /// The platform's time.
    let now: Instant

    /// Begins with the platform as it is.
    init(_ service: Service) {
        (state, now) = service.read { state, now in (state, now) }
    }

    /// Tries a command; what it draws counts for nothing.
    mutating func carryOut(_ command: Command) throws(Refusal) {
        var drawing = SystemRandomNumberGenerator()
        for event in try state.decide(command, at: now, drawing: &drawing) { state.evolve(event) }
    }
}
