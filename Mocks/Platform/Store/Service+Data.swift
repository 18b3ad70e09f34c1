// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Synchronization

extension Service {
    /// The platform that a configuration asks for, in memory or in a file, with what its seed has to tell.
    ///
    /// What a seed leaves is kept whole or not at all; a platform that goes on has no need of one.
    ///
    /// - Throws: ``DataFailure`` when the file cannot be used, ``SeedError`` when a step of the seed fails.
    static func make(_ configuration: PlatformConfiguration) async throws -> (Service, Furnished?) {
        let settings = configuration.settings
        let file = try configuration.data.map { path throws(DataFailure) in try DataFile(path, creates: true) }
        if let file, try !file.isNew { return (try goOn(file, settings), nil) }
        let service = Service(settings)
        var furnished: Furnished?
        if let seed = configuration.seed { furnished = try await service.furnish(seed) }
        guard let file else { return (service, furnished) }
        return (try service.kept(in: file), furnished)
    }

    /// Opens a platform that keeps itself in a file: goes on with what the file holds, or begins and makes the file.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - settings: how a new platform begins; of one that goes on, only how much of its journal is kept.
    /// - Throws: why the file cannot be used; it is left as it is then.
    package static func open(_ path: String, _ settings: Settings = Settings()) throws(DataFailure) -> Service {
        let file = try DataFile(path, creates: true)
        guard try !file.isNew else { return try Service(settings).kept(in: file) }
        return try goOn(file, settings)
    }

    /// Why nothing can be written any more to the data file, if so.
    package var dataFailure: DataFailure? { recorder?.failure }

    /// This platform, which nobody uses yet, kept in a new file from now on.
    private func kept(in file: sending DataFile) throws(DataFailure) -> Service {
        let begin = settings.start ?? now()
        let beginning = beginning.withLock { $0 }
        // From here on it goes on as another service, which makes the calls that are left.
        var core = withCore { core in
            defer { core.isClosing = true }
            return core
        }
        try file.create(
            KeptPlatform(core, begin: begin), key: signer.keyBytes, beginning: beginning.map { $0.lines(begin: begin) })
        core.recorder = Recorder(file)
        core.returning = nil
        return Service(settings, core, signer, beginning: beginning)
    }

    /// Goes on with what a file holds.
    private static func goOn(_ file: sending DataFile, _ settings: Settings) throws(DataFailure) -> Service {
        var settings = settings
        let loaded = try file.load(writes: true) { settings.acceptsAnyProfile || $0 == settings.profile }
        settings.profile = loaded.platform.state.rules.profile
        settings.start = loaded.platform.begin
        var core = loaded.platform.core
        core.recorder = Recorder(file, eventsSinceSnapshot: loaded.events)
        let beginning = loaded.beginning.map { Beginning(core: $0.core, at: $0.clock.shown) }
        return Service(settings, core, CookieSigner(key: loaded.key), beginning: beginning, isContinued: true)
    }
}

extension Beginning {
    /// The whole of it as lines of JSON.
    func lines(begin: Instant) -> [UInt8] {
        SnapshotLines.text(of: KeptPlatform(again, begin: begin))
    }
}
