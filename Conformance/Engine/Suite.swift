// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The checks for one kind of partner, or for a platform, under one edition of the contract.
public struct Suite: Sendable {
    /// The name that reports use: `platform`.
    public let name: String
    /// The contract judged by.
    public let edition: ContractEdition
    /// Who is judged.
    public let actor: RequirementActor
    /// All checks, in the order in which they run.
    public let checks: [Check]
    /// Whether one check runs at a time: a vendor's set-up has one stock, whose seats are counted.
    let isSequential: Bool

    init(
        _ name: String, _ edition: ContractEdition, _ actor: RequirementActor, checks: [Check],
        isSequential: Bool = false
    ) {
        self.name = name
        self.edition = edition
        self.actor = actor
        self.checks = checks
        self.isSequential = isSequential
    }

    /// A pass Culture of December 2018.
    public static let platform2018 = Suite("platform", .prototype2018, .platform, checks: PlatformSuite.checks)
    /// A pass Culture of today's edition.
    public static let platformV1 = Suite("platform", .publicV1, .platform, checks: PublicV1Suite.checks)
    /// A vendor's receiver of notifications.
    public static let receiver = Suite(
        "receiver", .publicV1, .webhookReceiver, checks: ReceiverSuite.checks, isSequential: true)
    /// A vendor's ticketing system.
    public static let ticketing = Suite(
        "ticketing", .publicV1, .ticketingPartner, checks: TicketingSuite.checks, isSequential: true)
    /// A till that speaks December 2018.
    public static let till2018 = Suite(
        "till", .prototype2018, .till, checks: TillSuite.checks(.prototype2018), isSequential: true)
    /// A till that speaks today's edition.
    public static let tillV1 = Suite(
        "till", .publicV1, .till, checks: TillSuite.checks(.publicV1), isSequential: true)
    /// An online platform, by the open routes of December 2018.
    public static let online2018 = Suite(
        "online-platform", .prototype2018, .onlinePlatform, checks: OnlinePlatformSuite.checks(.prototype2018),
        isSequential: true)
    /// An online platform with a vendor's key of today's edition.
    public static let onlineV1 = Suite(
        "online-platform", .publicV1, .onlinePlatform, checks: OnlinePlatformSuite.checks(.publicV1),
        isSequential: true)
    /// Whoever serves stocks or an agenda to the pass Culture of December 2018.
    public static let provider = Suite(
        "provider", .prototype2018, .provider, checks: ProviderSuite.checks, isSequential: true)
    /// All of them.
    public static let all = [
        platform2018, platformV1, receiver, ticketing, till2018, tillV1, online2018, onlineV1, provider,
    ]

    /// The suite that judges a subject.
    static func of(_ subject: Subject) -> Suite {
        switch subject {
        case .prototype2018: platform2018
        case .publicV1: platformV1
        case .receiver: receiver
        case .ticketing: ticketing
        case .till(let setting): setting.edition == .prototype2018 ? till2018 : tillV1
        case .onlinePlatform(let setting): setting.edition == .prototype2018 ? online2018 : onlineV1
        case .provider(let setting):
            provider.with(FeedSection.allCases.filter(setting.sections.contains).flatMap(ProviderSuite.checks))
        }
    }

    /// Whether there may be a control API to judge with.
    var mayHaveControl: Bool { actor == .platform }

    /// Whether a platform is judged to which callers send an `Origin`, and of which the documents and the service differ.
    var isPrototype: Bool { actor == .platform && edition == .prototype2018 }

    /// Whether a gate is judged: a till or an online platform, at a local platform.
    var isGate: Bool { actor == .till || actor == .onlinePlatform }

    /// The same suite with other checks.
    func with(_ checks: [Check]) -> Suite {
        Suite(name, edition, actor, checks: checks, isSequential: isSequential)
    }
}
