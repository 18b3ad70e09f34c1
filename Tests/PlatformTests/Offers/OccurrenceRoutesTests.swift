// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// Dates: contract 2018-12 §6.3.
@Suite struct OccurrenceRoutesTests {
    private func body(_ shop: Shop, _ offer: String, _ changes: JSONObject = [:]) -> JSONValue {
        var body: JSONObject = [
            "offerId": .string(offer), "venueId": .string(shop.venue), "beginningDatetime": "2018-12-24T20:00:00Z",
            "endDatetime": "2018-12-24T22:00:00Z",
        ]
        for (key, value) in changes { body[key] = value == "(left out)" ? JSONValue?.none : value }
        return .object(body)
    }

    @Test(arguments: Profile.allCases) func `a date is judged in the contract's order`(profile: Profile) async {
        let shop = await Shop(profile)
        let (event, thing) = (await shop.event(), await shop.thing())
        let badDate = "Format de date invalide"
        let rows: [(changes: JSONObject, line: String)] = [
            (["offerId": "(left out)"], Said.field("offerId", "Ce champ est obligatoire")),
            (["offerId": "1"], Said.badID), (["offerId": "GWS8SA9"], Said.page),
            (["offerId": .string(thing)], Said.page),
            (["beginningDatetime": "demain"], Said.field("beginningDatetime", badDate)),
            (["beginningDatetime": nil], Said.field("beginningDatetime", badDate)),
            (["beginningDatetime": ""], Said.field("beginningDatetime", badDate)),
            (["endDatetime": "2018-01-01"], Said.field("endDatetime", badDate)),
            (["endDatetime": "2018-12-24T22:00:00+01:00"], Said.field("endDatetime", badDate)),
            (["venueId": "(left out)"], Said.field("venueId", "Vous devez préciser un identifiant de lieu")),
            (["venueId": "1"], Said.badID), (["venueId": "GWS8SA9"], Said.page),
            (
                ["endDatetime": "2018-12-24T19:59:59Z"],
                Said.field("endDatetime", "La date de fin de l'événement doit être postérieure à la date de début")
            ),
            (["endDatetime": "2018-12-24T20:00:00Z"], Said.technical),
            (["endDatetime": "(left out)"], Said.field("endDatetime", "Cette information est obligatoire")),
        ]
        for (changes, line) in rows {
            let answer = await shop.send("POST", "/eventOccurrences", json: body(shop, event, changes))
            expect(answer, line, "\(JSONValue.object(changes))")
        }
        let young = Actor.user(await shop.service.young())
        let stranger = await Shop(profile, shop.service, email: "autre@example.com", siren: "552081317")
        let refused: [(actor: Actor, changes: JSONObject)] = [
            (young, [:]), (stranger.pro, [:]), (stranger.pro, ["venueId": .string(stranger.venue)]),
        ]
        for (actor, changes) in refused {
            let answer = await shop.service.send(
                "POST", "/eventOccurrences", by: actor, json: body(shop, event, changes))
            expect(answer, Said.noRights)
        }
        expect(await shop.service.send("POST", "/eventOccurrences", json: body(shop, event)), Said.keyOrLogIn)
        #expect(shop.service.state.occurrences.count == 0)
    }

    @Test func `a date is answered as it was given, in whichever of the three forms`() async {
        let shop = await Shop(.observed)
        let event = await shop.event()
        let answer = await shop.send("POST", "/eventOccurrences", json: body(shop, event))
        expect(
            answer,
            #"201 {"accessibility":"\u0000","beginningDatetime":"2018-12-24T20:00:00Z","#
                + #""dateModifiedAtLastProvider":"2018-12-03T10:00:00.123456Z","endDatetime":"2018-12-24T22:00:00Z","#
                + #""id":"AE","idAtProviders":null,"isSoftDeleted":false,"lastProviderId":null,"#
                + #""modelName":"EventOccurrence","offerId":"\#(event)","stocks":[],"type":null}"#)
        for (sent, shown) in [
            ("2018-12-24T20:00:00.25Z", "2018-12-24T20:00:00.250000Z"), ("2018-12-24T20:00:00", "2018-12-24T20:00:00Z"),
            ("2018-01-01T20:00:00Z", "2018-01-01T20:00:00Z"),
        ] {
            let changed = body(shop, event, ["beginningDatetime": .string(sent)])
            let answer = await shop.send("POST", "/eventOccurrences", json: changed)
            #expect(answer.status == 201 && answer.json["beginningDatetime"] == .string(shown), "\(sent)")
        }
    }

    @Test(arguments: Profile.allCases) func `a date is read, moved and taken out by its structure`(profile: Profile)
        async
    {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let date = await shop.date(await shop.event())
        let seats = await shop.seats(date, price: 1, ["bookingLimitDatetime": "2018-12-20T00:00:00Z"])
        let booked = await shop.book(young, seats)
        let route = "/eventOccurrences/\(date)"
        #expect(await shop.send("GET", route).json["stocks"]?[0]?["id"] == .string(seats))
        expect(await shop.send("GET", "/eventOccurrences/GWS8SA9"), Said.page)
        expect(await shop.service.send("GET", route), Said.keyOrLogIn)
        for method in ["PATCH", "DELETE"] {
            expect(await shop.service.send(method, route, by: young, json: [:]), Said.noRights)
            expect(await shop.send(method, "/eventOccurrences/GWS8SA9", json: [:]), Said.page)
        }
        expect(
            await shop.send("PATCH", route, json: ["endDatetime": "demain"]),
            Said.field("endDatetime", "Format de date invalide"))
        let moved = await shop.send("PATCH", route, json: ["endDatetime": "2018-12-30T22:00:00Z"])
        #expect(moved.status == 200 && moved.json["endDatetime"] == "2018-12-30T22:00:00Z")
        let gone = await shop.send("DELETE", route)
        #expect(gone.status == 200 && gone.json["isSoftDeleted"] == true && gone.json["stocks"] == nil)
        expect(await shop.send("GET", "/stocks/\(seats)"), Said.page)
        let booking = await shop.service.send("GET", "/bookings/\(booked.id)", by: young)
        #expect(booking.json["isCancelled"] == true)
        expect(await shop.send("PATCH", "/bookings/token/\(booked.token)"), CountermarkCheckTests.cancelled)
    }
}
