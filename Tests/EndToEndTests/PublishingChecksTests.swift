// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Platform
import TestSupport
import Testing

@testable import Conformance

/// Checks 35 to 43 of today §8: the local platform passes them, and a platform that answers otherwise does not.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PublishingChecksTests {
    /// A check, and the answer of a broken platform that turns it red.
    static let broken: [(check: String, method: String, path: String, status: Int, body: String)] = [
        ("publisher/ean/known-and-unknown", "GET", "/public/offers/v1/products/ean", 200, #"{"products":[]}"#),
        ("publisher/ean/price", "POST", "/public/offers/v1/products/ean", 204, ""),
        ("publisher/ean/length", "POST", "/public/offers/v1/products/ean", 204, ""),
        ("publisher/ean/quantity", "GET", "/public/offers/v1/products/ean", 200, #"{"products":[]}"#),
        ("publisher/ean/availability", "GET", "/public/offers/v1/products/ean/check_availability", 200, "{}"),
        ("publisher/event/tickets", "POST", "/public/offers/v1/events", 200, "{}"),
        ("publisher/dates/refused", "POST", "/public/offers/v1/events/*/dates", 200, #"{"dates":[]}"#),
        ("publisher/dates/deleted", "DELETE", "/public/offers/v1/events/*/dates/*", 204, ""),
        ("publisher/settings/ticketing", "PATCH", "/public/providers/v1/provider", 200, "{}"),
        ("publisher/products/category", "POST", "/public/offers/v1/products", 200, "{}"),
    ]

    private func withWorld(_ test: (World, PlatformServer) async throws -> Void) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .both))
        do {
            try await test(try await World.open(CertificationConfiguration(url: server.baseURL)), server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @Test("the local platform passes", arguments: PublishingChecks.all.indices)
    func passes(index: Int) async throws {
        try await withWorld { world, _ in try await PublishingChecks.all[index].run(Probe(world: world)) }
    }

    @Test("a platform that answers otherwise turns its own check red", arguments: broken.indices)
    func turnsRed(index: Int) async throws {
        let row = Self.broken[index]
        let check = try #require(PublishingChecks.all.first { $0.id == row.check })
        let pattern = Pattern(row.path)
        // Before the platform and its copies alike.
        let proxy = MutatingProxy { call in
            call.request.method == row.method && pattern.matches(String(call.path))
                ? ForwardedCall.Reply(row.status, row.body) : call.reply()
        }
        try await withWorld { _, server in
            let url = try proxy.stand(before: server.baseURL)
            let world = try await World.open(CertificationConfiguration(url: url, subject: .publicV1(apiKey: nil)))
            let isGreen: Bool
            do {
                try await check.run(Probe(world: world))
                isGreen = true
            } catch Interruption.failed {
                isGreen = false
            }
            #expect(!isGreen, "\(check.id) passes")
        }
        proxy.stop()
    }

    @Test("the clock of the judged platform is left alone, and what is due there stays due")
    func clockIsLeftAlone() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1, clock: .frozen))
        let shown = {
            try await HTTPClient().send(HTTPRequest(method: "GET", url: server.baseURL + "/_control/clock")).body
        }
        let before = try await shown()
        let result = await CertificationRun(
            CertificationConfiguration(url: server.baseURL, subject: .publicV1(apiKey: nil), seed: 5)
        ).run()
        #expect(result.checks.allSatisfy { $0.verdict == .pass || $0.reason == World.needsTicketOffice })
        let after = try await shown()
        #expect(try JSONValue(parsing: before)["now"] == JSONValue(parsing: after)["now"])
        await server.stop()
    }

    @Test("every check judges a row of the register, and every row has a check that a broken platform turns red")
    func rows() throws {
        let register = try Register(parsing: PublicV1OfferRows.text)
        #expect(Set(PublishingChecks.all.flatMap(\.requirements)) == Set(register.requirements.map(\.id)))
        #expect(Self.broken.map(\.check).sorted() == PublishingChecks.all.map(\.id).sorted())
    }
}
