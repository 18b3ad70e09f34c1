// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Sessions of films: today §3.6.
@Suite struct CinemaRoutesTests {
    private static let path = TodayPlatform.events + "/cinema_sessions"

    private func ask(_ platform: TodayPlatform, _ offers: [JSONValue]) async -> RawExchange {
        await platform.send(
            "PUT", Self.path,
            ["venueId": .number(JSONNumber(platform.venueID)), "offers": .array(offers)])
    }

    private func film(
        _ sessions: [JSONValue], id: String = "visa:123456", prices: [JSONValue] = [Self.price("P1", 900)],
        _ more: JSONObject = [:]
    ) -> JSONValue {
        var object: JSONObject = [
            "filmId": .string(id), "priceCategories": .array(prices), "stocks": .array(sessions),
        ]
        for (key, value) in more { object[key] = value }
        return .object(object)
    }

    private static func price(_ name: String, _ cents: Int, _ label: String = "Plein tarif") -> JSONValue {
        ["label": .string(label), "price": .number(JSONNumber(cents)), "idAtProvider": .string(name)]
    }

    private func session(
        _ name: String, at begin: String = "2026-01-19T19:00:00Z", price: String = "P1", quantity: JSONValue = 80
    ) -> JSONValue {
        [
            "beginningDatetime": .string(begin), "features": ["VO", "3D"], "idAtProvider": .string(name),
            "priceCategoryIdAtProvider": .string(price), "quantity": quantity,
        ]
    }

    private func pass(_ platform: TodayPlatform) async {
        await platform.control("POST", "/clock/advance", #"{"by": 5}"#)
    }

    private func events(_ platform: TodayPlatform) async -> [JSONValue] {
        let answer = await platform.send("GET", TodayPlatform.events + "?venueId=\(platform.venueID)")
        return answer.json?["events"]?.arrayValue ?? []
    }

    private func dates(_ platform: TodayPlatform, of event: JSONValue) async -> [JSONValue] {
        let id = event["id"]?.intValue ?? 0
        return await platform.send("GET", TodayPlatform.events + "/\(id)/dates").json?["dates"]?.arrayValue ?? []
    }

    @Test("what is asked for is there seconds later: the film, its price, its sessions")
    func made() async throws {
        try await TodayPlatform.run { platform in
            let asked = await ask(
                platform, [film([session("S1"), session("S2", at: "2026-01-20T19:00:00Z", quantity: "unlimited")])])
            #expect(line(asked) == "204")
            #expect(await events(platform) == [], "not yet")
            await pass(platform)
            let event = try #require(await events(platform).first)
            #expect(event["name"] == "Film (visa 123456)")
            #expect(event["categoryRelatedFields"]?["category"] == "SEANCE_CINE")
            #expect(event["categoryRelatedFields"]?["visa"] == "123456")
            #expect(event["priceCategories"]?[0]?["idAtProvider"] == "P1")
            let dates = await dates(platform, of: event)
            #expect(dates.map { $0["idAtProvider"] } == ["S1", "S2"])
            #expect(dates.map { $0["quantity"] } == [80, "unlimited"])
            #expect(dates[0]["bookingLimitDatetime"] == "2026-01-19T19:00:00Z")
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("sent again, it changes what it names and leaves the rest; the quantity is what is left")
    func changed() async throws {
        try await TodayPlatform.run { platform in
            _ = await ask(platform, [film([session("S1"), session("S2", at: "2026-01-20T19:00:00Z")])])
            await pass(platform)
            let event = try #require(await events(platform).first)
            let stock = await dates(platform, of: event)[0]["id"]
            _ = try await platform.book(stock)
            let again = film(
                [
                    session("S1", at: "2026-01-19T21:00:00Z", quantity: 10),
                    session("S3", at: "2026-01-21T19:00:00Z"), session("S4", price: "unknown"),
                ], prices: [Self.price("P1", 700)])
            _ = await ask(platform, [again])
            await pass(platform)
            #expect(await events(platform).count == 1)
            let dates = await dates(platform, of: event)
            #expect(dates.map { $0["idAtProvider"] } == ["S1", "S2", "S3"])
            #expect(dates[0]["beginningDatetime"] == "2026-01-19T21:00:00Z")
            #expect(dates[0]["quantity"] == 11)
            #expect(dates.map { $0["priceCategory"]?["price"] } == [700, 700, 700])
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    /// Prices of a film, an order of them, and what they are then.
    struct Prices: Sendable, CustomTestStringConvertible {
        let before: [String]
        let ordered: [String]
        let after: [String]
        var testDescription: String { "\(before) then \(ordered)" }
    }

    static let orders = [
        Prices(
            before: ["A Plein 900", "B Réduit 600"], ordered: ["A Réduit 600", "B Plein 900"],
            after: ["A Réduit 600", "B Plein 900"]),
        Prices(
            before: ["A Plein 900", "B Réduit 600"], ordered: ["A Réduit 600", "B Enfant 400"],
            after: ["A Réduit 600", "B Enfant 400"]),
        Prices(
            before: ["A Plein 900", "B Réduit 600"], ordered: ["A Réduit 600", "C Plein 900"],
            after: ["A Plein 900", "B Réduit 600"]),
        Prices(
            before: ["A Plein 900"], ordered: ["A Matin 500", "B Plein 900", "C Plein 900"],
            after: ["A Matin 500", "B Plein 900"]),
    ]

    @Test(
        "prices are judged by what all of them come to: two may swap, and what would stand there twice is left out",
        arguments: orders)
    func swapped(prices: Prices) async throws {
        try await TodayPlatform.run { platform in
            func read(_ texts: [String]) -> [JSONValue] {
                texts.map { text in
                    let words = text.split(separator: " ").map(String.init)
                    return Self.price(words[0], Int(words[2]) ?? 0, words[1])
                }
            }
            for order in [prices.before, prices.ordered] {
                let sent = film([session("S1", price: "A")], prices: read(order))
                #expect(line(await ask(platform, [sent])) == "204")
                await pass(platform)
            }
            let event = try #require(await events(platform).first)
            let found = (event["priceCategories"]?.arrayValue ?? []).map { price in
                let (name, label) = (price["idAtProvider"]?.stringValue ?? "", price["label"]?.stringValue ?? "")
                return "\(name) \(label) \(price["price"]?.intValue ?? -1)"
            }
            #expect(found.sorted() == prices.after)
            let paid = await dates(platform, of: event)[0]["priceCategory"]?["price"]?.intValue ?? -1
            #expect(prices.after[0].hasSuffix(" \(paid)"), "the session goes at what its price is now")
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("a link that is cut before it is carried out leaves nothing to do, of a film that is there already too")
    func cut() async throws {
        try await TodayPlatform.run { platform in
            _ = await ask(platform, [film([session("S1")])])
            await pass(platform)
            _ = await ask(platform, [film([session("S1", quantity: 10)])])
            await platform.link(false)
            await pass(platform)
            await platform.link(true)
            await pass(platform)
            let event = try #require(await events(platform).first)
            #expect(await dates(platform, of: event)[0]["quantity"] == 80)
            #expect(platform.server.service.read { state, _ in state.violations } == [])
        }
    }

    @Test("two films of one call are two offers, each in its turn, and are kept as they were asked for")
    func kept() async throws {
        let data = try TemporaryData()
        var venueID = Identifier<Venue>(0)
        try await TodayPlatform.run(data: data.path) { platform in
            venueID = Identifier(Int64(platform.venueID))
            let films = [film([session("S1")]), film([session("S2", quantity: "unlimited")], id: "allocine_id:42")]
            #expect(await ask(platform, films).status == 204)
        }
        var configuration = PlatformConfiguration(edition: .publicV1, clock: .frozen)
        configuration.data = data.path
        let server = try await PlatformServer.start(configuration)
        try await server.service.advance(.by(.seconds(5)))
        let (films, sessions) = server.service.read { [venueID] state, _ in
            (
                ["visa:123456", "allocine_id:42"].map { state.offer(film: $0, at: venueID) != nil },
                state.stocks.records.map(\.available)
            )
        }
        #expect(films == [true, true])
        #expect(sessions == [80, nil])
        await server.stop()
    }

    @Test("what is wrong is refused by its path, and nothing is asked for then")
    func refused() async throws {
        try await TodayPlatform.run { platform in
            let cases: [(JSONValue, String)] = [
                (film([session("S1")], id: "imdb:1"), "400 offers.0.filmId"),
                (film([]), "400 offers.0.stocks"),
                (film([session("S1")], prices: []), "400 offers.0.priceCategories"),
                (film([session("S1", at: "2026-01-01T00:00:00Z")]), "400 offers.0.stocks.0.beginningDatetime"),
                (film([session("S1", at: "2026-01-19T19:00:00")]), "400 offers.0.stocks.0.beginningDatetime"),
                (film([session("S1", quantity: -1)]), "400 offers.0.stocks.0.quantity"),
                (film([session("S1")], ["address": ["id": 99]]), "404 offers.0.address.id"),
                (film([session("S1")], ["colour": "red"]), "400 offers.0.colour"),
            ]
            for (offer, expected) in cases { #expect(refusal(await ask(platform, [offer])) == expected) }
            #expect(refusal(await ask(platform, [])) == "400 offers")
            let foreign = await platform.send(
                "PUT", Self.path, ["venueId": 999, "offers": .array([film([session("S1")])])])
            #expect(line(foreign) == #"404 {"global":"Venue cannot be found"}"#)
            await pass(platform)
            #expect(await events(platform) == [])
        }
    }
}
