// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Events: today §3.3 and §3.4.
@Suite struct PublishedEventTests {
    private static let left = TodayPlatform.left

    @Test("an event is answered whole, and shown and listed as it was answered")
    func creation() async throws {
        try await TodayPlatform.run { platform in
            let event = try await platform.made(
                TodayPlatform.events,
                platform.eventBody([
                    "description": "Deux scènes", "eventDuration": 120, "idAtProvider": "rentrée",
                    "bookingEmail": "salle@example.com", "videoUrl": "https://www.youtube.com/watch?v=abc",
                ]))
            #expect(
                event["categoryRelatedFields"]
                    == ["category": "FESTIVAL_MUSIQUE", "author": .null, "performer": "Les Uns", "musicType": "ROCK"])
            #expect(event["enableDoubleBookings"] == true)
            #expect(event["hasTicket"] == false)
            #expect(event["eventDuration"] == 120)
            #expect(event["priceCategories"]?[0]?["price"] == 1500)
            #expect(event["publicationDatetime"] == "2026-01-12T12:00:00Z")
            #expect(event["location"] == ["type": "physical", "venueId": .number(JSONNumber(platform.venueID))])
            let id = try #require(event["id"]?.intValue)
            #expect(await platform.send("GET", "\(TodayPlatform.events)/\(id)").json == event)
            for query in ["", "?venueId=\(platform.venueID)", "?idsAtProvider=autre,rentr%C3%A9e", "?firstIndex=\(id)"]
            {
                let list = await platform.send("GET", TodayPlatform.events + query)
                #expect(list.json?["events"]?.arrayValue == [event], "\(query)")
            }
            for query in ["?idsAtProvider=autre", "?addressId=1", "?firstIndex=\(id + 1)"] {
                #expect(line(await platform.send("GET", TodayPlatform.events + query)) == #"200 {"events":[]}"#)
            }
        }
    }

    @Test("of what the portal keeps beside an offer, which is any JSON, the category's fields have the texts alone")
    func extraData() async throws {
        try await TodayPlatform.run { platform in
            _ = try await platform.event()
            let found = platform.server.service.read { state, _ in
                (state.published(Identifier<Offer>(1)), state.products[Identifier(1)])
            }
            var product = try #require(found.1)
            product.extraData = #"{"musicType": 5, "author": ["a"], "performer": "Les Autres"}"#
            #expect(
                PublicCategory.json(try #require(found.0), product)
                    == ["category": "FESTIVAL_MUSIQUE", "author": .null, "performer": "Les Autres", "musicType": .null])
        }
    }

    /// What is sent otherwise, and the status and the keys that it is answered.
    static let refusals: [(changes: JSONObject, answer: String)] = [
        (["name": left], "400 name"), (["name": .string(String(repeating: "a", count: 91))], "400 name"),
        (["name": "Concert 9782070612758"], "400 name"), (["hasTicket": left], "400 hasTicket"),
        (
            ["accessibility": ["audioDisabilityCompliant": true]],
            "400 accessibility.mentalDisabilityCompliant accessibility.motorDisabilityCompliant "
                + "accessibility.visualDisabilityCompliant"
        ),
        (["categoryRelatedFields": ["category": "LIVRE_PAPIER"]], "400 categoryRelatedFields.category"),
        (["categoryRelatedFields": ["category": "ACTIVATION_EVENT"]], "400 categoryRelatedFields.category"),
        (["categoryRelatedFields": ["category": "FESTIVAL_MUSIQUE"]], "400 categoryRelatedFields.musicType"),
        (
            ["categoryRelatedFields": ["category": "SPECTACLE_REPRESENTATION", "showType": "DANSE-POLKA"]],
            "400 categoryRelatedFields.showType"
        ),
        (["categoryRelatedFields": ["category": "VISITE", "visa": "1"]], "400 categoryRelatedFields.visa"),
        (["location": ["type": "physical", "venueId": 999]], "404 global"),
        (["location": ["type": "digital", "venueId": 1]], "400 location.DigitalLocation.url"),
        (["location": ["type": "address", "venueId": 1]], "400 location.AddressLocation.addressId"),
        (["location": ["type": "ailleurs", "venueId": 1]], "400 location.type"),
        (["eventDuration": 1440], "400 eventDuration"), (["bookingContact": "salle"], "400 bookingContact"),
        (["videoUrl": "https://video.example/1"], "400 videoUrl"), (["isActive": true], "400 isActive"),
        (["publicationDatetime": "2026-01-12T11:00:00Z"], "400 publicationDatetime"),
        (["publicationDatetime": "2026-02-01T11:00:00"], "400 publicationDatetime"),
        (["publicationDatetime": "now", "publicationDate": "2026-02-01T11:00:00Z"], "400 __root__"),
        (["bookingAllowedDatetime": "2026-01-12T12:00:00Z"], "400 bookingAllowedDatetime"),
        (["image": ["file": "bm9uZQ=="]], "400 imageFile"),
        (["priceCategories": [["label": "Plein tarif", "price": 30_001]]], "400 priceCategories.0.price"),
        (
            ["priceCategories": [["label": "A", "price": 1], ["label": "A", "price": 1]]],
            "400 priceCategories"
        ),
        (
            [
                "categoryRelatedFields": [
                    "category": "LIVESTREAM_MUSIQUE", "musicType": "POP",
                ], "enableDoubleBookings": true,
            ], "400 enableDoubleBookings"
        ),
    ]

    @Test("what cannot be is refused by its path", arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            let (changes, answer) = Self.refusals[row]
            let body = platform.eventBody(changes)
            #expect(refusal(await platform.send("POST", TodayPlatform.events, body)) == answer, "\(body.text)")
            #expect(platform.server.service.read { state, _ in state.offers.count } == 0)
        }
    }

    @Test("an address that nobody made known, and a venue without a link, are not found")
    func unknownPlaces() async throws {
        try await TodayPlatform.run { platform in
            let answer = await platform.send(
                "POST", TodayPlatform.events,
                platform.eventBody([
                    "location": [
                        "type": "address", "venueId": .number(JSONNumber(platform.venueID)), "addressId": 7,
                    ]
                ]))
            #expect(
                line(answer) == #"404 {"location.AddressLocation.addressId":["There is no address with id 7"]}"#)
            let foreign = try await platform.booking("foreign")
            let venue = try #require(foreign["venueId"])
            let other = await platform.send(
                "POST", TodayPlatform.events, platform.eventBody(["location": ["type": "physical", "venueId": venue]]))
            #expect(line(other) == #"404 {"global":"Venue cannot be found"}"#)
            let event = "\(TodayPlatform.events)/\(foreign["offerId"]?.intValue ?? 0)"
            for path in [event, "\(TodayPlatform.events)/999"] {
                let missing = #"404 {"event_id":["The event could not be found"]}"#
                #expect(line(await platform.send("GET", path)) == missing)
                #expect(line(await platform.send("PATCH", path, ["name": "Autre"])) == missing)
                #expect(line(await platform.send("GET", path + "/price_categories")) == missing)
                #expect(line(await platform.send("GET", path + "/dates")) == missing)
                #expect(line(await platform.send("DELETE", path + "/dates/1")) == missing)
            }
            #expect(line(await platform.send("GET", TodayPlatform.events + "/AE")) == "404 {}")
            #expect(refusal(await platform.send("GET", TodayPlatform.events + "?venueId=999")) == "404 global")
        }
    }

    @Test("tickets need the provider's two addresses, then somebody to ask")
    func tickets() async throws {
        try await TodayPlatform.run { platform in
            let body = platform.eventBody(["hasTicket": true])
            #expect(refusal(await platform.send("POST", TodayPlatform.events, body)) == "400 global")
            let urls: JSONValue = ["bookingUrl": "https://caisse.example/b", "cancelUrl": "https://caisse.example/c"]
            #expect(await platform.send("PATCH", "/public/providers/v1/provider", urls).status == 200)
            #expect(
                line(await platform.send("POST", TodayPlatform.events, body))
                    == #"400 {"offer":["Une offre qui a un ticket retirable doit avoir l'email du contact de réservation"]}"#
            )
            let event = try await platform.event(["hasTicket": true, "bookingContact": "salle@example.com"])
            #expect(refusal(await platform.send("PATCH", event.path, ["bookingContact": .null])) == "400 offer")
            #expect(refusal(await platform.send("PATCH", event.path, ["hasTicket": false])) == "400 hasTicket")
        }
    }

    @Test("a change changes what it names and nothing else")
    func changes() async throws {
        try await TodayPlatform.run { platform in
            let (path, _) = try await platform.event(["description": "Deux scènes", "eventDuration": 60])
            let before = try #require(await platform.send("GET", path).json?.objectValue)
            #expect(await platform.send("PATCH", path, [:]).json?.objectValue == before)
            let answer = await platform.send(
                "PATCH", path,
                [
                    "name": .string(String(repeating: "n", count: 140)), "description": .null,
                    "accessibility": ["mentalDisabilityCompliant": true],
                    "categoryRelatedFields": ["category": "FESTIVAL_MUSIQUE", "author": "Un auteur"],
                    "bookingEmail": "autre@example.com",
                ])
            var after = before
            after["name"] = .string(String(repeating: "n", count: 140))
            after["description"] = .null
            after["accessibility"] = [
                "audioDisabilityCompliant": true, "mentalDisabilityCompliant": true, "motorDisabilityCompliant": true,
                "visualDisabilityCompliant": false,
            ]
            after["categoryRelatedFields"] = [
                "category": "FESTIVAL_MUSIQUE", "author": "Un auteur", "performer": "Les Uns", "musicType": "ROCK",
            ]
            after["bookingEmail"] = "autre@example.com"
            #expect(answer.json?.objectValue == after)
            #expect(
                refusal(await platform.send("PATCH", path, ["categoryRelatedFields": ["category": "CONCERT"]]))
                    == "400 categoryRelatedFields.category")
        }
    }

    @Test("a name of the provider's is taken once at a venue")
    func names() async throws {
        try await TodayPlatform.run { platform in
            _ = try await platform.event(["idAtProvider": "un"])
            let taken = #"400 {"idAtProvider":["`un` is already taken by another venue offer"]}"#
            let body = platform.eventBody(["idAtProvider": "un"])
            #expect(line(await platform.send("POST", TodayPlatform.events, body)) == taken)
            let (path, _) = try await platform.event(["idAtProvider": "deux"])
            #expect(line(await platform.send("PATCH", path, ["idAtProvider": "un"])) == taken)
            #expect(await platform.send("PATCH", path, ["idAtProvider": "deux"]).status == 200)
        }
    }

    @Test("the status follows publication, dates, seats and time")
    func status() async throws {
        try await TodayPlatform.run { platform in
            let (path, price) = try await platform.event(["publicationDatetime": .null])
            func status(_ change: JSONValue? = nil) async -> JSONValue? {
                if let change { return await platform.send("PATCH", path, change).json?["status"] }
                return await platform.send("GET", path).json?["status"]
            }
            #expect(await status() == "INACTIVE")
            #expect(await status(["publicationDatetime": "2026-01-13T12:00:00Z"]) == "SCHEDULED")
            let later: JSONValue = ["bookingAllowedDatetime": "2026-01-13T12:00:00Z"]
            let soon: JSONValue = ["bookingAllowedDatetime": .null]
            #expect(await status(["publicationDatetime": "now"]) == "SOLD_OUT", "there is no date")
            #expect(await status(later) == "PUBLISHED", "nobody has missed anything")
            #expect(await status(soon) == "SOLD_OUT")
            let dates = try await platform.made(path + "/dates", ["dates": [platform.date(price, quantity: 1)]])
            #expect(await status() == "ACTIVE")
            #expect(await status(later) == "PUBLISHED")
            #expect(await status(soon) == "ACTIVE")
            _ = try await platform.book(dates["dates"]?[0]?["id"])
            #expect(await status() == "SOLD_OUT")
            #expect(await status(later) == "PUBLISHED")
            #expect(await status(soon) == "SOLD_OUT")
            #expect(await status(["isActive": false]) == "INACTIVE")
            #expect(await status(["isActive": true]) == "SOLD_OUT")
            await platform.advance(hours: 24 * 8)
            #expect(await status() == "EXPIRED")
        }
    }

    @Test("a number beyond 64 bits is refused where it stands, and 1.0 is a whole number")
    func numbers() async throws {
        try await TodayPlatform.run { platform in
            func sent(_ duration: String) async -> RawExchange {
                let body = platform.eventBody(["eventDuration": "DURATION"]).text
                let parts = body.split(separator: "\"DURATION\"")
                #expect(parts.count == 2)
                return await platform.send("POST", TodayPlatform.events, json: parts.joined(separator: duration))
            }
            for huge in ["123456789012345678901", "-10000000000000000000", "[10000000000000000000]", "1.5"] {
                #expect(refusal(await sent(huge)) == "400 eventDuration", "\(huge)")
            }
            #expect(refusal(await sent("01")) == "400 global")
            let many = String(repeating: "10000000000000000000,", count: 50)
            #expect(refusal(await sent("[\(many)0]")) == "400 global")
            #expect(await sent("60.0").json?["eventDuration"]?.intValue == 60)
        }
    }
}
