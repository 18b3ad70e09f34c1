// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Going back to a seed")
struct ReseedingTests {
    private func send(_ method: String, _ path: String, _ body: JSONValue? = nil, to base: String) async -> RawExchange
    {
        await RawExchange.send(
            method, "/_control" + path, to: base, headers: [("Content-Type", "application/json")],
            body: body?.serialized())
    }

    private func withCinema(_ test: (PlatformServer) async throws -> Void) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(seed: try BuiltInSeed.cinema.seed()))
        do { try await test(server) } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @Test("a reset goes back to what the seed left, at that instant, countermarks included; a fork's reset too")
    func resets() async throws {
        try await withCinema { server in
            let transfers = await send("GET", "/transfers", to: server.baseURL).json
            #expect(transfers?.arrayValue?.count == 1)
            let forked = await send("POST", "/forks", to: server.baseURL).json
            let fork = try #require(forked?["base"]?.stringValue)
            for base in [server.baseURL, fork] {
                let mails = await send("GET", "/mails", to: base).json
                _ = await send("POST", "/clock/advance", ["by": 8_640_000], to: base)
                #expect(await send("GET", "/transfers", to: base).json?.arrayValue?.count != 1)
                let reset = await send("POST", "/reset", to: base)
                #expect(reset.json?["now"] == "2018-12-18T09:00:00Z")
                #expect(await send("GET", "/transfers", to: base).json == transfers)
                #expect(await send("GET", "/mails", to: base).json?.arrayValue?.count == mails?.arrayValue?.count)
                #expect(await send("GET", "/clock", to: base).json?["mode"] == "frozen")
            }
        }
    }

    @Test("the mails that a seed sent link to where the platform listens")
    func mailLinks() async throws {
        let text = #"""
            {"steps": [{"request": "POST /users/signup/webapp", "body": {"email": "a@x.fr",
              "password": "Azerty123456!@", "publicName": "Lea", "contact_ok": true}}]}
            """#
        let server = try await PlatformServer.start(PlatformConfiguration(seed: try Seed(parsing: text.utf8)))
        for _ in 0..<2 {
            let mails = await send("GET", "/mails?to=a@x.fr", to: server.baseURL).text
            #expect(mails.contains(server.baseURL + "/validate/user/"))
            #expect(!mails.contains("platform.invalid"))
            _ = await send("POST", "/reset", to: server.baseURL)
        }
        await server.stop()
    }

    @Test("another seed can be played on a running platform; one that fails changes nothing")
    func anotherSeed() async throws {
        try await withCinema { server in
            let base = server.baseURL
            let failing: JSONValue = ["steps": [["request": "GET /users/current"]]]
            let failed = await send("POST", "/seed", failing, to: base)
            #expect(failed.status == 409)
            #expect(failed.json?["error"]?.stringValue?.contains("step 1") == true)
            #expect(await send("POST", "/seed", ["name": "opera"], to: base).status == 400)
            #expect(await send("POST", "/seed", ["stpes": []], to: base).status == 400)
            #expect(await send("GET", "/transfers", to: base).json?.arrayValue?.count == 1)
            let books = await send("POST", "/seed", ["name": "practice"], to: base)
            #expect(books.status == 200)
            #expect(books.json?["now"] == "2018-12-12T13:05:00Z")
            #expect(books.json?["show"]?[0]?["email"] == "accueil@atelier.example")
            _ = await send("POST", "/clock/advance", ["by": 3_600], to: base)
            #expect(await send("POST", "/reset", to: base).json?["now"] == "2018-12-12T13:05:00Z")
            #expect(await send("POST", "/seed", ["steps": []], to: base).json?["show"] == [])
            #expect(server.service.read { state, _ in state.users.count } == 0)
        }
    }

    @Test("a seed's time on a running platform is its own, and does not hang on the one that came before")
    func ownTime() async throws {
        try await withCinema { server in
            let before = SystemClock.now()
            let told = await send("POST", "/seed", ["steps": []], to: server.baseURL).json
            let now = try #require(told?["now"]?.stringValue.flatMap { Instant(iso8601: $0) })
            #expect(now >= before)
            #expect(await send("GET", "/clock", to: server.baseURL).json?["mode"] == "ticking")
        }
    }

    @Test("what it leaves open is as whoever started the platform said, also after another seed")
    func startersTime() async throws {
        let start = try #require(Instant(iso8601: "2018-12-01T08:00:00Z"))
        let server = try await PlatformServer.start(PlatformConfiguration(start: start, clock: .frozen))
        let seeds: [(JSONValue, JSONValue)] = [
            (["name": "practice"], "2018-12-12T13:05:00Z"), (["steps": []], "2018-12-01T08:00:00Z"),
        ]
        for (seed, now) in seeds {
            #expect(await send("POST", "/seed", seed, to: server.baseURL).json?["now"] == now)
            #expect(await send("GET", "/clock", to: server.baseURL).json?["mode"] == "frozen")
        }
        await server.stop()
    }

    @Test(
        "the faults and the limit that steps enter hold, whether the platform starts with them, in memory or kept, or is furnished later",
        arguments: [(false, false), (true, false), (false, true), (true, true)])
    func faults(isLater: Bool, isKept: Bool) async throws {
        let seed: JSONValue = [
            "steps": [
                [
                    "request": "POST /_control/faults", "as": "team",
                    "body": ["fault": "status", "status": 503, "path": "/health"],
                ],
                ["request": "PUT /_control/rateLimit", "as": "team", "body": ["perMinute": 3]],
            ]
        ]
        let data = try TemporaryData()
        do {
            var configuration = PlatformConfiguration(edition: .both)
            if isKept { configuration.data = data.path }
            if !isLater { configuration.seed = try Seed(parsing: seed.serialized()) }
            let server = try await PlatformServer.start(configuration)
            if isLater { #expect(await send("POST", "/seed", seed, to: server.baseURL).status == 200) }
            #expect(await send("GET", "/faults", to: server.baseURL).json?.arrayValue?.count == 1)
            #expect(await send("GET", "/rateLimit", to: server.baseURL).json?["perMinute"] == 3)
            let health = await RawExchange.send("GET", "/health", to: server.baseURL, headers: [])
            #expect(health.status == 503, "\(isLater)")
            #expect(await send("POST", "/seed", ["steps": []], to: server.baseURL).status == 200)
            #expect(await send("GET", "/faults", to: server.baseURL).json?.arrayValue?.count == 0)
            await server.stop()
        }
    }

    @Test("a step that would start a fork is told that a seed starts none, not that too many run")
    func forks() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration())
        let seed: JSONValue = ["steps": [["request": "POST /_control/forks", "as": "team"]]]
        let refused = await send("POST", "/seed", seed, to: server.baseURL)
        #expect(refused.status >= 400)
        #expect(refused.text.contains("A seed starts no forks"), "\(refused.text)")
        await server.stop()
    }

    @Test("a seed of an edition that is not served is refused, and changes nothing; where both are, it is played")
    func otherEdition() async throws {
        try await withCinema { server in
            let refused = await send("POST", "/seed", ["name": "till"], to: server.baseURL)
            #expect(refused.status == 409)
            #expect(
                refused.json?["error"] == "The seed is of the edition publicV1, and this platform serves prototype2018")
            #expect(refused.json?["hint"]?.stringValue?.contains("--edition both") == true)
            #expect(await send("GET", "/transfers", to: server.baseURL).json?.arrayValue?.count == 1)
        }
        let portal: JSONValue = ["edition": "prototype2018", "steps": []]
        for edition in [Edition.both, .publicV1] {
            let server = try await PlatformServer.start(PlatformConfiguration(edition: edition))
            #expect(await send("POST", "/seed", ["name": "till"], to: server.baseURL).status == 200)
            let answer = await send("POST", "/seed", portal, to: server.baseURL)
            #expect(answer.status == (edition == .both ? 200 : 409))
            #expect(await send("POST", "/seed", ["steps": []], to: server.baseURL).status == 200, "one of any edition")
            await server.stop()
        }
    }

    @Test("the built-in seeds are listed as they are written, and can be sent back")
    func listed() async throws {
        try await withServer { server in
            let seeds = try #require(await send("GET", "/seeds", to: server.baseURL).json?.objectValue)
            #expect(seeds.keys == BuiltInSeed.allCases.map(\.rawValue))
            let sent = await send("POST", "/seed", seeds["show"], to: server.baseURL)
            #expect(sent.json?["now"] == "2018-12-18T09:00:00Z")
        }
    }

    @Test("whoever starts the platform may say otherwise than the seed where its time starts and whether it passes")
    func overridden() throws {
        let seed = try BuiltInSeed.cinema.seed()
        #expect(PlatformConfiguration(seed: seed).settings.start?.iso8601 == "2018-12-03T08:00:00Z")
        #expect(PlatformConfiguration(seed: seed).settings.clockMode == .frozen)
        let start = try #require(seed.start) + .days(-1)
        let told = PlatformConfiguration(start: start, clock: .ticking, seed: seed).settings
        #expect(told.start == start)
        #expect(told.clockMode == .ticking)
        #expect(PlatformConfiguration().settings.clockMode == .ticking)
    }
}
