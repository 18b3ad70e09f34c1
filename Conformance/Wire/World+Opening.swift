// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON

/// How each kind of subject is connected to.
extension World {
    /// A vendor: its URLs are judged as every other, and something has to listen at each.
    static func openVendor(
        _ configuration: CertificationConfiguration, _ setting: VendorSetting
    ) async throws(WorldRefusal) -> World {
        let vendor = try Vendor(configuration.url, setting, owned: configuration.ownsEnvironment)
        let world = World(
            base: vendor.address.base, origin: configuration.origin, hasControl: false, desk: nil,
            client: makeClient(isLocal: vendor.isLocal), names: Names(seed: seed(of: configuration)),
            patience: Webhook.patience, vendor: vendor)
        var seen: Set<String> = []
        for (address, option) in vendor.addresses where seen.insert(address.base).inserted {
            try await world.look(at: address.base, address.target, given: option)
        }
        return world
    }

    /// A provider: asked for its lists, and for nothing else.
    static func openProvider(
        _ configuration: CertificationConfiguration, _ setting: FeedSetting
    ) async throws(WorldRefusal) -> World {
        let feed = try Feed(configuration.url, setting, owned: configuration.ownsEnvironment)
        let world = World(
            base: feed.address.base, origin: configuration.origin, hasControl: false, desk: nil,
            client: makeClient(isLocal: feed.address.isLocal), names: Names(seed: seed(of: configuration)),
            patience: Webhook.patience, feed: feed)
        try await world.look(at: feed.address.base, feed.address.target, given: "--url")
        return world
    }

    /// Makes sure that somebody listens at an address, whatever is said to a GET.
    private func look(at base: String, _ target: String, given option: String) async throws(WorldRefusal) {
        do {
            _ = try await Wire(world: at(base), recorder: Recorder())
                .send("GET", target, headers: [], body: nil, patience: .firstLook)
        } catch Interruption.unreachable(_, let why) {
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Rien ne répond à \(base) (\(why)) : vérifiez \(option).",
                    "Nothing answers at \(base) (\(why)): check \(option)."))
        } catch {
            // It took the request: the checks will say what it makes of theirs.
        }
    }

    /// A till or an online platform, at a local platform whose control API shows what it does there.
    static func openGate(
        _ configuration: CertificationConfiguration, _ setting: GateSetting
    ) async throws(WorldRefusal) -> World {
        let target = try judgedTarget(of: configuration)
        let world = World(
            base: target.base, origin: configuration.origin, hasControl: true, desk: nil,
            client: makeClient(isLocal: target.isLocal), names: Names(seed: seed(of: configuration)),
            gate: GateTrials(setting))
        do {
            _ = try await Control(wire: Wire(world: world, recorder: Recorder())).lastJournalNumber()
        } catch {
            throw WorldRefusal(
                exitCode: 2,
                sentence: Sentence(
                    "Pas de plateforme locale avec API de contrôle à \(target.base).",
                    "There is no local platform with a control API at \(target.base)."))
        }
        // A gate that cannot be begun at all is told before anything is judged.
        do throws(GateTrouble) {
            try await setting.gate.begin(setting.links == nil ? .check : .link)
        } catch {
            let sentence =
                switch error {
                case .notBegun(let sentence), .passedOver(let sentence): sentence
                case .broken(let seen):
                    Sentence(
                        "Rien à mettre à l'essai : \(seen.french)", "Nothing to put to the test: \(seen.english)")
                }
            throw WorldRefusal(exitCode: 2, sentence: sentence)
        }
        await setting.gate.end()
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

    /// A pass Culture of December 2018.
    static func openPrototype(
        _ configuration: CertificationConfiguration
    ) async throws(WorldRefusal) -> World {
        let target = try judgedTarget(of: configuration)
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

    /// A pass Culture of today's edition.
    static func openPublicV1(
        _ configuration: CertificationConfiguration, _ key: APIKey?
    ) async throws(WorldRefusal) -> World {
        let target = try judgedTarget(of: configuration)
        let client = makeClient(isLocal: target.isLocal)
        func world(hasControl: Bool, patience: Patience, names: Names) -> World {
            World(
                base: target.base, origin: configuration.origin, hasControl: hasControl, desk: nil, client: client,
                names: names, patience: patience, apiKey: key, providerDesk: configuration.providerDesk,
                office: target.isLocal ? configuration.office : nil)
        }
        let first = world(hasControl: false, patience: .firstLook, names: Names(seed: seed(of: configuration)))
        let hasControl = try await PublicV1FirstLook(world: first).identify(useControl: configuration.useControl)
        return world(hasControl: hasControl, patience: Patience(), names: first.names)
    }

    private static func judgedTarget(
        of configuration: CertificationConfiguration
    ) throws(WorldRefusal) -> TargetGuard.Target {
        do {
            return try TargetGuard.judge(configuration.url, owned: configuration.ownsEnvironment)
        } catch {
            throw WorldRefusal(exitCode: 3, sentence: error.sentence)
        }
    }
}
