// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

extension Service {
    /// Where a platform is that does not listen yet: what the mails link to which a seed brings about.
    static let nowhere = "http://platform.invalid"

    /// Plays a seed on this platform, which is empty and which nobody uses yet; a reset goes back to what it leaves.
    ///
    /// Passwords are hashed cheaply meanwhile: they stand in the seed for everybody to read.
    ///
    /// - Throws: which step did not do what it was meant to do.
    package func furnish(_ seed: Seed) async throws(SeedError) -> Furnished {
        listens(at: Self.nowhere)
        let mode = settings.clockMode
        setClockMode(.frozen)
        let result = await PasswordHasher.$isSeeding.withValue(true) { () async -> Result<Furnished, SeedError> in
            var player = SeedPlayer(seed, on: self)
            do throws(SeedError) {
                return .success(try await player.play())
            } catch {
                return .failure(error)
            }
        }
        let furnished = try result.get()
        withCore { core in
            let (now, _) = core.settle()
            core.clock.setMode(mode)
            beginning.withLock { $0 = Beginning(core: core, at: now) }
        }
        return furnished
    }

    /// Empties the platform and plays a seed on it; nothing changes if a step fails. Snapshots stay, the journal goes.
    ///
    /// Time starts where the seed says, or else where that of a platform started now without any would. The rules of faults and the
    /// limit of calls that the seed enters are this platform's then.
    func refurnish(_ seed: Seed) async throws(SeedError) -> Furnished {
        let fresh = Service(settings.seeded(by: seed))
        let furnished = try await fresh.furnish(seed)
        beginning.withLock { [now = fresh.beginning.withLock { $0 }] in $0 = now }
        keepBeginning()
        reset()
        takeOver(from: fresh)
        return furnished
    }

    /// Takes over what a seed entered in another platform beside its state: rules of faults, and the limit of calls.
    func takeOver(from other: Service) {
        faults.take(over: other.faults)
        rateLimiter.limit = other.rateLimiter.limit
    }
}

extension Service.Settings {
    /// The settings of a platform that begins with that seed: its beginning and its clock, where the seed speaks of them.
    func seeded(by seed: Seed) -> Service.Settings {
        var settings = self
        settings.start = seed.start ?? ownStart
        settings.clockMode = seed.clock ?? ownClockMode ?? .ticking
        return settings
    }
}
