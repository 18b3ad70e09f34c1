// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain

/// How a platform is started.
package struct PlatformConfiguration: Sendable {
    /// The address to listen on; this machine alone unless told.
    package var host = "127.0.0.1"
    /// The port; 0 takes a free one.
    package var port = 0
    /// Which truth is served where documents and service differ.
    package var profile: Profile = .documented
    /// Which editions of the contract are served; as the data file says if unset, or the seed, and failing that the portal of December 2018.
    package var edition: Edition?
    /// Where time starts; where the seed says if unset, and failing that at the real time.
    package var start: Instant?
    /// Whether time passes by itself; as the seed says if unset, and failing that it does.
    package var clock: VirtualClock.Mode?
    /// Whether `/_control` is served.
    package var control = true
    /// The file that holds the base URL while the platform answers.
    package var readyFile: String?
    /// The file in which the platform keeps itself; in memory alone if unset.
    package var data: String?
    /// Whether a data file decides the profile by itself.
    package var acceptsAnyProfile = false
    /// How many bytes of exchanges are kept.
    package var journalBytes = 16 << 20
    /// The seed of all that is drawn; unset, the system's generator, as it must be for anything but tests.
    package var randomSeed: UInt64?
    /// What opens the team's exports (`contract 2018-12 §9.6`); nothing leaves them shut.
    package var exportToken: String?
    /// What it begins with; unset, it begins empty.
    package var seed: Seed?
    /// How calls to partners are written (`today §4.2`).
    package var innerForm: InnerForm = .compact
    /// How long partners may take.
    package var partnerLimits = PartnerLimits()
    /// Whether SIGTERM and SIGINT stop the platform: for a program that does nothing else.
    package var stopsOnSignals = false

    /// Creates the default configuration: a free port of this machine, documented profile, real time, control on.
    package init() {}

    /// Creates a configuration.
    package init(
        host: String = "127.0.0.1", port: Int = 0, profile: Profile = .documented, edition: Edition? = nil,
        start: Instant? = nil,
        clock: VirtualClock.Mode? = nil, control: Bool = true, readyFile: String? = nil, randomSeed: UInt64? = nil,
        seed: Seed? = nil, stopsOnSignals: Bool = false
    ) {
        self.host = host
        self.port = port
        self.profile = profile
        self.edition = edition
        self.start = start
        self.clock = clock
        self.control = control
        self.readyFile = readyFile
        self.randomSeed = randomSeed
        self.seed = seed
        self.stopsOnSignals = stopsOnSignals
    }

    /// Which editions a new platform serves.
    var servedEdition: Edition { edition ?? seed?.edition ?? .prototype2018 }

    /// What the service needs of it.
    var settings: Service.Settings {
        var settings = Service.Settings()
        settings.profile = profile
        settings.acceptsAnyProfile = acceptsAnyProfile
        settings.edition = edition
        settings.start = start ?? seed?.start
        settings.clockMode = clock ?? seed?.clock ?? .ticking
        settings.ownStart = start
        settings.ownClockMode = clock
        settings.journalBytes = journalBytes
        settings.exportToken = exportToken
        settings.innerForm = innerForm
        settings.partnerLimits = partnerLimits
        if let randomSeed { settings.drawing = .seeded(randomSeed) }
        return settings
    }
}
