// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import PassCulture
import TestSupport
import Testing

/// The sample that publishes, run as its reader runs it, on a platform of today.
@Suite("The sample that publishes", .timeLimit(.minutes(2)))
struct ShelfTests {
    private func run(
        _ arguments: [String], for house: PublishingHouse, at base: String, input: String = ""
    ) async throws -> Program.Ending {
        try await Program("shelf").run(
            arguments,
            environment: [
                "PASSCULTURE_URL": base, "PASSCULTURE_KEY": house.key, "PASSCULTURE_VENUE": "\(house.venue)",
            ], input: input)
    }

    @Test func `a shelf goes on sale, and what is not sold at pass Culture is said so`() async throws {
        let house = try await PublishingHouse()
        let platform = house.base
        // The platform's clock stands still: it is put forward as soon as a list has come, so that nobody waits.
        let proxy = MutatingProxy { call in
            let reply = call.reply()
            if call.request.method == "POST", call.path == "/public/offers/v1/products/ean" {
                _ = try? HTTPClient().sendBlocking(
                    HTTPRequest(
                        method: "POST", url: platform + "/_control/clock/advance",
                        headers: [HTTPHeader("Content-Type", "application/json")], body: Array(#"{"by": 5}"#.utf8)))
            }
            return reply
        }
        let ending = try await run(
            [], for: house, at: proxy.stand(before: platform),
            input: "9782070360024;860;3\n9782378761585;990;1\n9791234567896;500;2\n12;1;1\n")
        proxy.stop()
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        let lines = ending.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("9782070360024 en vente"), "\(lines)")
        #expect(lines.contains("9782378761585 non admis au pass Culture"))
        #expect(lines.contains("9791234567896 inconnu du pass Culture"))
        let product = try await house.publisher.products(eans: [EAN("9782070360024")], venue: house.venue).value?.first
        #expect(product?.stock?.priceCents == 860 && product?.stock?.total == .units(3))
        await house.close()
    }

    @Test func `a shelf that nobody answers says so, and ends as a failure`() async throws {
        let closed = try ClosedPort()
        let ending = try await Program("shelf").run(
            [],
            environment: [
                "PASSCULTURE_URL": "http://127.0.0.1:\(closed.port)", "PASSCULTURE_KEY": "local_shelf_key",
                "PASSCULTURE_VENUE": "7",
            ], input: "9782070360024;860;3\n")
        #expect(ending.code == 1)
        #expect(ending.output.hasPrefix("9782070360024 non envoyé\n") && ending.output.contains("never-sent"))
    }

    @Test func `a play is announced with its evenings`() async throws {
        let house = try await PublishingHouse()
        let ending = try await run(
            ["Le Cid", "Corneille", "CID", "40", "2026-12-03T19:30:00Z", "2026-12-04T19:30:00Z"], for: house,
            at: house.base)
        #expect(ending.code == 0 && ending.output.isEmpty, "\(ending.output)\(ending.error)")
        let play = try #require(
            try await house.publisher.events(venue: house.venue, idsAtProvider: ["CID"]).all().first)
        #expect(play.offer.name == "Le Cid" && play.priceCategories.map(\.priceCents) == [1_500])
        #expect(try await house.publisher.dates(of: play.id).all().map(\.total) == [.units(40), .units(40)])
        let past = try await run(
            ["Le Cid", "Corneille", "CID-2", "40", "2020-12-03T19:30:00Z"], for: house, at: house.base)
        #expect(past.code == 1)
        #expect(past.output.hasPrefix("dates refusées : dates.0.beginningDatetime"), "\(past.output)")
        await house.close()
    }
}
