// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Partners
import Testing

@testable import Conformance

/// We test the tester: every broken till turns its own requirements red, and no other.
@Suite("The kill matrix of the tills' suite")
struct TillKillMatrixTests {
    @Test(arguments: ContractEdition.allCases)
    func `a sound till passes every check`(edition: ContractEdition) async throws {
        let result = try await TillRun.judge(nil, edition)
        #expect(result.others(than: .pass) == [])
        #expect(result.exitCode == 0)
    }

    @Test(arguments: TillFlaw.allCases, ContractEdition.allCases)
    func `a broken till turns its own red`(flaw: TillFlaw, edition: ContractEdition) async throws {
        let result = try await TillRun.judge(flaw, edition)
        let red = result.red.sorted { $0.key < $1.key }
        print(
            "till \(edition.rawValue) \(flaw.rawValue): "
                + red.map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: "; "))
        #expect(result.red == flaw.turnsRed(today: edition == .publicV1), "\(result.others(than: .pass))")
        #expect(result.others(than: .pass, .fail, .warn) == [])
    }

    @Test func `every requirement of a till is killed by some broken till`() {
        let killed = Set(TillFlaw.allCases.flatMap { $0.turnsRed(today: true).keys })
        let killedOf2018 = Set(TillFlaw.allCases.flatMap { $0.turnsRed(today: false).keys })
        #expect(Set(TillSuite.checks(.publicV1).flatMap(\.requirements)).subtracting(killed.union(killedOf2018)) == [])
        #expect(Set(TillSuite.checks(.prototype2018).flatMap(\.requirements)).subtracting(killedOf2018) == [])
    }
}
