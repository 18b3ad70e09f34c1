// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// Venues and a provider's own settings: today §3.1 and §4.1.
@Suite struct PublicSettingsTests {
    private static let provider = "/public/providers/v1/provider"

    @Test("structures come with the venues that let the provider act, by SIREN if told")
    func offererVenues() async throws {
        try await TodayPlatform.run { platform in
            _ = try await platform.booking("foreign")
            _ = try await platform.booking("inactiveLink")
            await platform.control("POST", "/venues", #"{"providerId": \#(platform.providerID)}"#)
            let all = await platform.send("GET", "/public/offers/v1/offerer_venues")
            let structures = try #require(all.json?.arrayValue)
            #expect(structures.count == 2)
            #expect(structures[0]["venues"]?[0]?["id"]?.intValue == platform.venueID)
            #expect(structures[0]["venues"]?[0]?["location"]?["type"] == "physical")
            let siren = try #require(structures[1]["offerer"]?["siren"]?.stringValue)
            let one = await platform.send("GET", "/public/offers/v1/offerer_venues?siren=\(siren)")
            #expect(one.json?.arrayValue == [structures[1]])
            #expect(line(await platform.send("GET", "/public/offers/v1/offerer_venues?siren=123456789")) == "200 []")
            for siren in ["12345678", "NC123", "12345678A"] {
                let answer = await platform.send("GET", "/public/offers/v1/offerer_venues?siren=\(siren)")
                #expect(answer.status == 400)
                #expect(answer.json?["siren"]?.arrayValue?.count == 1)
            }
        }
    }

    @Test("a venue is found by its SIRET while its link holds")
    func venue() async throws {
        try await TodayPlatform.run { platform in
            let all = await platform.send("GET", "/public/offers/v1/offerer_venues")
            let shown = try #require(all.json?[0]?["venues"]?[0])
            let siret = try #require(shown["siret"]?.stringValue)
            #expect(await platform.send("GET", "/public/offers/v1/venues/\(siret)").json == shown)
            let missing = #"404 {"global":"Venue cannot be found"}"#
            #expect(line(await platform.send("GET", "/public/offers/v1/venues/12345678900010")) == missing)
            #expect(await platform.send("GET", "/public/offers/v1/venues/123").json?["siret"]?[0] != nil)
            await platform.control(
                "POST", "/venueLinks",
                #"{"providerId": \#(platform.providerID), "venueId": \#(platform.venueID), "isActive": false}"#)
            #expect(line(await platform.send("GET", "/public/offers/v1/venues/\(siret)")) == missing)
            #expect(line(await platform.send("GET", "/public/offers/v1/offerer_venues")) == "200 []")
        }
    }

    @Test("addresses for tickets are set and unset together, and what is not sent stays")
    func urls() async throws {
        try await TodayPlatform.run { platform in
            func patch(_ json: String) async -> RawExchange { await platform.send("PATCH", Self.provider, json: json) }
            let half =
                #"400 {"ticketing_urls":["Your `booking_url` and `cancel_url` must be either both set or both unset"]}"#
            #expect(line(await patch(#"{"bookingUrl": "https://caisse.example/book"}"#)) == half)
            let both = await patch(
                #"{"bookingUrl": "https://caisse.example/book", "cancelUrl": "https://caisse.example/cancel"}"#)
            #expect(both.status == 200)
            #expect(both.json?["bookingUrl"] == "https://caisse.example/book")
            #expect(both.json?["notificationUrl"] == .null)
            let more = await patch(#"{"notificationUrl": "https://caisse.example/notify"}"#)
            #expect(more.json?["cancelUrl"] == "https://caisse.example/cancel")
            #expect(line(await patch(#"{"cancelUrl": null}"#)) == half)
            #expect(await platform.send("GET", Self.provider).json == more.json)
            #expect(line(await patch(#"{"logoUrl": "x"}"#)) == #"400 {"logoUrl":["extra fields not permitted"]}"#)
            for json in [#"{"notificationUrl": "caisse"}"#, #"{"notificationUrl": 5}"#, #"{"notificationUrl": ""}"#] {
                #expect(await patch(json).json?["notificationUrl"]?[0] != nil, "\(json)")
            }
            #expect(await patch("{").json?["global"] != nil)
            #expect(await patch(#"{"bookingUrl": null, "cancelUrl": null}"#).json?["bookingUrl"] == .null)
        }
    }

    /// Addresses that cannot be called, and a word of what is said of each.
    static let uncallable = [
        ("http://caisse.example/réservation", "percent-encode"), ("https://théâtre.example/", "xn--"),
        ("http://caisse.example/a b", "percent-encode"), ("ftp://caisse.example/", "scheme"), ("http://", "host"),
        ("http://:9/x", "host"), ("https://?x", "host"), ("http://ca{isse/", "host"), ("http://[::1/", "host"),
        ("http://[1:2]/", "host"), ("http://[fe80::1%25eth0]:9/", "without its zone"),
        ("http://caisse%2Eexample/", "plain letters"), ("http://[::1]x/", "host"), ("http://caisse.example:x/", "port"),
        ("http://caisse.example:+80/", "port"), ("http://caisse.example:0/", "1 to 65535"),
        ("http://caisse.example:65536/", "port"), ("http://a:b@caisse.example/", "log-in"),
        ("http://a@caisse.example/", "log-in"),
    ]

    @Test("an address that cannot be called is refused where it is given, and told why", arguments: uncallable)
    func refusedAddress(url: String, said: String) async throws {
        try await TodayPlatform.run { platform in
            let json: JSONValue = ["notificationUrl": .string(url)]
            for path in [Self.provider, "/public/providers/v1/venues/\(platform.venueID)"] {
                let answer = await platform.send("PATCH", path, json)
                #expect(refusal(answer) == "400 notificationUrl")
                #expect(answer.json?["notificationUrl"]?[0]?.stringValue?.contains(said) == true, "\(answer.text)")
            }
            #expect(await platform.send("GET", Self.provider).json?["notificationUrl"] == .null)
            let made = await platform.control("POST", "/providers", json.text)
            #expect(made.status == 400)
            #expect(made.json?["error"]?.stringValue?.contains(said) == true, "\(made.text)")
        }
    }

    @Test(
        "an address that is found fit is tried: the line refuses none of them unsent for what it is",
        arguments: [
            "http://127.0.0.1:#/", "HTTP://127.0.0.1:#/r%C3%A9?a=|{b}#c", "http://[::1]:#", "https://127.0.0.1:#",
        ])
    func triedAddress(pattern: String) async throws {
        let closed = try ClosedPort()
        let url = pattern.replacing(":#", with: ":\(closed.port)")
        #expect(PartnerAddress.flaw(of: url) == nil)
        let line = PartnerLine(limits: PartnerLimits())
        let message = PartnerMessage(.notification, to: url, [:], key: Secret("key"), form: .compact)
        guard case .failure(let error) = await line.send(line.request(message)) else {
            Issue.record("somebody answered at a closed port")
            return
        }
        #expect(error.code != .invalidRequest)
    }

    @Test("ticketed events hold the addresses for tickets back, but for those of a venue that is no longer linked")
    func ticketsElsewhere() async throws {
        try await TodayPlatform.run { platform in
            let urls = #"{"bookingUrl": "https://caisse.example/book", "cancelUrl": "https://caisse.example/cancel"}"#
            let none = #"{"bookingUrl": null, "cancelUrl": null}"#
            #expect(await platform.send("PATCH", Self.provider, json: urls).status == 200)
            _ = try await platform.offer("ticketed", #", "providerId": \#(platform.providerID)"#)
            #expect(await platform.send("PATCH", Self.provider, json: none).status == 400)
            await platform.link(false)
            #expect(await platform.send("PATCH", Self.provider, json: none).json?["bookingUrl"] == .null)
        }
    }

    @Test("a venue has addresses of its own, while its link holds")
    func venueURLs() async throws {
        try await TodayPlatform.run { platform in
            let path = "/public/providers/v1/venues/\(platform.venueID)"
            let answer = await platform.send(
                "PATCH", path, json: #"{"notificationUrl": "https://lieu.example/notify"}"#)
            #expect(line(answer) == "204")
            let venues = await platform.send("GET", "/public/offers/v1/offerer_venues")
            #expect(venues.json?[0]?["venues"]?[0]?["notificationUrl"] == "https://lieu.example/notify")
            #expect(
                await platform.send("PATCH", path, json: #"{"bookingUrl": "https://lieu.example"}"#).json?[
                    "ticketing_urls"] != nil)
            #expect(await platform.send("PATCH", "/public/providers/v1/venues/999", json: "{}").status == 404)
            let foreign = try await platform.booking("foreign")
            let other = foreign["venueId"]?.intValue ?? 0
            #expect(await platform.send("PATCH", "/public/providers/v1/venues/\(other)", json: "{}").status == 404)
        }
    }
}
