// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// The guide's five journeys: G22 to G28.
@Suite("The guide, journeys") struct GuideJourneyTests {
    private let tooLate = Said.field(
        "booking", "Impossible d'annuler une réservation moins de 72h avant le début de l'évènement")

    @Test(
        "G22: a cinema's seat is cancelled until 72 h before; past that it is paid without a visit, once, within 15 days"
    )
    func cinema() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event(type: "EventType.CINEMA")
        let seats = await shop.seats(await shop.date(offer, in: .days(5)), price: 9)
        let bookings = await [shop.book(young, seats), shop.book(young, seats), shop.book(young, seats)]
        shop.service.advance(by: .hours(48))
        #expect(await shop.cancel(bookings[0].id, by: young).status == 200)
        shop.service.advance(by: .seconds(1))
        expect(await shop.cancel(bookings[1].id, by: young), tooLate)
        #expect(try shop.transferred() == [])
        // After the show: one is validated late, the other never; both are paid, the whole seat, and once.
        shop.service.advance(by: .days(4))
        #expect(await shop.validate(bookings[1].token).status == 204)
        shop.service.advance(by: .days(15))
        #expect(try shop.transferred() == [18_00])
        #expect(await shop.validate(bookings[2].token).status == 204)
        shop.service.advance(by: .days(15))
        #expect(try shop.transferred() == [18_00])
    }

    @Test(
        "G22: of a structure without an account nobody was paid: its list stays, and taking out the date returns the credit"
    )
    func unpaid() async {
        let shop = await Shop(.documented)
        let id = await shop.service.young()
        let date = await shop.date(await shop.event(type: "EventType.CINEMA"), in: .days(7))
        let booking = await shop.book(.user(id), shop.seats(date, price: 12))
        shop.service.advance(by: .days(12))
        let list = await shop.send("GET", "/eventOccurrences/\(date)/attendees")
        #expect(shop.service.state.payments.count == 1)
        #expect(list.json["attendees"]?.arrayValue?.map { $0["token"] } == [.string(booking.token)], "\(list.line)")
        expect(await shop.cancel(booking.id, by: .user(id)), tooLate)
        #expect(await shop.send("DELETE", "/eventOccurrences/\(date)").status == 200)
        let shown = await shop.service.send("GET", "/bookings/\(booking.id)", by: .user(id)).json
        #expect(shown["isCancelled"] == true)
        #expect(shop.service.state.users[id]?.spent == .zero)
    }

    @Test(
        "G22: in the last 72 hours names, first names, mails and countermarks are printed; before, and when all is done, not"
    )
    func attendees() async throws {
        let shop = await Shop(.documented)
        let zoe = await shop.youngPerson("Zoé", "Martin")
        let ana = await shop.youngPerson("=ana()", "<Bernard>; fils")
        let date = await shop.date(await shop.event(type: "EventType.CINEMA"), in: .days(5))
        let seats = await shop.seats(date)
        let first = await shop.book(zoe, seats, quantity: 2)
        let dropped = await shop.book(ana, seats)
        let second = await shop.book(ana, seats)
        _ = await shop.cancel(dropped.id, by: ana)
        let path = "/eventOccurrences/\(date)/attendees"
        expect(
            await shop.send("GET", path),
            Said.field("global", "La liste des inscrits peut être imprimée à partir du 5 décembre 2018 à 11:00"))
        shop.service.advance(by: .days(2))
        let csv = await shop.send("GET", path + "?format=csv")
        #expect(csv.contentType == "text/csv; charset=utf-8")
        #expect(
            csv.text == """
                \u{FEFF}Nom;Prénom;Mail;Contremarque;Places;Validée\r
                "<Bernard>; fils";'=ana();'=ana()@example.com;\(second.token);1;non\r
                Martin;Zoé;zoé@example.com;\(first.token);2;non\r

                """)
        let page = await shop.service.send("GET", path, by: shop.pro, headers: [("Accept", "text/html,*/*;q=0.8")])
        #expect(page.contentType == "text/html; charset=utf-8")
        #expect(page.text.contains("<html lang=\"fr\">") && page.text.contains("&lt;Bernard&gt;; fils"))
        #expect(!page.text.contains("<Bernard>") && page.text.contains(first.token))
        let list = await shop.send("GET", path).json["attendees"]?.arrayValue ?? []
        #expect(list.map { $0["token"] } == [.string(second.token), .string(first.token)])
        expect(await shop.service.send("GET", path, by: zoe), Said.noRights)
        expect(await shop.service.send("GET", path), Said.notSignedIn)
        expect(await shop.send("GET", "/eventOccurrences/GWS8SA9/attendees"), Said.page)
        #expect(await shop.send("GET", path + "?format=pdf").keys == ["format"])
        // After the show one countermark is left to validate, then none.
        shop.service.advance(by: .days(4))
        _ = await shop.validate(first.token)
        #expect(await shop.send("GET", path).status == 200)
        _ = await shop.validate(second.token)
        #expect(await shop.send("GET", path).status == 410)
    }

    @Test("G23: a book is cancelled within a week, by the reader or by itself; the bookshop chooses what becomes of it")
    func books() async throws {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let kept = await shop.stock(await shop.thing("Gardé"), price: 8, ["available": 1])
        let resold = await shop.stock(
            await shop.thing("Revendu"), price: 8, ["available": 1, "resellUnfetched": true])
        let bookings = await [shop.book(young, kept), shop.book(young, resold)]
        let third = await shop.book(young, await shop.stock(await shop.thing("Retiré"), price: 8))
        shop.service.advance(by: .days(6))
        #expect(await shop.validate(third.token).status == 204)
        shop.service.advance(by: .days(1))
        for booking in bookings { #expect(await shop.validate(booking.token).status == 410) }
        let wallet = await shop.service.send("GET", "/users/current", by: young).json["wallet_balance"]
        #expect(wallet?.numberValue?.text == "491.00")
        for (stock, status) in [(kept, 400), (resold, 201)] {
            let answer = await shop.service.send(
                "POST", "/bookings", by: young, json: ["stockId": .string(stock), "quantity": 1])
            #expect(answer.status == status, "\(answer.line)")
        }
    }

    @Test("G23: the reader cancels within one week")
    func bookCancelled() async {
        let stage = await Booked(.documented)
        stage.shop.service.advance(by: .days(6))
        #expect(await stage.shop.cancel(stage.id, by: stage.young).status == 200)
    }

    @Test("G24: a show's seat is cancelled until 72 h before it, and paid all the same afterwards")
    func show() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event(type: "EventType.SPECTACLE_VIVANT")
        // Two performances: who booked the second one may cancel until 72 h before that one.
        _ = await shop.seats(await shop.date(offer, in: .days(4)), price: 20)
        let second = await shop.seats(await shop.date(offer, in: .days(8)), price: 20)
        let bookings = await [shop.book(young, second), shop.book(young, second)]
        shop.service.advance(by: .days(5))
        #expect(await shop.cancel(bookings[0].id, by: young).status == 200)
        shop.service.advance(by: .seconds(1))
        expect(await shop.cancel(bookings[1].id, by: young), tooLate)
        shop.service.advance(by: .days(15))
        #expect(try shop.transferred() == [20_00])
    }

    @Test("G25: a course is cancelled until 72 h before its first session, whichever of its dates was booked")
    func practice() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event(type: "EventType.PRATIQUE_ARTISTIQUE")
        _ = await shop.seats(await shop.date(offer, in: .days(4)), price: 30)
        let second = await shop.seats(await shop.date(offer, in: .days(11)), price: 30)
        let bookings = await [shop.book(young, second), shop.book(young, second)]
        shop.service.advance(by: .days(1))
        #expect(await shop.cancel(bookings[0].id, by: young).status == 200)
        shop.service.advance(by: .seconds(1))
        expect(await shop.cancel(bookings[1].id, by: young), tooLate)
        // At the first session the countermark is good, and paid in the next transfer.
        shop.service.advance(by: .days(3))
        #expect(await shop.validate(bookings[1].token).status == 204)
        shop.service.advance(by: .days(15))
        #expect(try shop.transferred() == [30_00])
    }

    @Test("G25: who joins a course that has begun has until 72 h before the next session")
    func joinedLater() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event(type: "EventType.PRATIQUE_ARTISTIQUE")
        _ = await shop.date(offer, in: .days(1))
        let second = await shop.seats(await shop.date(offer, in: .days(11)))
        shop.service.advance(by: .days(2))
        let booking = await shop.book(young, second)
        shop.service.advance(by: .days(5))
        #expect(await shop.cancel(booking.id, by: young).status == 200)
    }

    @Test(
        "G25: a session that is added after the booking, be it at the same instant, takes nothing from the right to cancel"
    )
    func addedSession() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event(type: "EventType.PRATIQUE_ARTISTIQUE")
        let seats = await shop.seats(await shop.date(offer, in: .days(20)))
        let bookings = await [shop.book(young, seats), shop.book(young, seats)]
        _ = await shop.date(offer, in: .days(2))
        #expect(await shop.cancel(bookings[0].id, by: young).status == 200)
        shop.service.advance(by: .days(1))
        _ = await shop.date(offer, in: .hours(12))
        #expect(await shop.cancel(bookings[1].id, by: young).status == 200)
        // Who books afterwards knows of the added one.
        expect(await shop.cancel(shop.book(young, seats).id, by: young), tooLate)
    }

    @Test("G26: a digital offer is paid when it is eligible, and its partner sees the conversion rate")
    func digital() async throws {
        let shop = await Shop(.documented)
        try await shop.agreeOnBank()
        let young = Actor.user(await shop.service.young())
        let offers = await [shop.digital(), shop.digital()]
        try shop.service.perform(.setOfferEligible(Identifier(1), true)) { _, _ in }
        let stocks = await [shop.stock(offers[0], price: 5), shop.stock(offers[1], price: 6)]
        let path = "/offers/\(offers[0])/conversion"
        #expect(await shop.send("GET", path).json["conversionPercent"] == .null)
        let used = await shop.book(young, stocks[0])
        for _ in 0..<2 { _ = await shop.book(young, stocks[0]) }
        _ = await shop.cancel(shop.book(young, stocks[0]).id, by: young)
        let other = await shop.book(young, stocks[1])
        for token in [used.token, other.token] { #expect(await shop.validate(token).status == 204) }
        #expect(try shop.transferred() == [5_00])
        let conversion = await shop.send("GET", path).json
        #expect(conversion["booked"] == 3 && conversion["validated"] == 1 && conversion["cancelled"] == 1)
        #expect(conversion["conversionPercent"]?.numberValue?.text == "33.33")
        expect(await shop.service.send("GET", path, by: young), Said.noRights)
        expect(await shop.service.send("GET", path), Said.notSignedIn)
        expect(await shop.send("GET", "/offers/GWS8SA9/conversion"), Said.page)
    }

    @Test("G27: the partner sees last name, first name, mail and countermark of its bookings, before they are used")
    func partnerBookings() async {
        let shop = await Shop(.documented)
        let booking = await shop.book(shop.youngPerson("Ana", "Bernard"), shop.stock(shop.thing()))
        let row = await shop.send("GET", "/offerers/\(shop.offererID)/bookings").json[0]
        #expect(row?["user"] == ["email": "ana@example.com", "firstName": "Ana", "lastName": "Bernard"])
        #expect(row?["token"] == .string(booking.token) && row?["isUsed"] == false)
    }

    @Test("G28: a till's button needs no page of the portal: the countermark's routes take any caller's log-in")
    func tillButton() async {
        let routes = Prototype2018.routes().filter { $0.template == "/bookings/token/{token}" }
        #expect(routes.map(\.method).sorted() == ["GET", "PATCH"])
        #expect(routes.allSatisfy { !$0.needsOrigin })
        let stage = await Booked(.documented)
        #expect(await stage.check("", by: stage.shop.pro).status == 200)
        #expect(await stage.validate("", by: stage.shop.pro).status == 204)
    }
}
