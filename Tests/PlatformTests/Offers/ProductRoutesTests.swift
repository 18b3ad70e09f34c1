// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// Events, things and their types: contract 2018-12 §6.1, §6.2, guide G15, G21.
@Suite struct ProductRoutesTests {
    private func body(_ base: JSONObject, _ changes: JSONObject, without key: String? = nil) -> JSONValue {
        var body = base
        for (key, value) in changes { body[key] = value }
        if let key { body[key] = nil }
        return .object(body)
    }

    private func thing(_ shop: Shop) -> JSONObject {
        ["name": "Un disque", "type": "ThingType.MUSIQUE", "venueId": .string(shop.venue), "description": "vinyle"]
    }

    private func event(_ shop: Shop) -> JSONObject {
        ["name": "Concert", "type": "EventType.MUSIQUE", "venueId": .string(shop.venue), "durationMinutes": 90]
    }

    private let required = "Cette information est obligatoire"
    private let missingVenue = Said.field("venueId", "Vous devez préciser un identifiant de lieu")
    private let unknownVenue = Said.field(
        "venueId", "Aucun objet ne correspond à cet identifiant dans notre base de données")

    @Test(arguments: Profile.allCases) func `things are judged in the contract's order`(profile: Profile) async {
        let shop = await Shop(profile)
        let virtual: JSONObject = ["venueId": .string(shop.virtual)]
        let scheme = Said.field("url", #"L'URL doit commencer par "http://" ou "https://""#)
        let venue = Said.field(
            "venue", #"Une offre numérique doit obligatoirement être associée au lieu "Offre en ligne""#)
        let rows: [(changes: JSONObject, line: String)] = [
            (["name": nil], Said.field("name", required)), (["type": nil], Said.field("type", required)),
            (["name": nil, "type": nil], #"400 {"name":["\#(required)"],"type":["\#(required)"]}"#),
            (["venueId": nil], missingVenue), (["venueId": "1"], Said.badID), (["venueId": "GWS8SA9"], unknownVenue),
            (["venueId": ""], unknownVenue), (virtual.adding("url", "ftp://x.example/a"), scheme),
            (["url": "javascript:alert(1)"], scheme),
            (
                virtual.adding("url", "http://x.example").adding("type", "ThingType.JEUX"),
                Said.field("url", "Une offre de type Jeux (Biens physiques) ne peut pas être numérique")
            ),
            (["url": "http://x.example", "name": nil], venue),
            (
                ["name": .string(String(repeating: "x", count: 141))],
                Said.field("name", "Vous devez saisir moins de 140 caractères")
            ),
            (["name": 1], Said.field("name", "doit être une chaîne de caractères")),
        ]
        for (changes, line) in rows {
            let answer = await shop.send("POST", "/things", json: body(thing(shop), changes))
            expect(answer, line, "\(JSONValue.object(changes))")
        }
        let young = Actor.user(await shop.service.young())
        expect(await shop.service.send("POST", "/things", by: young, json: .object(thing(shop))), Said.noRights)
        expect(await shop.service.send("POST", "/things", json: .object(thing(shop))), Said.keyOrLogIn)
        #expect(shop.service.state.products.count == 0)
        let exact = body(thing(shop), ["name": .string(String(repeating: "x", count: 140))])
        #expect(await shop.send("POST", "/things", json: exact).status == 201)
    }

    @Test(arguments: Profile.allCases) func `events are judged in the contract's order`(profile: Profile) async {
        let shop = await Shop(profile)
        let activation = Said.field(
            "type", "Seuls les administrateurs du pass Culture peuvent créer des offres d'activation", status: 403)
        let rows: [(changes: JSONObject, line: String)] = [
            (["name": nil], Said.field("name", required)), (["venueId": nil], missingVenue),
            (["venueId": "1"], Said.badID), (["venueId": "GWS8SA9"], unknownVenue),
            (["durationMinutes": "abc"], Said.field("durationMinutes", "Saisissez un nombre valide")),
            (["durationMinutes": "90"], Said.field("durationMinutes", "doit être un entier")),
            (["type": "EventType.ACTIVATION", "venueId": nil], activation),
            (["type": "EventType.ACTIVATION"], activation),
        ]
        for (changes, line) in rows {
            let answer = await shop.send("POST", "/events", json: body(event(shop), changes))
            expect(answer, line, "\(JSONValue.object(changes))")
        }
        expect(await shop.service.send("POST", "/events", json: .object(event(shop))), Said.keyOrLogIn)
        let timeless = await shop.send("POST", "/events", json: body(event(shop), [:], without: "durationMinutes"))
        switch profile {
        case .documented: #expect(timeless.status == 201)
        case .observed: expect(timeless, Said.field("durationMinutes", required))
        }
    }

    @Test(arguments: Profile.allCases) func `a description has a thousand characters in the guide alone`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let long = JSONValue.string(String(repeating: "é", count: 1_001))
        let answer = await shop.send("POST", "/things", json: body(thing(shop), ["description": long]))
        switch profile {
        case .documented: expect(answer, Said.field("description", "Vous devez saisir moins de 1000 caractères"))
        case .observed: #expect(answer.status == 201)
        }
        let fitting = JSONValue.string(String(repeating: "é", count: 1_000))
        #expect(await shop.send("POST", "/things", json: body(thing(shop), ["description": fitting])).status == 201)
    }

    @Test func `a thing is answered with its offer and its type in full`() async {
        let shop = await Shop(.observed)
        let answer = await shop.send(
            "POST", "/things",
            json: body(thing(shop), ["extraData": ["author": "A. B."], "mediaUrls": ["http://x.example/a.jpg"]]))
        expect(
            answer,
            #"201 {"dateModifiedAtLastProvider":"2018-12-03T10:00:00.123456Z","description":"vinyle","#
                + #""extraData":{"author":"A. B."},"firstThumbDominantColor":null,"id":"AE","idAtProviders":null,"#
                + #""isNational":false,"lastProviderId":null,"mediaUrls":["http://x.example/a.jpg"],"#
                + #""modelName":"Thing","name":"Un disque","offerType":{"description":"#
                + #""Plutôt rock, rap ou classique ? "#
                + #"Sur un smartphone avec des écouteurs ou entre amis au concert ?","#
                + #""label":"Musique (sur supports physiques ou en ligne)","offlineOnly":false,"onlineOnly":false,"#
                + #""sublabel":"Écouter","type":"Thing","value":"ThingType.MUSIQUE"},"offers":[{"bookingEmail":null,"#
                + #""dateCreated":"2018-12-03T10:00:00.123456Z","#
                + #""dateModifiedAtLastProvider":"2018-12-03T10:00:00.123456Z","eventId":null,"id":"AE","#
                + #""idAtProviders":null,"isActive":true,"lastProviderId":null,"modelName":"Offer","thingId":"AE","#
                + #""venueId":"\#(shop.venue)"}],"thumbCount":0,"url":null}"#)
        let digital = await shop.send(
            "POST", "/things",
            json: body(thing(shop), ["url": "http://x.example", "venueId": .string(shop.virtual)]))
        #expect(digital.json["isNational"] == true && digital.json["url"] == "http://x.example")
        let unknown = await shop.send("POST", "/things", json: body(thing(shop), ["type": "ThingType.INCONNU"]))
        #expect(unknown.status == 201 && unknown.json["offerType"] == nil && unknown.json["type"] == nil)
    }

    @Test func `an event is answered with its own fields`() async {
        let shop = await Shop(.observed)
        let answer = await shop.send(
            "POST", "/events", json: body(event(shop), ["ageMin": 12, "conditions": "debout", "isNational": true]))
        #expect(
            answer.keys == [
                "accessibility", "ageMax", "ageMin", "conditions", "dateModifiedAtLastProvider", "description",
                "durationMinutes", "extraData", "firstThumbDominantColor", "id", "idAtProviders", "isNational",
                "lastProviderId", "mediaUrls", "modelName", "name", "offerType", "offers", "thumbCount",
            ])
        #expect(answer.json["ageMin"] == 12 && answer.json["conditions"] == "debout")
        #expect(answer.json["isNational"] == true && answer.json["accessibility"] == "\u{0}")
        #expect(answer.json["offers"]?[0]?["eventId"] == answer.json["id"])
    }

    @Test(arguments: Profile.allCases) func `only the structure changes its event, and the guide keeps its type`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let event = await shop.make("/events", .object(event(shop)))
        let route = "/events/\(event)"
        expect(await shop.service.send("PATCH", route, by: young, json: ["name": "À moi"]), Said.noRights)
        expect(await shop.service.send("PATCH", route, json: [:]), Said.keyOrLogIn)
        expect(await shop.send("PATCH", "/things/\(event)", json: [:]), Said.page)
        expect(await shop.send("GET", "/things/\(event)"), Said.page)
        expect(await shop.send("GET", "/events/GWS8SA9"), Said.page)
        expect(await shop.send("GET", "/events/1"), Said.badID)
        expect(await shop.send("PATCH", route, json: ["name": nil]), Said.field("name", required))
        let changed = await shop.send(
            "PATCH", route, json: ["description": "acoustique", "type": "EventType.CINEMA", "id": "GWS8SA9"])
        #expect(changed.status == 200 && changed.json["description"] == "acoustique")
        #expect(changed.json["name"] == "Concert" && changed.json["durationMinutes"] == 90)
        let type: JSONValue = profile == .documented ? "EventType.MUSIQUE" : "EventType.CINEMA"
        #expect(changed.json["offerType"]?["value"] == type)
        #expect(await shop.service.send("GET", route, by: young).json == changed.json)
    }

    @Test(arguments: Profile.allCases) func `a change asks for no name that it does not send`(profile: Profile) async {
        let shop = await Shop(profile)
        for (route, fields) in [("/things", thing(shop)), ("/events", event(shop))] {
            let id = await shop.make(route, body(fields, ["name": "  "]))
            let changed = await shop.send("PATCH", "\(route)/\(id)", json: ["description": "x"])
            #expect(changed.status == 200 && changed.json["description"] == "x", "\(changed.line)")
            #expect(changed.json["name"] == "")
            expect(await shop.send("PATCH", "\(route)/\(id)", json: ["name": nil]), Said.field("name", required))
            #expect(await shop.send("PATCH", "\(route)/\(id)", json: ["name": "Un titre"]).json["name"] == "Un titre")
        }
    }

    @Test(arguments: Profile.allCases) func `a type that cannot be changed is not even read`(profile: Profile) async {
        let shop = await Shop(profile)
        let changes: JSONObject = [
            "type": "ThingType.AUDIOVISUEL", "venueId": .string(shop.virtual), "url": "http://a.example",
        ]
        let film = await shop.make("/things", body(thing(shop), changes))
        let physical: JSONValue = ["type": "ThingType.JEUX_ABO", "name": "N", "url": "http://b.example"]
        let rows: [(sent: JSONValue, refusal: String)] = [
            (physical, "Une offre de type Jeux (Abonnements) ne peut pas être numérique"),
            (["type": nil, "name": "N"], required),
            (["type": 1], "doit être une chaîne de caractères"),
            (["type": .string(String(repeating: "x", count: 51))], "Vous devez saisir moins de 50 caractères"),
        ]
        for (sent, refusal) in rows {
            let answer = await shop.send("PATCH", "/things/\(film)", json: sent)
            switch profile {
            case .documented:
                #expect(answer.status == 200, "\(answer.line)")
                #expect(answer.json["offerType"]?["value"] == "ThingType.AUDIOVISUEL")
            case .observed:
                #expect(answer.status == 400 && answer.line.contains(refusal), "\(answer.line)")
            }
        }
        // What stays may keep an address from being entered.
        let game = await shop.make("/things", body(thing(shop), ["type": "ThingType.JEUX"]))
        let url: JSONValue = ["type": "ThingType.AUDIOVISUEL", "url": "http://b.example"]
        let answer = await shop.send("PATCH", "/things/\(game)", json: url)
        if profile == .documented {
            expect(
                answer, Said.field("url", "Une offre de type Jeux (Biens physiques) ne peut pas être numérique"))
        }
    }

    @Test func `an address without scheme is one in the integration document alone`() async {
        for (profile, status) in [(Profile.documented, 201), (.observed, 400)] {
            let shop = await Shop(profile)
            for url in ["www.urldemonsite.fr/?email={email}", "urldemonsite.fr:8080/a"] {
                let changes: JSONObject = ["url": .string(url), "venueId": .string(shop.virtual)]
                let answer = await shop.send("POST", "/things", json: body(thing(shop), changes))
                #expect(answer.status == status, "\(url)")
            }
            for url in ["mailto:a@b.fr", "javascript:x.y", "sans-point", "x y.fr", "//x.fr"] {
                let changes: JSONObject = ["url": .string(url), "venueId": .string(shop.virtual)]
                #expect(await shop.send("POST", "/things", json: body(thing(shop), changes)).status == 400, "\(url)")
            }
        }
    }

    @Test func `the types are those of the contract, the activation for the team alone`() async {
        let shop = await Shop(.observed)
        let types = await shop.send("GET", "/types").json.arrayValue ?? []
        #expect(types.count == 18 && !types.contains { $0["value"] == "EventType.ACTIVATION" })
        #expect(
            types.filter { $0["onlineOnly"] == true }.map { $0["value"] } == [
                "ThingType.JEUX_VIDEO", "ThingType.PRESSE_ABO",
            ])
        #expect(types.filter { $0["type"] == "Event" }.count == 7)
        let team = Actor.user(await shop.service.teamMember())
        let all = await shop.service.send("GET", "/types", by: team)
        #expect(all.json.arrayValue?.count == 19 && all.json[0]?["value"] == "EventType.ACTIVATION")
        expect(await shop.service.send("GET", "/types"), Said.notSignedIn)
    }
}

extension JSONObject {
    /// The object with another key.
    func adding(_ key: String, _ value: JSONValue) -> JSONObject {
        var object = self
        object[key] = value
        return object
    }
}
