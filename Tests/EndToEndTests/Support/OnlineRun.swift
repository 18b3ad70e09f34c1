// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Partners
import Platform
import PlatformDomain
import TestSupport
import Testing

@testable import Conformance

/// A run of the online platforms' suite at a platform of this process.
enum OnlineRun {
    /// What the certifier runs where nothing says otherwise: all but what waits ten seconds of real time.
    static func quick(_ edition: ContractEdition) -> [String] {
        OnlinePlatformSuite.checks(edition).map(\.id).filter { !$0.hasPrefix("online/slow") }
    }

    /// Judges a double.
    static func judge(_ flaw: OnlineFlaw?, _ edition: ContractEdition) async throws -> CertificationResult {
        try await with(edition) { base, texts in
            let speaksToday = edition == .publicV1
            let basic = Base64.text(Array("partenaires@plateforme.example:Azerty123456!@".utf8))
            let authorization = speaksToday ? "Bearer \(texts["api-key"] ?? "")" : "Basic \(basic)"
            return FollowedDouble(
                double: OnlineDouble(flaw: flaw, base: base, authorization: authorization, speaksToday: speaksToday))
        }
    }

    /// Judges an online platform that is made for a platform's address and what its seed tells.
    static func with(
        _ edition: ContractEdition = .prototype2018, profile: Profile = .documented,
        _ gate: (String, [String: String]) async throws -> any Gate
    ) async throws -> CertificationResult {
        let speaksToday = edition == .publicV1
        let seed = speaksToday ? try OnlineSeed.seedOfToday() : try OnlineSeed.seed(leadingTo: OnlineDouble.offers)
        let platform = try await PlatformServer.start(
            PlatformConfiguration(
                profile: profile, edition: speaksToday ? .publicV1 : .prototype2018, clock: .frozen, randomSeed: 7,
                seed: seed))
        do {
            let texts = try #require(platform.furnished?.texts)
            var setting = GateSetting(
                try await gate(platform.baseURL, texts), speaking: edition,
                time: VendorTime(now: { .zero }, wait: { _ in }))
            setting.links = speaksToday ? try linksOfToday(texts) : try links(texts, to: OnlineDouble.offers)
            let result = await CertificationRun(
                CertificationConfiguration(
                    url: platform.baseURL, subject: .onlinePlatform(setting),
                    selection: Selection(only: quick(edition)))
            ).run()
            await platform.stop()
            return result
        } catch {
            await platform.stop()
            throw error
        }
    }

    private static func linksOfToday(_ texts: [String: String]) throws -> GateLinks {
        GateLinks(
            ofToday: OnlineDouble.offers, offerID: try texts["offer"].orThrow("offer"),
            booked: try texts["booked"].orThrow("booked"), by: try texts["booked-email"].orThrow("e-mail"),
            magic: String(MagicTokens.number))
    }

    /// The links that the seed tells.
    static func links(_ texts: [String: String], to address: String) throws -> GateLinks {
        var booked: [String: GateLinks.Link] = [:]
        for name in OnlineSeed.bookings {
            booked[name] = GateLinks.Link(
                code: try texts[name].orThrow(name), email: try texts[name + "-email"].orThrow(name),
                url: try texts[name + "-link"].orThrow(name))
        }
        return GateLinks(template: address, offerID: try texts["offer"].orThrow("offer"), booked: booked)
    }
}

/// A double whose links are followed.
struct FollowedDouble: Gate {
    let double: OnlineDouble
    let goesOn = true

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        switch await double.follow(shown) {
        case .access: GateAnswer(.good)
        case .refused: GateAnswer(.refused)
        case .open: GateAnswer(.open)
        }
    }

    func end() async {}
}
