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
        // Kept for the whole of it: another test would get a port that was given back.
        let closed = try ClosedPort()
        let result = await run("http://127.0.0.1:\(closed.port)")
        withExtendedLifetime(closed) {}
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

    @Test(arguments: ["https://pro\u{1B}[2J", "", "https://pro exemple.fr", "https://pro\r\nX: y", "https://é.fr"])
    func anOriginThatCannotBeSentIsThreeBeforeAnythingConnects(origin: String) async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let result = await CertificationRun(CertificationConfiguration(url: server.url, origin: origin)).run()
        #expect(result.exitCode == 3)
        #expect(result.conclusion.english.contains("--origin"))
        #expect(!result.conclusion.english.unicodeScalars.contains { $0.value < 0x20 })
        #expect(server.acceptedCount == 0)
    }

    @Test func whatAnswersCannotSteerTheTerminal() async throws {
        let server = try SocketServer.pretending(
            .scripted { _, _, _ in .init(status: 200, type: "text/html", body: "\u{1B}]0;owned\u{7}\u{9B}2J") })
        defer { server.stop() }
        let result = await run(server.url)
        #expect(result.exitCode == 2)
        #expect(result.conclusion.english.contains("\\u001b]0;owned\\u0007\\u009b2J"))
    }

    @Test func aPlatformWithoutControlApiIsFoundToHaveNone() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.url))
        #expect(!world.hasControl)
    }
}
