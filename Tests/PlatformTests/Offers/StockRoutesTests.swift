// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// Stocks: contract 2018-12 §6.4.
@Suite struct StockRoutesTests {
    let badDate = Said.field("bookingLimitDatetime", "Format de date invalide")
    let badNumber = "Saisissez un nombre valide"
    let tooFew = Said.field(
        "available",
        "la quantité pour cette offre ne peut pas être inférieure au nombre de réservations existantes.")
    let afterBegin = Said.field(
        "bookingLimitDatetime",
        "la date limite de réservation pour cette offre est postérieure à la date de début de l'évènement")

    @Test(arguments: Profile.allCases) func `what is wrong is told in the contract's order`(profile: Profile) async {
        let shop = await Shop(profile)
        let offer = await shop.thing()
        func line(_ changes: JSONObject, without: String? = nil, by actor: Actor? = nil) async -> String {
            var body: JSONObject = ["offerId": .string(offer), "price": 10, "available": 5]
            for (key, value) in changes { body[key] = value }
            if let without { body[without] = nil }
            return await shop.service.send("POST", "/stocks", by: actor ?? shop.pro, json: .object(body)).line
        }
        let price = Said.field("price", "Cette information est obligatoire")
        let integer = Said.field("available", "doit être un entier")
        #expect(
            await line([:], without: "offerId")
                == #"400 {"eventOccurrenceId":["cette entrée est obligatoire en absence de offerId"],"#
                + #""offerId":["cette entrée est obligatoire en absence de eventOccurrenceId"]}"#)
        #expect(await line([:], without: "price") == price)
        let rows: [(changes: JSONObject, line: String)] = [
            (["offerId": "1"], Said.badID),
            (["offerId": "GWS8SA9"], Said.field("offerId", "l'offreur associé à cette offre est inconnu")),
            (
                ["eventOccurrenceId": "GWS8SA9"],
                Said.field("eventOccurrenceId", "l'offreur associé à cet évènement est inconnu")
            ),
            (["price": nil], price), (["price": "abc"], Said.field("price", badNumber)),
            (["price": "10,50"], Said.field("price", badNumber)), (["price": ""], Said.field("price", badNumber)),
            (["price": " "], Said.field("price", badNumber)), (["price": -1], Said.technical),
            (["price": 100_000_000], Said.technical), (["available": -1], tooFew), (["available": "5"], integer),
            (["available": .number(JSONNumber(cents: 150))], integer),
            (["available": "abc"], Said.field("available", badNumber)), (["available": 5_000_000_000], Said.technical),
            (["bookingLimitDatetime": "demain"], badDate), (["bookingLimitDatetime": "2018-12-10"], badDate),
            (["resellUnfetched": "oui"], Said.field("resellUnfetched", "doit être un booléen")),
        ]
        for (changes, expected) in rows { #expect(await line(changes) == expected, "\(JSONValue.object(changes))") }
        #expect(await line([:], by: .anonymous) == Said.keyOrLogIn)
        #expect(await line(["price": "abc"], by: .user(await shop.service.young())) == Said.noRights)
        #expect(shop.service.state.stocks.count == 0)
    }

    @Test func `a stock is answered whole, prices with two decimals`() async {
        let shop = await Shop(.observed)
        let offer = await shop.thing()
        for (sent, shown) in [
            ("10", "10.00"), ("0", "0.00"), ("10.505", "10.51"), ("9.999", "10.00"), ("\"10.50\"", "10.50"),
            ("\" 12.50 \"", "12.50"), ("99999999.99", "99999999.99"),
        ] {
            let text = #"{"offerId":"\#(offer)","price":\#(sent),"available":5,"resellUnfetched":true}"#
            let answer = await shop.service.send(
                "POST", "/stocks", by: shop.pro, raw: Array(text.utf8), headers: [("Content-Type", "application/json")])
            let id = HumanizedID.encode(Int64(shop.service.state.stocks.count))
            let expected =
                #"{"available":5,"bookingLimitDatetime":null,"bookingRecapSent":null,"#
                + #""dateModified":"2018-12-03T10:00:00.123456Z","dateModifiedAtLastProvider":"#
                + #""2018-12-03T10:00:00.123456Z","eventOccurrenceId":null,"groupSize":1,"id":"\#(id)","#
                + #""idAtProviders":null,"isSoftDeleted":false,"lastProviderId":null,"modelName":"Stock","#
                + #""offerId":"\#(offer)","price":\#(shown)}"# + "\n"
            #expect(answer.status == 201 && answer.text == expected)
        }
        let resold = shop.service.state.stocks.records.filter(\.resellsUnfetched)
        #expect(resold.count == 7)
    }

    @Test(arguments: Profile.allCases) func `an empty limit is none in the documents, and was refused by the service`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let offer = await shop.thing()
        for limit in [nil, "", " "] as [JSONValue] {
            let body: JSONValue = ["offerId": .string(offer), "price": 10, "bookingLimitDatetime": limit]
            let answer = await shop.send("POST", "/stocks", json: body)
            switch profile {
            case .documented: #expect(answer.status == 201 && answer.json["bookingLimitDatetime"] == .null)
            case .observed: expect(answer, badDate)
            }
        }
        let stock = await shop.stock(offer, ["bookingLimitDatetime": "2018-12-10T00:00:00Z"])
        let lifted = await shop.send("PATCH", "/stocks/\(stock)", json: ["bookingLimitDatetime": nil])
        switch profile {
        case .documented: #expect(lifted.json["bookingLimitDatetime"] == .null)
        case .observed: expect(lifted, badDate)
        }
    }

    @Test(arguments: Profile.allCases) func `a date's limit is before its begin, and three days before unless given`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let (event, other) = (await shop.event(), await shop.thing())
        let made = await shop.send(
            "POST", "/eventOccurrences",
            json: [
                "offerId": .string(event), "venueId": .string(shop.venue), "beginningDatetime": "2018-12-24T06:15:13Z",
                "endDatetime": "2018-12-24T07:00:00Z",
            ])
        let date = made.json["id"] ?? .null
        func post(_ more: JSONObject) async -> Answer {
            var body: JSONObject = ["eventOccurrenceId": date, "price": 10, "available": 5]
            for (key, value) in more { body[key] = value }
            return await shop.send("POST", "/stocks", json: .object(body))
        }
        expect(await post(["bookingLimitDatetime": "2018-12-24T06:15:14Z"]), afterBegin)
        let last = await post(["bookingLimitDatetime": "2018-12-24T06:15:13Z"])
        #expect(last.json["bookingLimitDatetime"] == "2018-12-24T06:15:13Z")
        let unspecified = await post([:])
        let limit: JSONValue = profile == .documented ? .null : "2018-12-21T23:59:13Z"
        #expect(unspecified.json["bookingLimitDatetime"] == limit)
        let both = await post(["offerId": .string(other)])
        #expect(both.json["offerId"] == .null && both.json["eventOccurrenceId"] == date)
    }

    @Test(arguments: Profile.allCases) func `a stock is changed and taken out by its structure`(profile: Profile) async
    {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let stock = await shop.stock(await shop.thing(), price: 1)
        let booked = await shop.book(young, stock, quantity: 2)
        let route = "/stocks/\(stock)"
        for method in ["PATCH", "DELETE"] {
            expect(await shop.service.send(method, route, by: young, json: ["price": 1]), Said.noRights)
        }
        let changed = await shop.send(
            "PATCH", route, json: ["price": 12, "available": 7, "bookingLimitDatetime": "2018-12-06T10:00:00Z"])
        #expect(changed.text.contains(#""price":12.00"#) && changed.json["available"] == 7)
        #expect(changed.json["bookingLimitDatetime"] == "2018-12-06T10:00:00Z")
        expect(
            await shop.send("PATCH", route, json: ["price": nil]),
            Said.field("price", "Cette information est obligatoire"))
        expect(await shop.send("PATCH", route, json: ["available": 0]), tooFew)
        #expect(await shop.send("PATCH", route, json: ["available": nil]).json["available"] == .null)
        #expect(await shop.send("PATCH", route, json: ["resellUnfetched": true]).json["resellUnfetched"] == nil)
        #expect(shop.service.state.stocks[Identifier(1)]?.resellsUnfetched == true)
        let gone = await shop.send("DELETE", route)
        #expect(gone.status == 200 && gone.json["isSoftDeleted"] == true)
        for method in ["GET", "PATCH", "DELETE"] {
            expect(await shop.send(method, route, json: ["price": 3]), Said.page)
        }
        let booking = await shop.service.send("GET", "/bookings/\(booked.id)", by: young)
        #expect(booking.json["isCancelled"] == true)
    }

    @Test func `the list shows fifty stocks a page, to anybody who is signed in`() async {
        let shop = await Shop(.observed)
        let offer = await shop.thing()
        var first = ""
        for number in 0..<52 {
            let stock = await shop.stock(offer)
            if number == 0 { first = stock }
        }
        _ = await shop.send("DELETE", "/stocks/\(first)")
        let young = Actor.user(await shop.service.young())
        #expect(await shop.service.send("GET", "/stocks", by: young).json.arrayValue?.count == 50)
        #expect(await shop.service.send("GET", "/stocks?page=2", by: young).json.arrayValue?.count == 1)
        expect(await shop.service.send("GET", "/stocks"), Said.keyOrLogIn)
    }
}
