// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What a reset goes back to: the platform as its seed left it.
struct Beginning: Sendable {
    /// The whole of it.
    let core: Service.Core
    /// The platform's time then.
    let at: Instant

    /// The whole of it once more: time is what it was then, and goes on from there.
    var again: Service.Core {
        var core = core
        core.clock = VirtualClock(at: at, mode: core.clock.mode)
        return core
    }
}
