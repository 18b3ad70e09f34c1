// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import TestSupport
import Testing

@Suite("Any input")
struct AnyInputTests {
    /// What each route would accept, or nearly: two keys at most are changed at a time.
    private static let bodies: [String: JSONObject] = [
        "POST /users/signup/webapp": SignUpTests.young, "POST /users/signup": SignUpTests.professional,
        "POST /users/signup/pro": SignUpTests.professional,
        "POST /users/signin": ["identifier": "jeune@example.com", "password": "Azerty123456!@"],
        "PATCH /users/current": [
            "publicName": "Nouveau nom", "phoneNumber": "07", "postalCode": "75011", "departementCode": "75",
        ],
        "POST /users/current/change-password": ["oldPassword": "Azerty123456!@", "newPassword": "Azerty123456!@"],
        "POST /users/reset-password": ["email": "jeune@example.com"],
        "POST /users/new-password": ["token": "x", "newPassword": "Azerty123456!@"],
        "POST /offerers": OffererTests.theatre,
        "PATCH /offerers/{id}": ["iban": "FR7630006000011234567890189", "bic": "BDFEFRPP", "isActive": true],
        "POST /venues": VenueTests.hall,
        "PATCH /venues/{id}": [
            "name": "Salle", "bookingEmail": "x@example.com", "postalCode": "75011", "latitude": 1, "longitude": "2",
            "iban": "FR7630006000011234567890189", "bic": "BDFEFRPP",
        ],
        "POST /userOfferers": ["userId": "A9", "offererId": "AE", "rights": "editor"],
        "POST /things": ["name": "Livre", "type": "ThingType.LIVRE_EDITION", "venueId": "A9", "description": "x"],
        "PATCH /things/{id}": ["name": "Livre", "type": "ThingType.LIVRE_EDITION", "description": "y"],
        "POST /events": ["name": "Concert", "type": "EventType.MUSIQUE", "venueId": "A9", "durationMinutes": 60],
        "PATCH /events/{id}": ["name": "Concert", "durationMinutes": 60, "ageMin": 1, "ageMax": 2],
        "POST /offers": ["venueId": "A9", "thingId": "AE", "bookingEmail": "x@example.com"],
        "PATCH /offers/{id}": ["isActive": true],
        "POST /eventOccurrences": [
            "offerId": "AM", "venueId": "A9", "beginningDatetime": "2018-12-20T20:00:00Z",
            "endDatetime": "2018-12-20T22:00:00Z",
        ],
        "PATCH /eventOccurrences/{id}": [
            "beginningDatetime": "2018-12-20T20:00:00Z", "endDatetime": "2018-12-20T22:00:00Z",
        ],
        "POST /stocks": [
            "offerId": "AE", "price": 10, "available": 5, "bookingLimitDatetime": "2018-12-20T20:00:00Z",
            "groupSize": 1,
        ],
        "PATCH /stocks/{id}": ["price": 10, "available": 50, "bookingLimitDatetime": "2018-12-10T20:00:00Z"],
        "POST /bookings": ["stockId": "AE", "quantity": 1],
        "PATCH /bookings/{id}": ["isCancelled": true],
        "PATCH /mediations/{id}": ["isActive": true, "credit": "x"],
        "PATCH /recommendations/{id}": ["isClicked": true, "isFavorite": true],
    ]

    private static let values: [JSONValue] = [
        .null, true, false, 0, 1, -1, 3, .number(JSONNumber(Int64.max)), .number(JSONNumber(Int64.min)),
        .number(JSONNumber(cents: -1)), .number(JSONNumber(cents: 1_000)), .number(JSONNumber(cents: .max)),
        number("1e400"), number("-1e-400"), number("99999999999999.99999999"), "", " ", "AE", "A9", "AM", "1", "ae",
        "é", "GWS8SA9", "777777777777777777777777", "abc@example.com", "jeune@example.com", "Azerty123456!@",
        "2018-12-20T20:00:00Z", "2018-12-20T22:00:00.5Z", "9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z",
        "2018-02-30T00:00:00Z", "12.50", "1e999999999999", "-9223372036854775808", "48.86", "349974931",
        "34997493100011", "FR7630006000011234567890189", "BDFEFRPP", "editor", "admin", "true", "93100",
        "EventType.CINEMA", "ThingType.LIVRE_EDITION", "ThingType.JEUX_VIDEO", "http://example.com/?t={token}", "\u{0}",
        "\u{1F600}\r\n", .string(String(repeating: "x", count: 2_000)), [], [:], [1, "a", .null], ["a": ["b": .null]],
    ]

    private static func number(_ text: String) -> JSONValue {
        JSONNumber(text: text).map { .number($0) } ?? .null
    }

    /// Every route, with bodies, queries and identifiers drawn from what is ordinary and what is not, by whoever there is, and
    /// then what is made of them shown. The service answered many of these with 500.
    @Test("No request makes a route fail or trap", arguments: Profile.allCases, 0..<4)
    func nothingFails(profile: Profile, seed: Int) async {
        let scene = await Booked(profile)
        let service = scene.shop.service
        let event = await scene.shop.event()
        _ = await scene.shop.make(
            "/eventOccurrences",
            [
                "offerId": .string(event), "venueId": .string(scene.shop.venue),
                "beginningDatetime": "2018-12-20T20:00:00Z", "endDatetime": "2018-12-20T22:00:00Z",
            ])
        let actors: [Actor] = await [
            scene.shop.pro, scene.shop.pro, scene.young, .user(service.teamMember()), .anonymous,
            .refused(.wrongPassword),
        ]
        var random = SeededRandom(seed: UInt64(seed))
        let routes = Prototype2018.routes()
        for _ in 0..<8 {
            for route in routes {
                let path = Self.path(of: route, &random)
                let body = Self.body(of: route, &random)
                let actor = actors.randomElement(using: &random) ?? .anonymous
                let answer = await service.send(route.method, path, by: actor, json: body)
                #expect((200..<500).contains(answer.status), "\(route.method) \(path) \(body.text)")
                guard answer.contentType == "application/json" else { continue }
                #expect((try? JSONValue(parsing: answer.body)) != nil, "\(route.method) \(path) \(body.text)")
            }
        }
    }

    private static func path(of route: Route, _ random: inout SeededRandom) -> String {
        let odd = ["AQ", "AU", "AY", "A4", "1", "%C3%A9", "GWS8SA9", "777777777777777777777777"]
        let path = route.template.split(separator: "/").map { name -> String in
            guard name.hasPrefix("{") else { return String(name) }
            let segments = Int.random(in: 0..<4, using: &random) > 0 ? ["AE", "A9", "AM"] : odd
            return segments.randomElement(using: &random) ?? ""
        }
        let queries = [
            "", "?page=-1", "?page=9223372036854775807", "?page=x", "?offer_id=1", "?offer_id=AE&email=a+b",
            "?venueId=AE", "?offererId=AE&keywords=%20salle%20", "?validated=false", "?token=%FF&modelNames=Offerer",
            "?categories=Lire,x&days=0-1,5-100000,&latitude=91&longitude=x&distance=1", "?latitude=1e400&date=x",
        ]
        return "/" + path.joined(separator: "/") + (queries.randomElement(using: &random) ?? "")
    }

    private static func body(of route: Route, _ random: inout SeededRandom) -> JSONValue {
        var object = bodies["\(route.method) \(route.template)"] ?? ["name": "x", "venueId": "AE"]
        let keys = object.keys + ["id", "comment", "isVirtual", "extraData", "eventOccurrenceId", "recommendationId"]
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
            guard let key = keys.randomElement(using: &random) else { continue }
            object[key] = Bool.random(using: &random) ? values.randomElement(using: &random) : nil
        }
        // New accounts, structures and venues need something that nobody has yet.
        for (key, prefix) in [("email", "x@"), ("siren", "34997"), ("siret", "3499749310")] {
            guard object[key] != nil, Int.random(in: 0..<8, using: &random) > 0 else { continue }
            object[key] = .string(prefix + String(Int.random(in: 1000..<10_000, using: &random)))
        }
        return .object(object)
    }
}
