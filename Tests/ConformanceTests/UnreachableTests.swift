// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Conformance

@Suite("What is no pass Culture")
struct UnreachableTests {
    private func run(_ url: String) async -> CertificationResult {
        await CertificationRun(CertificationConfiguration(url: url)).run()
    }

    /// The deadline is set, and not measured: a busy machine takes its own time.
    @Test func theFirstLookIsOverWithinFiveSeconds() {
        #expect(Patience.firstLook.total < .seconds(5))
    }

    @Test func aClosedPortIsTwo() async throws {
        let server = try SocketServer.pretending(.notFound)
        server.stop()
        let result = await run(server.url)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("passculture mock"))
    }

    @Test func aServerThatIsNoPassCultureIsTwo() async throws {
        let server = try SocketServer.pretending(.notFound)
        defer { server.stop() }
        let result = await run(server.url)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("no pass Culture"))
    }

    @Test func aServerThatNeverAnswersIsTwo() async throws {
        let server = try SocketServer.pretending(.silent)
        defer { server.stop() }
        let result = await run(server.url)
        #expect(result.exitCode == 2)
    }

    @Test func aPlatformThatRefusesTheOriginSaysHowToGiveAnother() async throws {
        let server = try SocketServer.pretending(.originRefused)
        defer { server.stop() }
        let result = await run(server.url)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("--origin"))
    }

    @Test func aPlatformWithoutControlApiIsFoundToHaveNone() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.url))
        #expect(!world.hasControl)
    }
}
