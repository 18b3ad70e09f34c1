// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import TestSupport
import Testing

/// The certifier and the journeys as a user runs them, against the platform and against what is none.
@Suite(.timeLimit(.minutes(5)))
struct CertifierTests {
    private let passculture = Program("passculture")

    @Test(arguments: Profile.allCases)
    func `the platform passes its own suite in both profiles`(profile: Profile) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(profile: profile))
        let ending = try await passculture.run(["certify", "platform", "--url", server.baseURL])
        #expect(ending.code == 0, "\(ending.output.suffix(4_000))\(ending.error.suffix(1_000))")
        #expect(ending.output.hasPrefix("MUST: "))
        #expect(ending.output.contains("Profile seen: \(profile.rawValue)."))
        await server.stop()
    }

    @Test func `without control some musts stay open: 4`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(control: false))
        let ending = try await passculture.run(["certify", "platform", "--url", server.baseURL])
        #expect(ending.code == 4, "\(ending.output.suffix(4_000))")
        #expect(ending.output.contains("passculture mock"))
        await server.stop()
    }

    @Test func `an empty selection is 3, before anything connects`() async throws {
        let ending = try await passculture.run(
            ["certify", "platform", "--url", "http://127.0.0.1:1", "--only", "no-such-check"])
        #expect(ending.code == 3)
        #expect(ending.error.contains("passculture requirements"))
    }

    @Test func `a closed port is 2`() async throws {
        let ending = try await passculture.run(["certify", "platform", "--url", "http://127.0.0.1:1"])
        #expect(ending.code == 2)
        #expect(ending.error.contains("passculture mock"))
    }

    @Test(arguments: [
        "https://backend.passculture.beta.gouv.fr", "https://BACKEND.passculture.beta.gouv.fr.:443/",
        "https://backend.passculture.app", "https://127.0.0.1@backend.passculture.app",
    ])
    func `production is refused, whatever is claimed`(url: String) async throws {
        for command in [["certify", "platform", "--url", url], ["journey", "--against", url]] {
            let ending = try await passculture.run(command + ["--i-own-this-environment"])
            #expect(ending.code == 3, "\(command)")
            #expect(ending.output.isEmpty)
        }
    }

    @Test func `another machine is tried only by its owner`() async throws {
        let ending = try await passculture.run(["certify", "platform", "--url", "http://192.0.2.1"])
        #expect(ending.code == 3)
        #expect(ending.error.contains("--i-own-this-environment"))
    }

    @Test(arguments: Profile.allCases)
    func `five journeys end with the transfers`(profile: Profile) async throws {
        let ending = try await passculture.run(["journey", "--json", "--profile", profile.rawValue])
        #expect(ending.code == 0, "\(ending.output.suffix(2_000))\(ending.error)")
        let report = try JSONValue(parsing: Array(ending.output.utf8))
        let journeys = try #require(report["journeys"]?.arrayValue)
        #expect(journeys.map { $0["id"]?.stringValue } == ["cinema", "books", "show", "practice", "digital"])
        #expect(journeys.allSatisfy { $0["done"] == true })
        let transfers = journeys.flatMap { $0["transfers"]?.arrayValue ?? [] }
        #expect(!transfers.isEmpty)
        #expect(transfers.allSatisfy { ($0["cents"]?.intValue ?? 0) > 0 })
    }

    @Test func `a journey against a running platform tells what went over the wire`() async throws {
        let server = try await PlatformServer.start()
        let ending = try await passculture.run(
            ["journey", "--category", "books", "--against", server.baseURL, "--verbose"])
        #expect(ending.code == 0)
        // On a copy of the platform: the one that runs is left as it is.
        #expect(ending.output.contains("curl -sS -i -X POST 'http://127.0.0.1:"))
        #expect(ending.output.contains("1 of 1 journeys done"))
        #expect(!ending.output.contains("session="), "cookies are masked")
        await server.stop()
    }
}
