// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// `PATCH /bookings/{id}`: contract 2018-12 §7.4, guide G22 to G25.
@Suite struct CancellationTests {
    let only = Said.field("isCancelled", "Vous pouvez seulement changer l'état isCancelled à vrai")
    let used = Said.field("booking", "Impossible d'annuler une réservation consommée")
    let notYours = "403 Vous n'avez pas le droit d'annuler cette réservation"

    private func cancel(
        _ shop: Shop, _ id: String, by person: Actor, _ body: JSONValue = ["isCancelled": true]
    ) async -> Answer {
        await shop.service.send("PATCH", "/bookings/\(id)", by: person, json: body)
    }

    @Test(arguments: Profile.allCases) func `a cancellation is answered in the contract's order`(
        profile: Profile
    ) async {
        let stage = await Booked(profile)
        let shop = stage.shop
        let other = Actor.user(await shop.service.young("jeune2@example.com"))
        expect(await cancel(shop, stage.id, by: .anonymous), Said.notSignedIn)
        let bodies: [JSONValue] = [
            [:], ["isCancelled": false], ["isCancelled": "true"], ["isUsed": true, "quantity": 9],
        ]
        for body in bodies {
            for id in [stage.id, "1", "GWS8SA9"] { expect(await cancel(shop, id, by: stage.young, body), only) }
        }
        expect(await cancel(shop, "1", by: stage.young), Said.badID)
        expect(await cancel(shop, "GWS8SA9", by: stage.young), Said.page)
        expect(await cancel(shop, stage.id, by: other), notYours)
        let answer = await cancel(shop, stage.id, by: stage.young)
        #expect(answer.status == 200 && answer.json["isCancelled"] == true && answer.json["isUsed"] == false)
        #expect(answer.json["token"] == .string(stage.token))
        #expect(await cancel(shop, stage.id, by: stage.young).status == 200)
        let plain = await shop.service.send("PATCH", "/bookings/\(stage.id)", by: stage.young, raw: Array("{}".utf8))
        expect(plain, "400 JSON data expected")
    }

    @Test(arguments: Profile.allCases) func `the credit and the seat come back`(profile: Profile) async {
        let shop = await Shop(profile)
        let id = await shop.service.young()
        let stock = await shop.stock(await shop.thing(), price: 12, ["available": 1])
        let before = shop.service.state.users[id]?.wallet
        let booked = await shop.book(.user(id), stock)
        #expect(shop.service.state.users[id]?.wallet != before)
        _ = await cancel(shop, booked.id, by: .user(id))
        #expect(shop.service.state.users[id]?.wallet == before)
        _ = await shop.book(.user(id), stock)
    }

    @Test(arguments: Profile.allCases) func `a used booking stays, whoever asks`(profile: Profile) async {
        let stage = await Booked(profile)
        let other = Actor.user(await stage.shop.service.young("jeune2@example.com"))
        _ = await stage.validate("", by: stage.shop.pro)
        for actor in [stage.young, stage.shop.pro, other] {
            expect(await cancel(stage.shop, stage.id, by: actor), used)
        }
    }

    @Test(arguments: Profile.allCases) func `the structure can cancel`(profile: Profile) async {
        let stage = await Booked(profile)
        #expect(await cancel(stage.shop, stage.id, by: stage.shop.pro).json["isCancelled"] == true)
    }

    @Test(arguments: Profile.allCases) func `within 72 hours of the begin the documents refuse the young person`(
        profile: Profile
    ) async {
        let shop = await Shop(profile)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event()
        for (span, isLate) in [(Span.hours(72), false), (.hours(72) - .seconds(1), true), (.hours(24), true)] {
            let date = await shop.date(offer, in: span)
            let limit = JSONValue.string((shop.service.now() + span).iso8601)
            let booked = await shop.book(young, await shop.seats(date, price: 1, ["bookingLimitDatetime": limit]))
            let answer = await cancel(shop, booked.id, by: young)
            if isLate, profile == .documented {
                let sentence = "Impossible d'annuler une réservation moins de 72h avant le début de l'évènement"
                expect(answer, Said.field("booking", sentence))
                #expect(await cancel(shop, booked.id, by: shop.pro).status == 200)
            } else {
                #expect(answer.status == 200, "\(span): \(answer.line)")
            }
        }
    }

    @Test func `a thing can be cancelled for one week, says the guide`() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let stock = await shop.stock(await shop.thing("Un disque", type: "ThingType.MUSIQUE"), price: 1)
        let (early, late) = (await shop.book(young, stock), await shop.book(young, stock))
        shop.service.advance(by: .days(7))
        #expect(await cancel(shop, early.id, by: young).status == 200)
        shop.service.advance(by: .seconds(1))
        let answer = await cancel(shop, late.id, by: young)
        expect(
            answer,
            Said.field("booking", "Impossible d'annuler une réservation plus de 7 jours après l'avoir faite"))
    }
}
