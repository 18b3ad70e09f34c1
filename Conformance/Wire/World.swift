// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import Synchronization

/// A platform under test, as the certifier and the journeys see it: an address, nothing more.
///
/// Made by ``open(_:)``, which refuses production, and says quickly when there is no pass Culture at the address.
public final class World: Sendable {
    /// The base URL, without a slash at its end.
    public let base: String
    /// The `Origin` that callers send unless a check says otherwise.
    public let origin: String
    /// Whether the control API is there and may be used.
    public let hasControl: Bool
    /// Who checks and validates countermarks for the partner in the journeys; nil: raw requests.
    public let desk: (any CountermarkDesk)?
    /// Who does so in the journeys of today's edition; nil: raw requests.
    public let providerDesk: (any ProviderDesk)?
    /// A ticketing system that the platform can call, if there is one.
    let office: TicketOffice?
    /// The key of a provider of today's edition that the person gave, if any.
    let apiKey: APIKey?
    /// The vendor under test, when it is not a platform.
    let vendor: Vendor?
    /// The till or online platform under test, when it is one.
    let gate: GateTrials?
    /// The provider of stocks or of an agenda under test, when it is one.
    let feed: Feed?
    let client: HTTPClient
    let names: Names
    let patience: Patience
    let cast = Cast()
    let journeys = JourneyMemory()

    init(
        base: String, origin: String, hasControl: Bool, desk: (any CountermarkDesk)?, client: HTTPClient, names: Names,
        patience: Patience = Patience(), vendor: Vendor? = nil, apiKey: APIKey? = nil,
        providerDesk: (any ProviderDesk)? = nil, office: TicketOffice? = nil, gate: GateTrials? = nil,
        feed: Feed? = nil
    ) {
        self.base = base
        self.origin = origin
        self.hasControl = hasControl
        self.desk = desk
        self.client = client
        self.names = names
        self.patience = patience
        self.vendor = vendor
        self.apiKey = apiKey
        self.providerDesk = providerDesk
        self.office = office
        self.gate = gate
        self.feed = feed
    }

    /// Connects to a platform and makes sure that it is a pass Culture.
    ///
    /// - Throws: ``WorldRefusal`` when the address may not be tried or the origin not be sent (exit code 3), or when nothing or something else
    ///   answers there (exit code 2, within five seconds).
    public static func open(_ configuration: CertificationConfiguration) async throws(WorldRefusal) -> World {
        switch configuration.subject {
        case .prototype2018: try await openPrototype(configuration)
        case .publicV1(let key): try await openPublicV1(configuration, key)
        case .receiver(let setting), .ticketing(let setting): try await openVendor(configuration, setting)
        case .till(let setting), .onlinePlatform(let setting): try await openGate(configuration, setting)
        case .provider(let setting): try await openProvider(configuration, setting)
        }
    }

    /// What the person gave that may stand in no report, wherever it comes back.
    var secrets: [String] {
        // A key that is a word of each call tells nothing by standing there, and without the word the call cannot be sent again.
        let key = vendor.map(\.setting.key.text).flatMap { WebhookBooking.says($0) ? nil : $0 }
        return [apiKey?.text, key].compactMap { $0 } + (vendor?.setting.birthDates ?? []) + (gate?.secrets ?? [])
    }

    /// Whether a text can be sent as a header: visible ASCII, no blanks.
    static func isUsable(origin: String) -> Bool {
        !origin.isEmpty && origin.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// The same way of working on another address: a fork of the platform, on this machine or beside it.
    func at(_ base: String) -> World {
        World(
            base: base, origin: origin, hasControl: hasControl, desk: desk, client: client, names: names,
            patience: patience, vendor: vendor, apiKey: apiKey, providerDesk: providerDesk, office: office, gate: gate,
            feed: feed)
    }
}
