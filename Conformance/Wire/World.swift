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
    /// The vendor under test, when it is not a platform.
    let vendor: Vendor?
    let client: HTTPClient
    let names: Names
    let patience: Patience
    let cast = Cast()
    let journeys = JourneyMemory()

    init(
        base: String, origin: String, hasControl: Bool, desk: (any CountermarkDesk)?, client: HTTPClient, names: Names,
        patience: Patience = Patience(), vendor: Vendor? = nil
    ) {
        self.base = base
        self.origin = origin
        self.hasControl = hasControl
        self.desk = desk
        self.client = client
        self.names = names
        self.patience = patience
        self.vendor = vendor
    }

    /// Connects to a platform and makes sure that it is a pass Culture.
    ///
    /// - Throws: ``WorldRefusal`` when the address may not be tried or the origin not be sent (exit code 3), or when nothing or something else
    ///   answers there (exit code 2, within five seconds).
    public static func open(_ configuration: CertificationConfiguration) async throws(WorldRefusal) -> World {
        switch configuration.subject {
        case .prototype2018: try await openPrototype(configuration)
        case .receiver(let setting), .ticketing(let setting): try await openVendor(configuration, setting)
        }
    }

    /// A vendor: its URLs are judged as every other, and something has to listen there.
    private static func openVendor(
        _ configuration: CertificationConfiguration, _ setting: VendorSetting
    ) async throws(WorldRefusal) -> World {
        let vendor = try Vendor(configuration.url, setting, owned: configuration.ownsEnvironment)
        let world = World(
            base: vendor.address.base, origin: configuration.origin, hasControl: false, desk: nil,
            client: makeClient(isLocal: vendor.isLocal), names: Names(seed: seed(of: configuration)),
            patience: Webhook.patience, vendor: vendor)
        do {
            // Whatever it says to a GET: somebody is there.
            _ = try await Wire(world: world, recorder: Recorder())
                .send("GET", vendor.address.target, headers: [], body: nil, patience: .firstLook)
        } catch Interruption.inconclusive {
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Rien ne répond à \(world.base) : vérifiez --url.", "Nothing answers at \(world.base): check --url."
                ))
        } catch {
            // It took the request: the checks will say what it makes of theirs.
        }
        return world
    }

    private static func makeClient(isLocal: Bool) -> HTTPClient {
        var settings = HTTPClientConfiguration()
        settings.maximumAnswerBytes = 64 << 20
        if isLocal { settings.proxy = .none }
        return HTTPClient(settings)
    }

    private static func seed(of configuration: CertificationConfiguration) -> UInt64 {
        configuration.seed ?? UInt64(bitPattern: SystemClock.now().microseconds)
    }

    private static func openPrototype(
        _ configuration: CertificationConfiguration
    ) async throws(WorldRefusal) -> World {
        let target: TargetGuard.Target
        do {
            target = try TargetGuard.judge(configuration.url, owned: configuration.ownsEnvironment)
        } catch {
            throw WorldRefusal(exitCode: 3, sentence: error.sentence)
        }
        guard isUsable(origin: configuration.origin) else {
            let origin = Visible.text(configuration.origin)
            throw WorldRefusal(
                exitCode: 3,
                sentence: Sentence(
                    "« \(origin) » n'est pas une origine utilisable : donnez --origin https://hôte.",
                    "\"\(origin)\" is not a usable origin: give --origin https://host."))
        }
        let client = makeClient(isLocal: target.isLocal)
        let first = World(
            base: target.base, origin: configuration.origin, hasControl: false, desk: configuration.desk,
            client: client, names: Names(seed: seed(of: configuration)), patience: .firstLook)
        let hasControl = try await FirstLook(world: first).identify(useControl: configuration.useControl)
        return World(
            base: target.base, origin: configuration.origin, hasControl: hasControl, desk: configuration.desk,
            client: client, names: first.names)
    }

    /// Whether a text can be sent as a header: visible ASCII, no blanks.
    private static func isUsable(origin: String) -> Bool {
        !origin.isEmpty && origin.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// The same way of working on another address: a fork of the platform, on this machine or beside it.
    func at(_ base: String) -> World {
        World(
            base: base, origin: origin, hasControl: hasControl, desk: desk, client: client, names: names,
            patience: patience, vendor: vendor)
    }
}
