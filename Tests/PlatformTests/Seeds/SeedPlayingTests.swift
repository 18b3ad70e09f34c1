// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("Playing a seed")
struct SeedPlayingTests {
    private func furnished(_ text: String, _ profile: Profile = .documented) async throws -> (Service, Furnished) {
        let service = try makeService(profile)
        return (service, try await service.furnish(Seed(parsing: text.utf8)))
    }

    private func service(_ seed: BuiltInSeed, _ profile: Profile) async throws -> (Service, Furnished) {
        let service = Service(PlatformConfiguration(profile: profile, randomSeed: 7, seed: try seed.seed()).settings)
        return (service, try await service.furnish(seed.seed()))
    }

    @Test(
        "every built-in seed of 2018 plays in both profiles, and its countermarks are what it says",
        arguments: Profile.allCases
    )
    func builtIn(profile: Profile) async throws {
        for seed in BuiltInSeed.allCases where try seed.seed().edition == nil {
            let (service, furnished) = try await service(seed, profile)
            #expect(furnished.title != nil)
            var standings: Set<Furnished.Standing> = []
            for case .countermark(let code, let standing) in furnished.items.map(\.what) {
                let booking = try #require(service.read { state, _ in state.booking(token: code) })
                #expect(booking.isUsed == (standing == .alreadyValidated))
                standings.insert(standing)
            }
            #expect(standings == [.valid, .alreadyValidated, .cancelled], "\(seed)")
            let logIn = try #require(
                furnished.items.lazy.compactMap {
                    if case .person(let email, let word) = $0.what { (email, word) } else { nil }
                }
                .first)
            let caller = await service.caller(cookies: [], authorization: basic(logIn.0, logIn.1).1)
            guard case .user = caller.actor else { throw NotThere(what: "\(seed): \(logIn.0)") }
        }
    }

    @Test("the journeys leave behind them what the guide says of money (G22 to G26)")
    func money() async throws {
        let expected: [BuiltInSeed: [Int64]] = [.cinema: [1_300], .books: [1_250], .show: [1_800], .digital: [999]]
        for (seed, cents) in expected {
            let (service, _) = try await service(seed, .documented)
            #expect(service.read { state, _ in state.transfers.records.map(\.amount.cents) } == cents, "\(seed)")
            #expect(service.clock().mode == .frozen)
        }
        let (books, furnished) = try await service(.books, .documented)
        let code = try #require(furnished.items.first { $0.id == "not-fetched" })
        guard case .countermark(_, .cancelled) = code.what else { throw NotThere(what: "a book nobody fetched") }
        #expect(books.read { state, _ in state.offers.count } == 1)
    }

    @Test("the same random seed gives the same countermarks")
    func repeated() async throws {
        let (first, second) = (try await service(.demo, .documented).1, try await service(.demo, .documented).1)
        #expect(first.items.map(\.what) == second.items.map(\.what))
    }

    @Test("time goes where a step says; an answer that was not expected stops it there, and says what was seen")
    func failing() async throws {
        let (service, _) = try await furnished(
            #"""
            {"steps": [
              {"at": "+P1D"}, {"at": "2018-12-10T00:00:00Z", "request": "GET /users/current", "expect": 401},
              {"profile": "observed", "request": "GET /nowhere"}, {"profile": "documented", "at": "${now+PT1H}"}]}
            """#)
        #expect(service.now().iso8601 == "2018-12-10T01:00:00Z")
        for (text, sentence) in [
            (
                #"{"steps": [{"name": "me", "request": "GET /users/current"}]}"#,
                "step 1 (me): GET /users/current was to answer 2xx and answered 401"
            ),
            (#"{"steps": [{"request": "GET /nowhere"}]}"#, "answered 404"),
            (#"{"steps": [{"request": "PUT /users/current"}]}"#, "answered 405"),
            (#"{"steps": [{"at": "2018-12-01T00:00:00Z"}]}"#, "time does not go back"),
        ] {
            let error = await #expect(throws: SeedError.self) { _ = try await furnished(text) }
            #expect(error?.english.contains(sentence) == true, "\(error?.english ?? "")")
            #expect(error?.isMalformed == false)
        }
        for text in [
            #"{"steps": [{"profile": "other", "request": "GET /types"}]}"#,
            #"{"steps": [{"as": "nobody", "request": "GET /users/current"}]}"#, #"{"steps": [{"at": "soon"}]}"#,
            #"{"show": [{"label": "x", "person": "nobody"}]}"#,
        ] {
            let error = await #expect(throws: SeedError.self) { _ = try await furnished(text) }
            #expect(error?.isMalformed == true)
        }
    }

    @Test("a reference in a path is percent-encoded, so that a plus sign stays one")
    func encoding() async throws {
        let (_, shown) = try await service(.digital, .documented)
        #expect(shown.items.contains { $0.id == "already-validated" })
        let (service, furnished) = try await furnished(
            #"""
            {"steps": [{"name": "young", "request": "POST /users/signup", "body": {"email": "a+b@x.fr", "password":
              "Azerty123456!@", "publicName": "Léa & co", "contact_ok": true}},
              {"as": "young", "request": "GET /recommendations?keywords=${young.publicName}"}],
             "show": [{"label": "who", "person": "young"}]}
            """#)
        #expect(furnished.items.map(\.what) == [.person(email: "a+b@x.fr", password: "Azerty123456!@")])
        #expect(service.read { state, _ in state.users.count } == 1)
    }

    @Test("somebody who signs up without a session logs in with what they signed up with")
    func basicLogIn() async throws {
        let error = await #expect(throws: SeedError.self) {
            _ = try await furnished(
                #"""
                {"steps": [{"name": "young", "request": "POST /users/signup/webapp", "body": {"email": "a@x.fr",
                  "password": "Azerty123456!@", "publicName": "Lea", "contact_ok": true}},
                  {"as": "young", "request": "GET /users/current"}]}
                """#)
        }
        // The address was not validated: that is the log-in's own refusal.
        #expect(error?.english.contains("Ce compte n'est pas valid") == true)
    }
}

/// What a seed should have made is not there.
private struct NotThere: Error {
    let what: String
}
