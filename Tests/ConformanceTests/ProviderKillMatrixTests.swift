// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Partners
import TestSupport
import Testing

@testable import Conformance

/// We test the tester: every broken provider turns its own requirements red, and no other.
@Suite("The kill matrix of providers")
struct ProviderKillMatrixTests {
    @Test func `a sound provider passes every check`() async throws {
        let result = try await ProviderTrial.judge(nil)
        #expect(result.checks(not: .pass) == [])
        #expect(result.checks.count == ProviderSuite.checks.count)
        #expect(result.exitCode == 0)
    }

    @Test(arguments: ProviderFlaw.allCases)
    func `a broken provider turns its own red`(flaw: ProviderFlaw) async throws {
        let result = try await ProviderTrial.judge(flaw)
        #expect(result.red == flaw.turnsRed, "\(result.checks(not: .pass))")
        #expect(result.checks(not: .pass, .fail, .warn, .skip, .inconclusive) == [])
    }

    @Test func `every requirement of a provider is killed by some broken one`() {
        let killed = Set(ProviderFlaw.allCases.flatMap(\.turnsRed.keys))
        #expect(Set(ProviderSuite.checks.flatMap(\.requirements)).subtracting(killed) == [])
    }

    @Test func `every check of a provider turns red for some broken one`() {
        let red = Set(ProviderFlaw.allCases.flatMap { $0.turnsRed.values.flatMap { $0 } })
        #expect(Set(ProviderSuite.checks.map(\.id)).subtracting(red) == [])
    }
}
