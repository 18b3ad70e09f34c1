// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

/// Tickets that come too late, at a system that sees nothing but the closed connection.
@Suite("Slow tickets, certified", .timeLimit(.minutes(1)))
struct SlowTicketTests {
    /// Judges an office whose calls are given up a fifth of a second of this machine's after they began.
    private func judge(frees: Bool, counts: Bool) async throws -> CheckResult {
        let time = HeldTime()
        // What is waited for before: one answer with a page that counts, two without.
        let server = try SlowOffice(hungUpCall: counts ? 2 : 3, frees: frees, time: time).serve()
        defer { server.stop() }
        var setting = VendorSetting(
            key: try #require(SigningKey("k")), cancelURL: server.url + "/cancel",
            countURL: counts ? server.url + "/count" : nil,
            slowFields: ["stock_id": .number(JSONNumber(SlowOffice.slowStock))])
        let held = time.ofVendor
        setting.time = VendorTime(now: held.now, wait: held.wait, lasting: { _ in .milliseconds(200) })
        let result = await CertificationRun(
            CertificationConfiguration(
                url: server.url + "/book", subject: .ticketing(setting), selection: Selection(only: ["ticketing/slow"]),
                seed: 7)
        ).run()
        return try #require(result.checks.first)
    }

    @Test(arguments: [true, false])
    func `a seat freed because the pass Culture hung up is back`(counts: Bool) async throws {
        let check = try await judge(frees: true, counts: counts)
        #expect(check.verdict == .pass, "\(check)")
    }

    @Test(arguments: [true, false])
    func `a seat that stays sold though the pass Culture hung up is seen`(counts: Bool) async throws {
        let check = try await judge(frees: false, counts: counts)
        #expect(check.verdict == .warn, "\(check)")
        #expect(check.evidence?.expected.english.contains("hung up on") == true)
    }
}
