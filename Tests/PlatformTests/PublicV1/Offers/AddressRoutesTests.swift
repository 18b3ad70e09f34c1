// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import Testing

@testable import Platform

/// Addresses, categories and types: today §3.2 and §3.8.
@Suite struct AddressRoutesTests {
    private static let path = "/public/offers/v1/addresses"

    @Test("an address is made once, shown, found, and an offer can be there")
    func addresses() async throws {
        try await TodayPlatform.run { platform in
            let text =
                #"{"street":"12 rue des Lilas","city":"Montreuil","postalCode":"93100","latitude":48.86123,"longitude":2.44}"#
            let sent = try JSONValue(parsing: Array(text.utf8))
            let made = try await platform.made(Self.path, sent)
            let id = try #require(made["id"]?.intValue)
            #expect(made["latitude"]?.numberValue?.text == "48.86123")
            #expect(made["banId"] == .null)
            #expect(try await platform.made(Self.path, sent) == made)
            #expect(await platform.send("GET", "\(Self.path)/\(id)").json == made)
            let search = "/search?street=12%20rue%20des%20lilas&city=montreuil&postalCode=93100"
            #expect(await platform.send("GET", Self.path + search).json?["addresses"]?.arrayValue == [made])
            let other = "/search?street=13%20rue%20des%20lilas&city=montreuil&postalCode=93100"
            #expect(line(await platform.send("GET", Self.path + other)) == #"200 {"addresses":[]}"#)
            let place: JSONValue = [
                "type": "address", "venueId": .number(JSONNumber(platform.venueID)),
                "addressId": .number(JSONNumber(id)),
                "addressLabel": "La cour",
            ]
            let event = try await platform.made(TodayPlatform.events, platform.eventBody(["location": place]))
            #expect(event["location"] == place)
            let list = await platform.send("GET", TodayPlatform.events + "?addressId=\(id)")
            #expect(list.json?["events"]?.arrayValue == [event])
        }
    }

    @Test("a booking is where its offer is, and too early is said by the clocks of that place")
    func place() async throws {
        try await TodayPlatform.run { platform in
            let address = try await platform.made(
                Self.path, ["street": "3 rue du Port", "city": "Saint-Denis", "postalCode": "97400"])
            let place: JSONValue = [
                "type": "address", "venueId": .number(JSONNumber(platform.venueID)),
                "addressId": try #require(address["id"]),
            ]
            let (path, price) = try await platform.event(["location": place])
            let dates = try await platform.made(path + "/dates", ["dates": [platform.date(price)]])
            let booking = try await platform.book(dates["dates"]?[0]?["id"])
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
            #expect(list.json?["bookings"]?[0]?["offerAddress"] == "3 rue du Port")
            #expect(list.json?["bookings"]?[0]?["offerDepartmentCode"] == "974")
            let token = booking["token"]?.stringValue ?? ""
            let early = await platform.send("PATCH", "/public/bookings/v1/use/token/\(token)")
            #expect(early.json?["booking"]?.stringValue?.contains("14/01/2026 à 16:00") == true)
        }
    }

    static let refusals: [(change: JSONObject, answer: String)] = [
        (["street": ""], "400 street"), (["city": .null], "400 city"), (["postalCode": "9310"], "400 postalCode"),
        (["postalCode": "00100"], "400 postalCode"), (["latitude": 91, "longitude": 0], "400 latitude"),
        (["longitude": -181, "latitude": 0], "400 longitude"), (["country": "FR"], "400 country"),
        (["street": "Le Bourg"], "400 __root__"), (["latitude": 48], "400 longitude"),
        (["longitude": 2, "latitude": .null], "400 latitude"),
    ]

    @Test("an address that cannot be is refused by its field", arguments: refusals.indices)
    func refused(row: Int) async throws {
        try await TodayPlatform.run { platform in
            var body: JSONObject = ["street": "12 rue des Lilas", "city": "Montreuil", "postalCode": "93100"]
            for (key, value) in Self.refusals[row].change { body[key] = value }
            #expect(refusal(await platform.send("POST", Self.path, .object(body))) == Self.refusals[row].answer)
            #expect(refusal(await platform.send("GET", Self.path + "/1")) == "404 address_id")
        }
    }

    @Test("coordinates that come later are taken, and a known address needs none")
    func coordinates() async throws {
        try await TodayPlatform.run { platform in
            var body: JSONObject = ["street": "12 rue des Lilas", "city": "Montreuil", "postalCode": "93100"]
            let middle = try await platform.made(Self.path, .object(body))
            body["latitude"] = 48
            body["longitude"] = 2
            let placed = try await platform.made(Self.path, .object(body))
            #expect(placed["latitude"]?.numberValue?.text.hasPrefix("48") == true)
            #expect(placed["id"] != middle["id"], "offers at the first one stay where they are")
            #expect(try await platform.made(Self.path, .object(body)) == placed)
            body["latitude"] = nil
            body["longitude"] = nil
            #expect(try await platform.made(Self.path, .object(body)) == placed, "the last one is meant")
            body["latitude"] = middle["latitude"]
            body["longitude"] = middle["longitude"]
            #expect(try await platform.made(Self.path, .object(body)) == middle)
            let hamlet: JSONObject = ["street": "Lieu-dit", "city": "Montreuil", "postalCode": "93100"]
            #expect(refusal(await platform.send("POST", Self.path, .object(hamlet))) == "400 __root__")
            var known = hamlet
            known["latitude"] = 48
            known["longitude"] = 2
            let made = try await platform.made(Self.path, .object(known))
            #expect(try await platform.made(Self.path, .object(hamlet)) == made)
        }
    }

    @Test(
        "a search takes coordinates that are some",
        arguments: [
            ("latitude=abc&longitude=2", "400 latitude"), ("latitude=91&longitude=2", "400 latitude"),
            ("latitude=48&longitude=-180.5", "400 longitude"), ("latitude=-90&longitude=180.0", "200 addresses"),
            ("latitude=1e1&longitude=", "400 longitude"),
        ])
    func search(query: String, answer: String) async throws {
        try await TodayPlatform.run { platform in
            let target = "/search?street=12%20rue&city=Montreuil&postalCode=93100&" + query
            #expect(refusal(await platform.send("GET", Self.path + target)) == answer)
        }
    }

    @Test("the types are those of the sheet")
    func types() async throws {
        try await TodayPlatform.run { platform in
            func ids(_ path: String) async -> [String] {
                let answer = await platform.send("GET", "/public/offers/v1/" + path)
                return answer.json?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
            }
            #expect(await ids("music_types/event").count == 15)
            #expect(await ids("music_types/all").suffix(1) == ["ENFANTS"])
            let shows = await ids("show_types")
            #expect(shows.count == 85 && Set(shows).count == 85)
            #expect(shows.contains("THEATRE-COMEDIE") && shows.contains("OPERA-OTHER") && shows.contains("OTHER"))
            #expect(await ids("events/categories").count == 26)
            #expect(await ids("products/categories").count == 27)
            let events = await platform.send("GET", "/public/offers/v1/events/categories").json?.arrayValue ?? []
            let show = events.first { $0["id"] == "FESTIVAL_SPECTACLE" }
            #expect(
                show?["conditionalFields"]
                    == ["author": false, "performer": false, "stageDirector": false, "showType": true])
        }
    }

    @Test("every category of the sheet is one that the domain knows, of its kind")
    func categories() throws {
        for category in PublicCategory.all(.event) {
            #expect(OfferCategory.named(category.id)?.isEvent == true, "\(category.id)")
        }
        for category in PublicCategory.all(.thing) {
            #expect(OfferCategory.named(category.id)?.isEvent == false, "\(category.id)")
        }
    }
}
