// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Partners
import Platform
import Testing

@testable import Conformance

/// A run of the tills' suite at a platform of this process.
enum TillRun {
    /// What the certifier runs where nothing says otherwise: all but what waits ten seconds of real time.
    static let quick = ContractEdition.allCases.flatMap { TillSuite.checks($0) }.map(\.id)
        .filter { !$0.hasPrefix("till/slow") }

    /// Judges a double.
    static func judge(_ flaw: TillFlaw?, _ edition: ContractEdition) async throws -> CertificationResult {
        try await with(edition) { base, authorization in
            SeatedTill(
                TillDouble(
                    flaw: flaw, base: base, authorization: authorization, speaksToday: edition == .publicV1))
        }
    }

    /// Judges a till that is made for a platform's address and who it is there.
    static func with(
        _ edition: ContractEdition, only: [String] = quick, till: (String, String) throws -> any Gate
    ) async throws -> CertificationResult {
        let seed: BuiltInSeed = edition == .publicV1 ? .till : .demo
        let platform = try await PlatformServer.start(
            PlatformConfiguration(
                edition: edition == .publicV1 ? .publicV1 : .prototype2018, clock: .frozen, randomSeed: 7,
                seed: try seed.seed()))
        do {
            let furnished = try #require(platform.furnished)
            var setting = GateSetting(
                try till(platform.baseURL, try #require(authorization(furnished))), speaking: edition,
                time: VendorTime(now: { .zero }, wait: { _ in }))
            setting.countermarks = furnished.countermarks
            let result = await CertificationRun(
                CertificationConfiguration(
                    url: platform.baseURL, subject: .till(setting), selection: Selection(only: only))
            ).run()
            await platform.stop()
            return result
        } catch {
            await platform.stop()
            throw error
        }
    }

    /// How somebody of the seed authorizes: by its key, or its first log-in.
    private static func authorization(_ furnished: Furnished) -> String? {
        for item in furnished.items {
            switch item.what {
            case .value(let key) where item.id == "api-key": return "Bearer \(key)"
            case .person(let email, let password):
                return "Basic " + Base64.text(Array("\(email):\(password)".utf8))
            default: continue
            }
        }
        return nil
    }
}

extension CertificationResult {
    /// The requirements that turned red, each with the checks that did.
    var red: [String: Set<String>] {
        var red: [String: Set<String>] = [:]
        for check in checks where [.fail, .warn].contains(check.verdict) {
            for id in check.requirements { red[id, default: []].insert(check.id) }
        }
        return red
    }

    /// The checks that did not end in one of these verdicts, with what they ended in.
    func others(than verdicts: Verdict...) -> [String] {
        checks.filter { !verdicts.contains($0.verdict) }.map {
            "\($0.id): \($0.verdict.rawValue) \($0.evidence.map { "\($0.expected.english) / \($0.seen.english)" } ?? "") \($0.reason?.english ?? "")"
        }
    }
}

/// A double at which somebody sits.
struct SeatedTill: Gate {
    private let double: TillDouble
    let goesOn = true

    init(_ double: TillDouble) {
        self.double = double
    }

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        let told = act == .check ? await double.check(shown) : await double.validate(shown)
        return switch told {
        case .good: GateAnswer(.good)
        case .refused: GateAnswer(.refused)
        case .open: GateAnswer(.open)
        }
    }

    func end() async {}
}
