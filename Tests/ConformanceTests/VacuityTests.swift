// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Conformance

@Suite("A platform that does nothing")
struct VacuityTests {
    private func passed(_ manner: Manner) async throws -> Set<String> {
        let server = try SocketServer.pretending(manner)
        defer { server.stop() }
        let result = await CertificationRun(CertificationConfiguration(url: server.url, seed: 3)).run()
        #expect(result.exitCode == 1)
        #expect(!result.checks.contains { $0.verdict == .error })
        return Set(result.checks.filter { $0.verdict == .pass }.map(\.id))
    }

    /// Only a check that asks for nothing but a refusal may pass; refusals of no form of the contract do not count.
    @Test func hardlyAnythingPassesWhereEverythingIsRefused() async throws {
        let passed = try await passed(.passCulture)
        #expect(passed == ["conventions/unknown-route"])
    }

    @Test func nothingPassesWhereEverythingIsAccepted() async throws {
        #expect(try await passed(.agreeable) == [])
    }
}
