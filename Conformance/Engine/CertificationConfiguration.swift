// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What to try, where, and how.
public struct CertificationConfiguration: Sendable {
    /// Who is put to the test.
    public var subject: Subject
    /// The base URL of the platform under test, or the vendor's URL that is called.
    public var url: String
    /// The `Origin` to send: one that the platform accepts.
    public var origin: String
    /// Whether to use the control API when there is one.
    public var useControl: Bool
    /// Whether the person said that the environment is theirs: needed for any address but this machine's.
    public var ownsEnvironment: Bool
    /// Which checks to run.
    public var selection: Selection
    /// What names and numbers are drawn from; nil: from the time, so that each run has its own.
    public var seed: UInt64?
    /// How many checks run at a time.
    public var parallelism: Int
    /// Who checks and validates countermarks for the partner in the journeys; nil: raw requests.
    public var desk: (any CountermarkDesk)?
    /// Who does so in the journeys of today's edition; nil: raw requests.
    public var providerDesk: (any ProviderDesk)?
    /// A ticketing system that a platform of this machine can call; without one, what takes tickets is not judged.
    public var office: TicketOffice?

    /// The origin of the integration environment's portal (integration document (24)).
    public static let defaultOrigin = "https://pro.passculture-integration.beta.gouv.fr"

    /// Everything by default but the address.
    public init(
        url: String, subject: Subject = .prototype2018, origin: String = CertificationConfiguration.defaultOrigin,
        useControl: Bool = true, ownsEnvironment: Bool = false, selection: Selection = Selection(), seed: UInt64? = nil,
        parallelism: Int = 4, desk: (any CountermarkDesk)? = nil
    ) {
        self.url = url
        self.subject = subject
        self.origin = origin
        self.useControl = useControl
        self.ownsEnvironment = ownsEnvironment
        self.selection = selection
        self.seed = seed
        self.parallelism = max(1, parallelism)
        self.desk = desk
    }
}
