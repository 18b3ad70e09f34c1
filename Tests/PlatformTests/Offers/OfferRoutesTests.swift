// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import PlatformDomain
import Testing

/// Offers: contract 2018-12 §6.1, guide G20.
@Suite struct OfferRoutesTests {
    @Test(arguments: Profile.allCases) func `a further offer is judged in the contract's order`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        _ = await shop.thing()
        _ = await shop.digital()
        _ = await shop.event()
        let young = Actor.user(await shop.service.young())
        let rows: [(changes: JSONObject, line: String)] = [
            (["venueId": nil], Said.field("venueId", "Vous devez préciser un identifiant de lieu")),
            (["venueId": "1"], Said.badID), (["venueId": "GWS8SA9"], Said.page),
            (
                ["venueId": .string(shop.virtual)],
                Said.field("global", "Offer.venue is virtual but Offer.thing does not have an URL")
            ),
            (["thingId": "A9"], Said.field("global", "Offer.venue is not virtual but Offer.thing has an URL")),
            (["thingId": nil], Said.technical), (["eventId": "AM"], Said.technical),
            (
                ["thingId": "GWS8SA9"],
                Said.field("thingId", "Aucun objet ne correspond à cet identifiant dans notre base de données")
            ),
            (
                ["bookingEmail": .string(String(repeating: "x", count: 121))],
                Said.field("bookingEmail", "Vous devez saisir moins de 120 caractères")
            ),
        ]
        for (changes, line) in rows {
            var body: JSONObject = ["venueId": .string(shop.venue), "thingId": "AE"]
            for (key, value) in changes { body[key] = value }
            expect(await shop.send("POST", "/offers", json: .object(body)), line, "\(JSONValue.object(changes))")
        }
        let body: JSONValue = ["venueId": .string(shop.venue), "thingId": "AE", "bookingEmail": "offre@example.com"]
        expect(await shop.service.send("POST", "/offers", by: young, json: body), Said.noRights)
        expect(await shop.service.send("POST", "/offers", json: body), Said.notSignedIn)
        let made = await shop.send("POST", "/offers", json: body)
        #expect(
            made.keys == [
                "bookingEmail", "dateCreated", "dateModifiedAtLastProvider", "eventId", "eventOccurrences", "id",
                "idAtProviders", "isActive", "lastProviderId", "mediations", "modelName", "stocks", "thing", "thingId",
                "venue", "venueId",
            ])
        #expect(made.json["bookingEmail"] == "offre@example.com")
        #expect(made.json["venue"]?["managingOfferer"]?["nOffers"] == 4 && made.json["venue"]?["isValidated"] == true)
        #expect(made.text.contains(#""latitude":48.86000,"longitude":2.44000"#))
        for secret in ["iban", "bic\"", "validationToken"] { #expect(!made.text.contains(secret)) }
    }

    @Test(arguments: Profile.allCases) func `a person lists the offers of their structures, newest first`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let service = shop.service
        for number in 1...11 { _ = await shop.thing("Disque \(number)") }
        _ = await shop.digital()
        let stranger = await Shop(profile, service, email: "autre@example.com", siren: "552081317")
        _ = await stranger.thing("D'ailleurs")
        func names(_ query: String, by actor: Actor? = nil) async -> [String] {
            let answer = await service.send("GET", "/offers" + query, by: actor ?? shop.pro)
            return answer.json.arrayValue?.compactMap { $0["thing"]?["name"]?.stringValue } ?? [answer.line]
        }
        #expect(await names("").prefix(3) == ["Abonnement numérique", "Disque 11", "Disque 10"])
        #expect(await names("").count == 10)
        #expect(await names("?page=2") == ["Disque 2", "Disque 1"])
        #expect(await names("?page=3") == [])
        #expect(await names("?venueId=\(shop.virtual)") == ["Abonnement numérique"])
        #expect(await names("?offererId=\(shop.offererID)").count == 10)
        #expect(await names("?keywords=NUM") == ["Abonnement numérique"])
        #expect(await names("?keywords=numer+abon") == ["Abonnement numérique"])
        #expect(await names("?keywords=disque+1") == ["Disque 11", "Disque 10", "Disque 1"])
        #expect(await names("?keywords=rien") == [])
        #expect(await names("", by: stranger.pro) == ["D'ailleurs"])
        #expect(await names("?venueId=\(shop.venue)", by: stranger.pro) == [Said.noRights])
        #expect(await names("?offererId=\(shop.offererID)", by: stranger.pro) == [Said.noRights])
        #expect(await names("?venueId=GWS8SA9") == [Said.field("global", "Ce lieu n'a pas été trouvé", status: 404)])
        #expect(await names("?venueId=1") == [Said.badID])
        #expect(await names("", by: .anonymous) == [Said.notSignedIn])
        #expect(await names("", by: .user(await service.young())) == [])
        #expect(await names("", by: .user(await service.teamMember())).first == "D'ailleurs")
    }

    @Test(arguments: Profile.allCases) func `an offer is read by all and deactivated by its structure`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.thing()
        let route = "/offers/\(offer)"
        #expect(await shop.service.send("GET", route, by: young).json["thing"]?["name"] == "Le Petit Prince")
        expect(await shop.service.send("GET", route), Said.notSignedIn)
        expect(await shop.send("GET", "/offers/GWS8SA9"), Said.page)
        expect(await shop.send("GET", "/offers/0"), Said.badID)
        expect(await shop.send("PATCH", "/offers/GWS8SA9", json: [:]), Said.page)
        expect(await shop.service.send("PATCH", route, by: young, json: ["isActive": false]), Said.noRights)
        let changed = await shop.send("PATCH", route, json: ["isActive": false, "bookingEmail": "x@y.fr"])
        #expect(changed.json["isActive"] == false && changed.json["bookingEmail"] == .null)
        #expect(changed.keys.count == 11 && changed.json["thing"] == nil)
        #expect(await shop.send("PATCH", route, json: ["bookingEmail": "x@y.fr"]).json == changed.json)
        #expect(await shop.send("PATCH", route, json: ["isActive": true]).json["isActive"] == true)
    }

    @Test func `an event's offer shows its dates with their stocks`() async {
        let shop = await Shop(.observed)
        let offer = await shop.event()
        let date = await shop.date(offer)
        let seats = await shop.seats(date)
        let gone = await shop.date(offer)
        _ = await shop.send("DELETE", "/eventOccurrences/\(gone)")
        let answer = await shop.send("GET", "/offers/\(offer)")
        #expect(answer.json["eventOccurrences"]?.arrayValue?.map { $0["id"] } == [.string(date)])
        #expect(answer.json["eventOccurrences"]?[0]?["stocks"]?[0]?["id"] == .string(seats))
        #expect(answer.json["stocks"] == [] && answer.json["event"]?["offerType"]?["sublabel"] == "Écouter")
    }

    @Test func `activations are shown to those of the department`() async {
        let shop = await Shop(.observed)
        let team = Actor.user(await shop.service.teamMember())
        _ = await shop.event()
        let made = await shop.service.send(
            "POST", "/events", by: team,
            json: [
                "name": "Activation", "type": "EventType.ACTIVATION", "venueId": .string(shop.venue),
                "durationMinutes": 10,
            ])
        let offer = made.json["offers"]?[0]?["id"] ?? .null
        let id = await shop.service.young()
        let seen = await shop.service.send("GET", "/offers/activation", by: .user(id))
        #expect(seen.json.arrayValue?.map { $0["id"] } == [offer])
        guard var user = shop.service.state.users[id] else { return }
        for (department, isSeen) in [("75", false), ("93", true), ("97", false)] {
            user.departementCode = department
            shop.service.happen(.userUpdated(user))
            let list = await shop.service.send("GET", "/offers/activation", by: .user(id))
            #expect((list.json != []) == isSeen, "\(department)")
        }
        expect(await shop.service.send("GET", "/offers/activation"), Said.notSignedIn)
    }
}
