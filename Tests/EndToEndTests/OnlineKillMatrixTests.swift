// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Partners
import Platform
import Synchronization
import Testing

@testable import Conformance

/// We test the tester: every broken online platform turns its own requirements red, and no other.
@Suite("The kill matrix of the online platforms' suite")
struct OnlineKillMatrixTests {
    @Test(arguments: [(ContractEdition.prototype2018, 14), (.publicV1, 11)])
    func `a sound online platform passes every check`(edition: ContractEdition, requirements: Int) async throws {
        let result = try await OnlineRun.judge(nil, edition)
        #expect(result.others(than: .pass) == [])
        #expect(result.exitCode == 0)
        #expect(result.requirements.count == requirements)
        #expect(result.notTested.isEmpty)
    }

    @Test(arguments: OnlineFlaw.allCases, ContractEdition.allCases)
    func `a broken online platform turns its own red`(flaw: OnlineFlaw, edition: ContractEdition) async throws {
        let result = try await OnlineRun.judge(flaw, edition)
        let red = result.red.sorted { $0.key < $1.key }
        print(
            "online platform \(edition.rawValue) \(flaw.rawValue): "
                + red.map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: "; "))
        let isOfToday = edition == .publicV1
        #expect(result.red == flaw.turnsRed(today: isOfToday), "\(result.others(than: .pass))")
        let open = result.checks.filter { ![.pass, .fail, .warn].contains($0.verdict) }
        #expect(
            Set(open.flatMap(\.requirements)) == flaw.leavesOpen(today: isOfToday),
            "\(result.others(than: .pass, .fail, .warn))")
    }

    @Test(arguments: ContractEdition.allCases)
    func `every requirement of an online platform is killed by some broken one`(edition: ContractEdition) {
        let killed = Set(OnlineFlaw.allCases.flatMap { $0.turnsRed(today: edition == .publicV1).keys })
        #expect(Set(OnlinePlatformSuite.checks(edition).flatMap(\.requirements)) == killed)
    }

    @Test func `what a site does not ask any more is judged by nothing`() async throws {
        let result = try await OnlineRun.with { base, _ in
            TiredGate(FollowedDouble(double: OnlineDouble(base: base, authorization: "")))
        }
        #expect(result.exitCode == 4)
        let open = result.checks.filter { $0.verdict == .inconclusive }.map(\.id)
        #expect(open.contains("online/lost/refused") && open.contains("online/lost/once"), "\(open)")
        #expect(result.others(than: .pass, .inconclusive) == [])
    }

    @Test func `a site that compares a booking's offer and address with its link's passes, of magic countermarks too`()
        async throws
    {
        let result = try await OnlineRun.with(.publicV1) { base, texts in
            CarefulGate(base: base, key: try #require(texts["api-key"]))
        }
        #expect(result.others(than: .pass, .notApplicable) == [])
        #expect(result.exitCode == 0)
    }

    @Test func `a site that never asks, or with a wrong key, is told so, and visited three times`() async throws {
        for (edition, word) in [(ContractEdition.prototype2018, "not asked at all"), (.publicV1, "key was refused")] {
            let visits = Mutex(0)
            let result = try await OnlineRun.with(edition) { base, _ in
                let elsewhere = edition == .publicV1 ? base : "http://127.0.0.1:1"
                let double = OnlineDouble(
                    base: elsewhere, authorization: "Bearer wrong", speaksToday: edition == .publicV1)
                return CountedGate(gate: FollowedDouble(double: double)) { visits.withLock { $0 += 1 } }
            }
            #expect(visits.withLock { $0 } == 3)
            #expect(result.exitCode == 4)
            let told = result.checks.filter { $0.verdict == .inconclusive && $0.reason?.english.contains(word) == true }
            #expect(told.count > result.checks.count / 2, "\(result.others(than: .pass))")
        }
    }

    @Test func `a link of ours is filled in as the pass Culture fills in one of a booking`() async throws {
        for address in ["plateforme.example/{offerId}?e={email}&c={token}&again={token}", OnlineDouble.offers] {
            let platform = try await PlatformServer.start(
                PlatformConfiguration(randomSeed: 7, seed: try OnlineSeed.seed(leadingTo: address)))
            let texts = try #require(platform.furnished?.texts)
            let links = try OnlineRun.links(texts, to: address)
            for link in links.booked.values {
                #expect(links.filled(link.code, email: link.email) == link)
            }
            await platform.stop()
        }
    }
}

/// A sound online platform that leaves the pass Culture alone for good when it has failed once.
private final class TiredGate: Gate {
    private let site: FollowedDouble
    private let isTired = Mutex(false)
    let goesOn = true

    init(_ site: FollowedDouble) {
        self.site = site
    }

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        if isTired.withLock({ $0 }) { return GateAnswer(.open) }
        let answer = try await site.perform(act, with: shown)
        if answer.meaning == .open { isTired.withLock { $0 = true } }
        return answer
    }

    func end() async {}
}

/// A gate that tells how often it is gone through.
private struct CountedGate: Gate {
    let gate: FollowedDouble
    let count: @Sendable () -> Void
    let goesOn = true

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        count()
        return try await gate.perform(act, with: shown)
    }

    func end() async {}
}

/// A site of today that gives access when the booking is of the offer and the address in its link.
private struct CarefulGate: Gate {
    let base: String
    let key: String
    let goesOn = true
    private let client = HTTPClient()

    init(base: String, key: String) {
        self.base = base
        self.key = key
    }

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        let link =
            shown.split(separator: "?").last?.split(separator: "&").map { $0.split(separator: "=").map(String.init) }
            ?? []
        let values = Dictionary(uniqueKeysWithValues: link.map { ($0[0], $0[1]) })
        let code = values["code"] ?? ""
        guard let found = await ask("GET", "/public/bookings/v1/token/\(code)") else { return GateAnswer(.open) }
        guard found.status == 200, let booking = try? JSONValue(parsing: found.body) else {
            return answer(found.status)
        }
        let isOfLink =
            booking["userEmail"]?.stringValue == values["email"] && booking["offerId"]?.text == values["offer"]
        guard isOfLink else { return GateAnswer(.refused) }
        return answer(await ask("PATCH", "/public/bookings/v1/use/token/\(code)")?.status)
    }

    func end() async {}

    private func answer(_ status: Int?) -> GateAnswer {
        switch status {
        case 204: GateAnswer(.good)
        case 400, 403, 404, 410: GateAnswer(.refused)
        default: GateAnswer(.open)
        }
    }

    private func ask(_ method: String, _ path: String) async -> HTTPResponse? {
        try? await client.send(
            HTTPRequest(
                method: method, url: base + path, headers: [HTTPHeader("Authorization", "Bearer \(key)")],
                usesFreshConnection: true, closesConnection: true))
    }
}
