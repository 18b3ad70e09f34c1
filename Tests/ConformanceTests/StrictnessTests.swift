// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Synchronization
import TestSupport
import Testing

@testable import Conformance

@Suite("Platforms that come close")
struct StrictnessTests {
    private typealias Reply = Manner.Reply

    private func check(
        _ id: String, _ script: @escaping @Sendable (String, String, [UInt8]) -> Manner.Reply?
    ) async throws -> CheckResult {
        let server = try SocketServer.pretending(.scripted(script))
        defer { server.stop() }
        let configuration = CertificationConfiguration(
            url: server.url, selection: Selection(only: [id]), seed: 5, parallelism: 1)
        return try #require(await CertificationRun(configuration).run().checks.first)
    }

    @Test func aFeedThatNeverEndsDecidesNothing() async throws {
        let count = Mutex(0)
        let server = try SocketServer.pretending(
            .scripted { _, path, _ in
                guard path == "/recommendations" else { return nil }
                let next = count.withLock { number in
                    number += 1
                    return number
                }
                return Reply(status: 200, body: "[{\"id\":\"R\(next)\",\"offerId\":\"O\(next)\"}]")
            })
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.url, seed: 5))
        let wire = Wire(world: world, recorder: Recorder())
        let offer = Offer(id: "ZZ", subjectId: "ZZ", name: "x", offererId: "AE", venueId: "AE")
        do {
            let shown = try await wire.isShown(offer, to: .nobody)
            Issue.record("it is said to be \(shown ? "shown" : "hidden")")
        } catch Interruption.inconclusive(let sentence) {
            #expect(sentence.english.contains("40 times"))
        }
    }

    @Test func aHostileHeaderIsNamed() async throws {
        let count = Mutex(0)
        let result = try await check("hostile/headers") { method, path, _ in
            if path == "/things" { return Reply(status: 400, body: #"{"name":["x"]}"#) }
            guard method == "GET", path == "/users/current" else { return nil }
            let number = count.withLock { count in
                count += 1
                return count
            }
            // The first is asked before the check, which sends eleven.
            return number == 4 ? Reply(status: 500, body: "boom") : Reply(status: 401, body: #"{"global":["x"]}"#)
        }
        #expect(result.verdict == .fail)
        let expected = try #require(result.evidence?.expected.english)
        #expect(expected.contains("after the header Authorization: Basic Og== (3 of 11)"), "\(expected)")
        #expect(result.evidence?.curl?.contains("-H 'Authorization: Basic Og=='") == true)
    }

    @Test func aMandatoryFieldHasItsOwnSentence() async throws {
        let result = try await check("accounts/sign-up/mandatory") { _, path, _ in
            guard path == "/users/signup/pro" else { return nil }
            return Reply(status: 400, body: "{\"publicName\":[\"non\"]}")
        }
        #expect(result.verdict == .fail)
        #expect(result.evidence?.expected.english.contains("Cette information est obligatoire") == true)
        #expect(result.requests == 1)
    }

    @Test func whoRefusesEverySignUpHasNotShownThatNobodyMakesAnAdministrator() async throws {
        let result = try await check("privacy/no-self-made-admin") { _, path, _ in
            path == "/users/signup" ? Reply(status: 400, body: "{\"password\":[\"non\"]}") : nil
        }
        #expect(result.verdict == .skip)
        #expect(result.requests == 2)
    }

    @Test func whoRefusesTheKeyAloneHas() async throws {
        let result = try await check("privacy/no-self-made-admin") { _, path, body in
            guard path == "/users/signup" else { return nil }
            return String(decoding: body, as: UTF8.self).contains("isAdmin")
                ? Reply(status: 400, body: "{\"isAdmin\":[\"non\"]}") : Reply(status: 201, body: "{\"isAdmin\":false}")
        }
        #expect(result.verdict == .pass)
    }

    @Test func aColleagueWhoEntersAnIBANFailsTheOneAdministrator() async throws {
        let result = try await check("structures/bank/one-person", yes(control: true))
        #expect(result.verdict == .fail)
        #expect(result.evidence?.expected.english == "403")
    }

    @Test func anOfferThatWasNeverShownHasNotBeenHiddenByDeactivatingIt() async throws {
        let result = try await check("visibility/deactivated", yes(control: false))
        #expect(result.verdict == .skip)
        #expect(result.evidence?.expected.english == "PUT /recommendations with the offer AE")
    }

    /// A platform that makes whatever it is asked to make, lets everybody change everything and shows nothing.
    private func yes(control: Bool) -> @Sendable (String, String, [UInt8]) -> Manner.Reply? {
        let siren = Sirens()
        return { method, path, body in
            let json = try? JSONValue(parsing: body)
            if path == "/users/signup", let own = json?["siren"]?.stringValue { siren.last.withLock { $0 = own } }
            switch (method, path) {
            case ("GET", "/_control/clock"):
                return control ? Reply(status: 200, body: "{\"now\":\"2026-12-01T00:00:00Z\"}") : nil
            case ("PUT", "/recommendations"): return Reply(status: 200, body: "[]")
            case ("POST", _): return Reply(status: 201, body: "{\"id\":\"AE\",\"offers\":[{\"id\":\"AE\"}]}")
            case ("PATCH", _): return Reply(status: 200, body: "{}")
            case ("GET", "/offerers"):
                let venue = "{\"id\":\"AE\",\"isVirtual\":true}"
                let own = siren.last.withLock { $0 }
                return Reply(
                    status: 200,
                    body: "[{\"id\":\"AE\",\"name\":\"S\",\"siren\":\"\(own)\",\"managedVenues\":[\(venue)]}]")
            default: return nil
            }
        }
    }

    /// The SIREN of the last structure that signed up.
    private final class Sirens: Sendable {
        let last = Mutex("")
    }
}
