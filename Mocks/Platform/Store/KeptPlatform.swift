// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// All that is kept of a platform. The links in its mails lead nowhere, until it listens somewhere again.
struct KeptPlatform: Sendable {
    /// The state.
    var state: PlatformState
    /// Its clock.
    var clock: KeptClock
    /// Where its drawing stands, if it draws from a seed.
    var seed: UInt64?
    /// The mails.
    var mailbox: Mailbox
    /// The files beside the state.
    var files: [KeptFile.Key: KeptFile]
    /// The instant at which it began, to which a reset goes back.
    var begin: Instant

    /// The same platform, ready to go on.
    ///
    /// A platform that draws from the system's generator does so again.
    var core: Service.Core {
        var core = Service.Core(
            state: state, clock: clock.resumed(notBefore: state.now), drawing: seed.map { .seeded($0) } ?? .system)
        core.base = Service.nowhere
        core.mailbox = mailbox
        core.files = files
        return core
    }

    /// Notes a platform.
    init(_ core: Service.Core, begin: Instant) {
        state = core.state
        clock = KeptClock(core.clock)
        seed = core.drawing.seed
        mailbox = core.mailbox
        mailbox.move(from: core.base, to: Service.nowhere)
        files = core.files
        self.begin = begin
    }

    /// Creates a platform as it was kept.
    init(
        state: PlatformState, clock: KeptClock, seed: UInt64?, mailbox: Mailbox, files: [KeptFile.Key: KeptFile],
        begin: Instant
    ) {
        self.state = state
        self.clock = clock
        self.seed = seed
        self.mailbox = mailbox
        self.files = files
        self.begin = begin
    }
}
