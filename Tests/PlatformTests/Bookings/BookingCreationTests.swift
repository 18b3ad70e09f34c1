// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// `POST /bookings`: contract 2018-12 §7.1.
@Suite struct BookingCreationTests {
    let noStock = Said.field("stockId", "Vous devez préciser un identifiant d'offre")
    let noQuantity = Said.field("quantity", "Vous devez préciser une quantité pour la réservation")
    let unknownStock = Said.field("stockId", "stockId ne correspond à aucun stock")
    let withdrawn = Said.field("stockId", "Cette offre a été retirée. Elle n'est plus valable.")
    let soldOut = Said.field("global", "la quantité disponible pour cette offre est atteinte")
    let funds = Said.field(
        "insufficientFunds", "Le solde de votre Pass n'est pas suffisant pour effectuer une réservation.")

    private func book(_ shop: Shop, _ person: Actor, _ body: JSONObject) async -> Answer {
        await shop.service.send("POST", "/bookings", by: person, json: .object(body))
    }

    @Test(arguments: Profile.allCases) func `what is missing or malformed is told in the contract's order`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let stock = JSONValue.string(await shop.stock(await shop.thing()))
        let rows: [(body: JSONObject, line: String)] = [
            ([:], noStock), (["quantity": 1], noStock), (["stockId": nil, "quantity": 1], noStock),
            (["stockId": stock], noQuantity), (["stockId": stock, "quantity": nil], noQuantity),
            (["stockId": stock, "quantity": 0], noQuantity), (["stockId": stock, "quantity": -1], noQuantity),
            (["stockId": stock, "quantity": "1"], noQuantity),
            (["stockId": stock, "quantity": .number(JSONNumber(cents: 150))], noQuantity),
            (["stockId": "1"], noQuantity), (["stockId": "1", "quantity": 1], Said.badID),
            (["stockId": "GWS8SA9", "quantity": 1], unknownStock), (["stockId": "", "quantity": 1], unknownStock),
            (["stockId": stock, "quantity": 1, "recommendationId": "1"], Said.badID),
            (
                ["stockId": stock, "quantity": 1, "recommendationId": "GWS8SA9"],
                Said.field("recommendationId", "Aucun objet ne correspond à cet identifiant dans notre base de données")
            ),
            (["stockId": stock, "quantity": 2_000_000_000], Said.technical),
            (["stockId": stock, "quantity": 9_000_000_000_000_000_000], Said.technical),
        ]
        for (body, line) in rows { expect(await book(shop, young, body), line, "\(JSONValue.object(body))") }
        expect(await book(shop, .anonymous, [:]), Said.notSignedIn)
        let plain = await shop.service.send("POST", "/bookings", by: young, raw: Array("{}".utf8))
        expect(plain, "400 JSON data expected")
        let malformed = await shop.service.send(
            "POST", "/bookings", by: young, raw: Array("{".utf8), headers: [("Content-Type", "application/json")])
        expect(malformed, Said.badPage)
    }

    @Test(arguments: Profile.allCases) func `what cannot be booked is refused with its sentence`(profile: Profile) async
    {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.thing()
        let free = await shop.stock(offer, price: 0)
        let paid = await shop.stock(offer)
        func line(_ stock: String, _ person: Actor, more: JSONObject = [:]) async -> String {
            var body: JSONObject = ["stockId": .string(stock), "quantity": 1]
            for (key, value) in more { body[key] = value }
            return await book(shop, person, body).line
        }
        #expect(
            await line(free, shop.pro)
                == Said.field("cannotBookFreeOffers", "L'utilisateur n'a pas le droit de réserver d'offres gratuites"))
        #expect(await line(paid, shop.pro) == funds)
        let late = await shop.stock(offer, ["bookingLimitDatetime": "2018-01-01T00:00:00Z"])
        let limitPast = Said.field("global", "La date limite de réservation de cette offre est dépassée")
        #expect(await line(late, young) == limitPast)
        #expect(await line(late, young, more: ["recommendationId": "1"]) == limitPast)
        _ = await shop.send("DELETE", "/stocks/\(late)")
        let gone = Said.field("stockId", "Cette date a été retirée. Elle n'est plus disponible.")
        #expect(await line(late, young) == gone)
        #expect(await line(late, young, more: ["recommendationId": "1"]) == gone)
        let loose = await shop.make(
            "/venues",
            [
                "name": "Chapiteau", "comment": "Itinérant", "managingOffererId": .string(shop.offererID),
                "address": "1 place Y", "postalCode": "93100", "city": "Montreuil",
            ])
        let tent = await shop.stock(await shop.thing("Loin", venue: loose), price: 1)
        #expect(
            await line(tent, young)
                == Said.field(
                    "stockId", "Vous ne pouvez pas encore réserver cette offre, son lieu est en attente de validation"))
        _ = await shop.send("PATCH", "/offers/\(offer)", json: ["isActive": false])
        #expect(await line(paid, young) == withdrawn)
        #expect(await line(paid, young, more: ["recommendationId": "1"]) == withdrawn)
        #expect(shop.service.state.bookings.count == 0)
    }

    @Test func `a date that was taken out cannot be booked by an older stock of the offer`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let date = await shop.date(await shop.event())
        let seats = await shop.seats(date)
        _ = await shop.send("DELETE", "/eventOccurrences/\(date)")
        let answer = await book(shop, young, ["stockId": .string(seats), "quantity": 1])
        expect(answer, Said.field("stockId", "Cette date a été retirée. Elle n'est plus disponible."))
    }

    @Test(arguments: Profile.allCases) func `ceilings are inclusive, to the cent`(profile: Profile) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let (offer, digital) = (await shop.thing(), await shop.digital())
        let physical = Said.field(
            "global", "La limite de 100 € pour les biens culturels ne vous permet pas de réserver")
        let online = Said.field(
            "global", "La limite de 200 € pour les offres numériques ne vous permet pas de réserver")
        let rows: [(offer: String, cents: Int64, quantity: Int64, line: String?)] = [
            (offer, 100_01, 1, physical), (offer, 60_00, 1, nil), (offer, 40_01, 1, physical), (offer, 20_00, 2, nil),
            (offer, 1, 1, physical), (offer, 0, 1, nil), (digital, 200_01, 1, online), (digital, 200_00, 1, nil),
            (digital, 1, 1, online),
        ]
        for (offer, cents, quantity, line) in rows {
            let stock = await shop.stock(offer, price: .number(JSONNumber(cents: cents)))
            let answer = await book(
                shop, young, ["stockId": .string(stock), "quantity": .number(JSONNumber(quantity))])
            #expect(line.map { answer.line == $0 } ?? (answer.status == 201), "\(cents): \(answer.line)")
        }
    }

    @Test(arguments: Profile.allCases) func `seats and money run out, seats first`(profile: Profile) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let date = await shop.date(await shop.event())
        let limit: JSONObject = ["available": 1, "bookingLimitDatetime": "2018-12-20T00:00:00Z"]
        let seats = JSONValue.string(await shop.seats(date, price: 600, limit))
        expect(await book(shop, young, ["stockId": seats, "quantity": 2]), soldOut)
        expect(await book(shop, young, ["stockId": seats, "quantity": 1]), funds)
        let last = JSONValue.string(await shop.seats(date, price: 1, limit))
        #expect(await book(shop, young, ["stockId": last, "quantity": 1]).status == 201)
        expect(await book(shop, young, ["stockId": last, "quantity": 1]), soldOut)
    }

    @Test func `a booking is answered whole, without what only its structure may see`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let stock = await shop.stock(await shop.thing())
        let answer = await book(
            shop, young,
            ["stockId": .string(stock), "quantity": 2, "amount": 0, "token": "AAAAAA", "isUsed": true])
        #expect(answer.status == 201 && answer.contentType == "application/json")
        #expect(
            answer.keys == [
                "amount", "dateCreated", "id", "isCancelled", "isUsed", "modelName", "quantity", "recommendationId",
                "stock", "stockId", "token", "userId",
            ])
        #expect(answer.text.contains(#""amount":10.00,"dateCreated":"2018-12-03T10:00:00.123456Z""#))
        #expect(answer.json["isUsed"] == false && answer.json["quantity"] == 2)
        let token = answer.json["token"]?.stringValue ?? ""
        #expect(token.utf8.count == 6 && token != "AAAAAA")
        let resolved = answer.json["stock"]?["resolvedOffer"]
        #expect(resolved?["eventOrThing"]?["type"] == "ThingType.LIVRE_EDITION")
        #expect(resolved?["venue"]?["name"] == "Grande salle")
        for secret in ["iban", "bic", "validationToken"] { #expect(!answer.text.contains(secret)) }
        #expect(!answer.text.contains("resellUnfetched"))
    }

    @Test func `the booking of an event shows its date`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let date = await shop.date(await shop.event())
        let seats = await shop.seats(date, ["bookingLimitDatetime": "2018-12-20T00:00:00Z"])
        let answer = await book(shop, young, ["stockId": .string(seats), "quantity": 1])
        let occurrence = answer.json["stock"]?["eventOccurrence"]
        #expect(occurrence?["id"] == .string(date) && occurrence?["modelName"] == "EventOccurrence")
        #expect(answer.json["stock"]?["offerId"] == .null && answer.json["completedUrl"] == nil)
    }

    @Test func `the recommendation that led to a booking is in it`() async {
        let shop = await Shop(.observed)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.thing()
        let stock = await shop.stock(offer)
        _ = await shop.teaser(offer)
        let feed = await shop.service.send("PUT", "/recommendations", by: young, json: [:])
        let recommendation = feed.json[0]?["id"] ?? .null
        let answer = await book(
            shop, young, ["stockId": .string(stock), "quantity": 1, "recommendationId": recommendation])
        #expect(answer.json["recommendationId"] == recommendation)
        #expect(answer.json["recommendation"]?["offerId"] == .string(offer))
        let again = await shop.service.send(
            "PUT", "/recommendations?offerId=\(offer)", by: young, json: [:])
        #expect(again.json[0]?["bookings"]?[0]?["id"] == answer.json["id"])
    }
}
