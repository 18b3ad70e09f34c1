// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

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
        try await withWorld { world, _ in
            let fault: JSONValue = [
                "fault": "status", "method": .string(row.method), "path": .string(row.path),
                "status": .number(JSONNumber(row.status)), "headers": ["Content-Type": "application/json"],
                "body": .string(row.body),
            ]
            let probe = Probe(world: world)
            try await Control(wire: probe.wire).ask("POST", "/_control/faults", fault)
            let isGreen: Bool
            do {
                try await check.run(probe)
                isGreen = true
            } catch Interruption.failed {
                isGreen = false
            }
            #expect(!isGreen, "\(check.id) passes")
        }
    }

    @Test("every check judges a row of the register, and every row has a check that a broken platform turns red")
    func rows() throws {
        let register = try Register(parsing: PublicV1OfferRows.text)
        #expect(Set(PublishingChecks.all.flatMap(\.requirements)) == Set(register.requirements.map(\.id)))
        #expect(Self.broken.map(\.check).sorted() == PublishingChecks.all.map(\.id).sorted())
    }
}
