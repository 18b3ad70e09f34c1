// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Who may call, how often, and what is answered off the routes: today §1.
@Suite struct PublicAccessTests {
    private static let noKey = #"401 {"auth":"API key required"}"#
    private static let list = "/public/bookings/v1/bookings"

    @Test("a key is asked for before anything else is looked at")
    func authentication() async throws {
        try await TodayPlatform.run { platform in
            let base = platform.server.baseURL
            for target in [Self.list, Self.list + "?limit=99", "/public/providers/v1/provider"] {
                #expect(line(await RawExchange.send("GET", target, to: base)) == Self.noKey)
                for value in ["Basic YTpi", "Bearer ", "Bearer faux", "bearer \(platform.key)", platform.key] {
                    let answer = await RawExchange.send(
                        "GET", target, to: base, headers: [("Authorization", value)])
                    #expect(line(answer) == Self.noKey, "\(target)")
                }
            }
            let answer = await RawExchange.send(
                "PATCH", "/public/providers/v1/provider", to: base, json: "{")
            #expect(line(answer) == Self.noKey)
        }
    }

    @Test("what is no whole number where one belongs is no path, whoever asks")
    func noNumber() async throws {
        try await TodayPlatform.run { platform in
            for target in [
                "/public/offers/v1/events/abc", "/public/offers/v1/events/1/dates/-2", "/public/offers/v1/products/1.0",
            ] {
                let method = target.contains("dates") ? "PATCH" : "GET"
                #expect(line(await RawExchange.send(method, target, to: platform.server.baseURL)) == "404 {}")
                #expect(line(await platform.send(method, target)) == "404 {}")
            }
            #expect(
                line(await RawExchange.send("GET", "/public/offers/v1/events/1", to: platform.server.baseURL))
                    == Self.noKey)
        }
    }

    @Test("a provider that was switched off is told so, and may call again once it is on")
    func inactive() async throws {
        try await TodayPlatform.run { platform in
            await platform.control("PATCH", "/providers/\(platform.providerID)", #"{"isActive": false}"#)
            #expect(line(await platform.send("GET", Self.list)) == #"403 {"auth":["Inactive provider"]}"#)
            await platform.control("PATCH", "/providers/\(platform.providerID)", #"{"isActive": true}"#)
            #expect(await platform.send("GET", Self.list).status == 400)
        }
    }

    @Test("the 201st call in a minute is refused, and the next minute begins anew; each key counts for itself")
    func rateLimit() async throws {
        try await TodayPlatform.run { platform in
            let other = await platform.control("POST", "/providers")
            for _ in 0..<200 { #expect(await platform.send("GET", "/public/providers/v1/provider").status == 200) }
            #expect(
                line(await platform.send("GET", Self.list))
                    == #"429 {"global":["Nombre de tentatives de connexion dépassé, veuillez réessayer dans une minute"]}"#
            )
            let key = try #require(other.json?["apiKey"]?.stringValue)
            #expect(await platform.send("GET", "/public/providers/v1/provider", key: key).status == 200)
            await platform.control("POST", "/clock/advance", #"{"by": 59}"#)
            #expect(await platform.send("GET", Self.list).status == 429)
            await platform.control("POST", "/clock/advance", #"{"by": 1}"#)
            #expect(await platform.send("GET", Self.list).status == 400)
            #expect(await platform.control("GET", "/rateLimit").json == ["perMinute": 200])
            await platform.control("PUT", "/rateLimit", #"{"perMinute": 2}"#)
            #expect(await platform.send("GET", Self.list).status == 400)
            #expect(await platform.send("GET", Self.list).status == 429)
            await platform.control("PUT", "/rateLimit", #"{"perMinute": null}"#)
            #expect(platform.server.service.fork().rateLimiter.limit == nil, "a copy has the limit of its original")
            #expect(await platform.send("GET", Self.list).status == 400)
        }
    }

    @Test("off the routes there is an empty object, and another method is told that there is none")
    func offTheRoutes() async throws {
        try await TodayPlatform.run { platform in
            let old = await RawExchange.send("GET", "/bookings/token/AAAAAA", to: platform.server.baseURL)
            #expect(line(old) == "404 {}")
            for target in ["/public/nulle/part", "/", "/public/providers/v1/venues/AE"] {
                let method = target.hasSuffix("AE") ? "PATCH" : "GET"
                #expect(line(await platform.send(method, target)) == "404 {}", "\(target)")
            }
            let answer = await platform.send("DELETE", Self.list)
            #expect(
                line(answer) == #"405 {"global":["La méthode que vous utilisez n'existe pas sur notre serveur"]}"#)
        }
    }

    @Test("each edition has its routes; both has all, and each its own words off them")
    func editions() async throws {
        func status(_ edition: Edition?, _ target: String) async throws -> Int {
            var configuration = PlatformConfiguration()
            configuration.edition = edition
            let server = try await PlatformServer.start(configuration)
            let answer = await RawExchange.send("GET", target, to: server.baseURL, headers: [portal])
            await server.stop()
            return answer.status
        }
        #expect(try await status(nil, Self.list) == 404)
        #expect(try await status(nil, "/health") == 200)
        #expect(try await status(.publicV1, Self.list) == 401)
        #expect(try await status(.publicV1, "/health") == 404)
        #expect(try await status(.both, Self.list) == 401)
        #expect(try await status(.both, "/health") == 200)
        try await TodayPlatform.run(edition: .both) { platform in
            #expect(line(await platform.send("GET", "/public/rien")) == "404 {}")
            let answer = await RawExchange.send("GET", "/rien", to: platform.server.baseURL, headers: [portal])
            #expect(answer.header("content-type") == "text/html")
        }
    }

    @Test("the OpenAPI document is that of the edition served", arguments: Edition.allCases)
    func document(edition: Edition) throws {
        let document = try JSONValue(parsing: Array(OpenAPIDocument.text(control: false, edition: edition).utf8))
        let paths = try #require(document["paths"]?.objectValue?.keys)
        #expect(paths.contains { $0.hasPrefix("/public/") } == edition.hasPublicV1)
        #expect(paths.contains("/bookings/token/{token}") == edition.hasPrototype)
        #expect((document["components"]?["schemas"]?["PublicBooking"] != nil) == edition.hasPublicV1)
        #expect((document["components"]?["schemas"]?["CheckedCountermark"] != nil) == edition.hasPrototype)
    }

    @Test("the journal tells by the countermark what was asked about it, in today's edition too")
    func journal() async throws {
        try await TodayPlatform.run { platform in
            let token = try #require(try await platform.booking("confirmedProduct")["token"]?.stringValue)
            _ = await platform.send("GET", "/public/bookings/v1/token/\(token)")
            _ = await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)")
            let kept = platform.server.service.journal.excerpt().entries.map(\.countermark)
            #expect(kept == [token, token])
            #expect(JournalEntry.countermarkPlace(in: ["", "public", "offers", "token", token]) == nil)
        }
    }

    @Test("no key and no signing key is told by anything but the answer that made them")
    func secrets() async throws {
        try await TodayPlatform.run { platform in
            let made = await platform.control("POST", "/providers", #"{"apiKey": "cle-a-moi", "hmacKey": "signe-moi"}"#)
            #expect(made.json?["apiKey"] == "cle-a-moi")
            #expect(made.json?["hmacKey"] == "signe-moi")
            #expect(await platform.send("GET", "/public/providers/v1/provider", key: "cle-a-moi").status == 200)
            let twice = await platform.control("POST", "/providers", #"{"apiKey": "cle-a-moi"}"#)
            #expect(twice.status == 409)
            let texts = [
                await platform.control("GET", "/providers").text,
                await RawExchange.send("GET", "/_control/journal", to: platform.server.baseURL).text, twice.text,
                "\(platform.server.service.read { state, _ in Array(state.providers.records) })",
            ]
            for text in texts {
                #expect(!text.contains("cle-a-moi") && !text.contains("signe-moi") && !text.contains(platform.key))
            }
            let snapshot = await RawExchange.send("POST", "/_control/snapshots", to: platform.server.baseURL)
            let id = snapshot.json?["id"]?.stringValue ?? ""
            let lines = await RawExchange.send("GET", "/_control/snapshots/\(id)", to: platform.server.baseURL).text
            #expect(!lines.contains("cle-a-moi"))
        }
    }
}
