// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Partners
import Platform
import Testing

@testable import Conformance

/// We test the tester: every broken online platform turns its own requirements red, and no other.
@Suite("The kill matrix of the online platforms' suite")
struct OnlineKillMatrixTests {
    @Test func `a sound online platform passes every check`() async throws {
        let result = try await OnlineRun.judge(nil)
        #expect(result.others(than: .pass) == [])
        #expect(result.exitCode == 0)
        #expect(result.requirements.count == 14)
    }

    @Test(arguments: OnlineFlaw.allCases)
    func `a broken online platform turns its own red`(flaw: OnlineFlaw) async throws {
        let result = try await OnlineRun.judge(flaw)
        let red = result.red.sorted { $0.key < $1.key }
        print(
            "online platform \(flaw.rawValue): "
                + red.map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: "; "))
        #expect(result.red == flaw.turnsRed, "\(result.others(than: .pass))")
        let open = result.checks.filter { ![.pass, .fail, .warn].contains($0.verdict) }
        #expect(Set(open.flatMap(\.requirements)) == flaw.leavesOpen, "\(result.others(than: .pass, .fail, .warn))")
    }

    @Test func `every requirement of an online platform is killed by some broken one`() {
        let killed = Set(OnlineFlaw.allCases.flatMap(\.turnsRed.keys))
        #expect(Set(OnlinePlatformSuite.checks.flatMap(\.requirements)) == killed)
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
