// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension Service {
    /// The platform that a configuration asks for: in memory, or in a file.
    static func make(_ configuration: PlatformConfiguration) throws(DataFailure) -> Service {
        guard let path = configuration.data else { return Service(configuration.settings) }
        return try open(path, configuration.settings)
    }

    /// Why nothing can be written any more to the data file, if so.
    package var dataFailure: DataFailure? { recorder?.failure }

    /// Opens a platform that keeps itself in a file: goes on with what the file holds, or begins and makes the file.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - settings: how a new platform begins; of one that goes on, only how much of its journal is kept.
    /// - Throws: why the file cannot be used; it is left as it is then.
    package static func open(_ path: String, _ settings: Settings = Settings()) throws(DataFailure) -> Service {
        var settings = settings
        let file = try DataFile(path, creates: true)
        guard try !file.isNew else {
            settings.start = settings.start ?? SystemClock.now()
            var core = settings.freshCore
            let signer = CookieSigner()
            try file.create(KeptPlatform(core, begin: core.state.now), key: signer.keyBytes)
            core.recorder = Recorder(file)
            return Service(settings, core, signer)
        }
        let loaded = try file.load(writes: true)
        let profile = loaded.platform.state.rules.profile
        guard settings.acceptsAnyProfile || profile == settings.profile else {
            throw .otherProfile(path, profile: profile.rawValue)
        }
        settings.profile = profile
        settings.start = loaded.platform.begin
        var core = loaded.platform.core
        core.recorder = Recorder(file, eventsSinceSnapshot: loaded.events)
        return Service(settings, core, CookieSigner(key: loaded.key), isContinued: true)
    }
}
