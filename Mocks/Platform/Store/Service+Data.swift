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
        var settings = configuration.settings
        let file = try configuration.data.map { path throws(DataFailure) in try DataFile(path, creates: true) }
        if let file, try !file.isNew { return (try goOn(file, settings, orElse: configuration.seed?.edition), nil) }
        settings.edition = configuration.servedEdition
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
        let furnished = beginning.withLock { $0 }
        // From here on it goes on as another service, which makes the calls that are left.
        var core = withCore { core in
            defer { core.isClosing = true }
            return core
        }
        // An empty platform is one to go back to as well, with its clock and its draws, whatever the next start is told.
        let beginning = furnished ?? Beginning(core: core, at: begin)
        try file.create(
            KeptPlatform(core, begin: begin), key: signer.keyBytes, edition: settings.edition,
            beginning: beginning.lines(begin: begin))
        core.recorder = Recorder(file)
        core.returning = nil
        let service = Service(settings, core, signer, beginning: beginning)
        service.takeOver(from: self)
        return service
    }

    /// Goes on with what a file holds: in the edition that is told, else in the file's, else in one that fits.
    private static func goOn(
        _ file: sending DataFile, _ settings: Settings, orElse fitting: Edition? = nil
    ) throws(DataFailure) -> Service {
        let told = settings.edition
        let loaded = try file.load(
            writes: true, accepting: { settings.acceptsAnyProfile || $0 == settings.profile },
            serving: { told ?? $0 ?? fitting })
        var settings = settings
        settings.edition = told ?? loaded.edition ?? fitting
        settings.profile = loaded.platform.state.rules.profile
        settings.start = loaded.platform.begin
        var core = loaded.platform.core
        core.recorder = Recorder(file, eventsSinceSnapshot: loaded.events)
        let beginning = loaded.beginning.map { Beginning(core: $0.core, at: $0.clock.shown) }
        return Service(
            settings, core, CookieSigner(key: loaded.key), beginning: beginning,
            continued: Continued(edition: loaded.edition))
    }
}

extension Service {
    /// What a data file said of itself with which a platform goes on.
    struct Continued: Sendable {
        /// Which editions it served so far; nothing if that is not known.
        let edition: Edition?
    }

    /// Whether it goes on with what a data file held.
    package var isContinued: Bool { continued != nil }

    /// Which editions of the contract are served.
    package var edition: Edition { settings.edition ?? .prototype2018 }

    /// Which editions the data file with which it goes on served until now, if those are others.
    package var formerEdition: Edition? { continued?.edition.flatMap { $0 == edition ? nil : $0 } }
}

extension Beginning {
    /// The whole of it as lines of JSON.
    func lines(begin: Instant) -> [UInt8] {
        SnapshotLines.text(of: KeptPlatform(again, begin: begin))
    }
}
