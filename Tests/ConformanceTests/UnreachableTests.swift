// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Conformance

@Suite("What is no pass Culture")
struct UnreachableTests {
    private func run(_ url: String) async -> (result: CertificationResult, elapsed: Span) {
        let start = SystemClock.monotonic()
        let result = await CertificationRun(CertificationConfiguration(url: url)).run()
        return (result, SystemClock.monotonic() - start)
    }

    @Test func aClosedPortIsTwoAndSaysSoWithinFiveSeconds() async throws {
        let server = try TinyServer(.notFound)
        server.stop()
        let (result, elapsed) = await run(server.base)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("passculture mock"))
        #expect(elapsed < .seconds(5))
    }

    @Test func aServerThatIsNoPassCultureIsTwo() async throws {
        let server = try TinyServer(.notFound)
        defer { server.stop() }
        let (result, elapsed) = await run(server.base)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("no pass Culture"))
        #expect(elapsed < .seconds(5))
    }

    @Test func aServerThatNeverAnswersIsTwoWithinFiveSeconds() async throws {
        let server = try TinyServer(.silent)
        defer { server.stop() }
        let (result, elapsed) = await run(server.base)
        #expect(result.exitCode == 2)
        #expect(elapsed < .seconds(5))
    }

    @Test func aPlatformThatRefusesTheOriginSaysHowToGiveAnother() async throws {
        let server = try TinyServer(.originRefused)
        defer { server.stop() }
        let (result, _) = await run(server.base)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("--origin"))
    }

    @Test func aPlatformWithoutControlApiIsFoundToHaveNone() async throws {
        let server = try TinyServer(.passCulture)
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.base))
        #expect(!world.hasControl)
    }
}
