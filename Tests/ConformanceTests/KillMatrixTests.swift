// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Partners
import Testing

@testable import Conformance

/// We test the tester: every broken partner turns its own requirements red, and no other.
@Suite("The kill matrix of the vendors' suites")
struct KillMatrixTests {
    @Test func `a sound receiver passes every check`() async throws {
        let result = try await VendorTrial.judge(ReceiverFlaw?.none)
        #expect(result.checks(not: .pass) == [])
        #expect(result.checks.count == ReceiverSuite.checks.count)
        #expect(result.exitCode == 0)
    }

    @Test func `a sound ticketing system passes every check`() async throws {
        let result = try await VendorTrial.judge(TicketingFlaw?.none)
        #expect(result.checks(not: .pass) == [])
        #expect(result.checks.count == TicketingSuite.checks.count)
        #expect(result.exitCode == 0)
    }

    @Test(arguments: ReceiverFlaw.allCases)
    func `a broken receiver turns its own red`(flaw: ReceiverFlaw) async throws {
        let result = try await VendorTrial.judge(flaw)
        Self.show(flaw.rawValue, result)
        #expect(result.red == flaw.turnsRed, "\(result.checks(not: .pass))")
        #expect(result.checks(not: .pass, .fail, .warn, .skip) == [])
    }

    @Test(arguments: TicketingFlaw.allCases)
    func `a broken ticketing system turns its own red`(flaw: TicketingFlaw) async throws {
        let result = try await VendorTrial.judge(flaw)
        Self.show(flaw.rawValue, result)
        #expect(result.red == flaw.turnsRed, "\(result.checks(not: .pass))")
        #expect(result.checks(not: .pass, .fail, .warn, .skip) == [])
    }

    @Test func `every requirement of a vendor is killed by some broken partner`() {
        let killed = Set(
            ReceiverFlaw.allCases.flatMap(\.turnsRed.keys) + TicketingFlaw.allCases.flatMap(\.turnsRed.keys))
        let judged = Set((ReceiverSuite.checks + TicketingSuite.checks).flatMap(\.requirements))
        #expect(judged.subtracting(killed) == [])
    }

    /// One line of the matrix.
    private static func show(_ flaw: String, _ result: CertificationResult) {
        let red = result.red.sorted { $0.key < $1.key }
        let skipped = result.checks.count { $0.verdict == .skip }
        print(
            "\(result.suite.name) \(flaw): "
                + red.map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: "; ")
                + (skipped == 0 ? "" : " [\(skipped) not reached]"))
    }
}
