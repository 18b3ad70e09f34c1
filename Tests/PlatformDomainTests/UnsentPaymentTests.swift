// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("A payment that was made out and never left")
struct UnsentPaymentTests {
    /// A show over which nobody came to, at a structure without an account: its payment is made out, and waits.
    private struct NoShow {
        var world: World
        let shop: Shop
        let young: Identifier<User>
        let stock: Identifier<Stock>
        let booking: Identifier<Booking>
        let payment = Identifier<Payment>(1)

        init(_ profile: Profile = .documented, isPaid: Bool = false, price: Int64 = 12_00) throws {
            world = World(profile)
            shop = try world.shop(isPaid: isPaid)
            young = try world.young()
            stock = try world.date(shop, begin: instant("2018-12-10T19:00:00Z"), price: price)
            booking = try world.book(young, stock)
            world.advance(to: instant("2018-12-15T00:00:00Z"))
            #expect(try world.booking(booking).paymentID == payment)
            #expect(world.state.transfers.count == 0)
        }

        func cancellation(by actor: Actor) -> Command { .cancelBooking(by: actor, booking) }

        /// Moves the show, to two hours from then on.
        mutating func move(_ begin: Instant) throws {
            try world.perform(
                .updateOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(2)))
        }

        /// Gives the structure an account that the team accepts.
        mutating func open() throws {
            try world.enterBankDetails("FR7630001007941234567890185", for: shop)
            try world.fileRIB(.offerer(shop.offerer), for: shop)
            try world.perform(.acceptOffererBankDetails(shop.offerer))
        }

        /// The history of the first payment, as the wire has it.
        var statuses: [String]? { world.state.payments[payment]?.statuses.map(\.state.rawValue) }
    }

    @Test(
        "the structure cancels the booking: the credit returns, and nothing is ever paid", arguments: Profile.allCases)
    func cancellation(profile: Profile) throws {
        var show = try NoShow(profile)
        try show.world.perform(show.cancellation(by: .user(show.shop.user)))
        #expect(try show.world.booking(show.booking).isCancelled)
        #expect(try show.world.booking(show.booking).paymentID == nil)
        #expect(try show.world.user(show.young).spent == .zero)
        #expect(show.statuses == ["NOT PROCESSABLE", "WITHDRAWN"])
        #expect(show.world.state.payments[show.payment]?.statuses.last?.detail == "Réservation annulée")
        try show.open()
        show.world.advance(by: .days(60))
        #expect(show.world.state.transfers.count == 0)
        #expect(show.world.state.payments.count == 1)
        #expect(show.world.state.violations.isEmpty)
    }

    @Test("contract §6.3, §6.4: a date or a stock that is taken out cancels it", arguments: [true, false])
    func deletion(ofDate: Bool) throws {
        var show = try NoShow()
        let pro = Actor.user(show.shop.user)
        try show.world.perform(
            ofDate ? .deleteOccurrence(by: pro, Identifier(1)) : .deleteStock(by: pro, show.stock))
        #expect(try show.world.booking(show.booking).isCancelled)
        #expect(try show.world.user(show.young).spent == .zero)
        #expect(show.world.state.violations.isEmpty)
    }

    @Test(
        "a validated booking that nobody was paid for goes with its date in observed alone", arguments: Profile.allCases
    )
    func validated(profile: Profile) throws {
        var show = try NoShow(profile)
        try show.world.validate(show.booking, by: show.shop)
        try show.world.perform(.deleteOccurrence(by: .user(show.shop.user), Identifier(1)))
        #expect(try show.world.booking(show.booking).isCancelled == (profile == .observed))
        try show.open()
        show.world.advance(by: .days(30))
        #expect(show.world.state.transfers.count == (profile == .observed ? 0 : 1))
        #expect(show.world.state.violations.isEmpty)
    }

    @Test("today's countermark routes do not call it paid: the validation can be taken back, and then nothing is paid")
    func seenByToday() throws {
        var show = try NoShow()
        try show.world.perform(
            .publicV1(.createProvider(ProviderDraft(name: "Caisse", keyDigest: "1", hmacKey: Secret("clé")))))
        let id = Identifier<Provider>(1)
        let venue = try #require(show.world.state.venue(of: show.stock)?.id)
        try show.world.perform(.publicV1(.linkVenue(id, venue)))
        let token = try show.world.booking(show.booking).token
        func use() -> Command { .publicV1(.useCountermark(by: id, token)) }
        func keep() -> Command { .publicV1(.keepCountermark(by: id, token)) }
        #expect(show.world.refusal(keep()) == .publicV1(.notUsed))
        try show.world.perform(use())
        #expect(show.world.refusal(use()) == .publicV1(.used))
        try show.world.perform(keep())
        #expect(show.statuses == ["NOT PROCESSABLE", "WITHDRAWN"])
        #expect(show.world.state.payments[show.payment]?.statuses.last?.detail == "Validation annulée")
        #expect(show.world.state.violations.isEmpty)
        try show.world.perform(.publicV1(.cancelCountermark(by: id, token)))
        try show.open()
        show.world.advance(by: .days(60))
        #expect(show.world.state.transfers.count == 0)
        #expect(show.world.state.violations.isEmpty)
    }

    @Test("a show put off is paid once it is over, not before; until 72 h before it the young person can cancel")
    func putOff() throws {
        var show = try NoShow()
        let begin = instant("2019-02-10T19:00:00Z")
        try show.move(begin)
        #expect(show.statuses == ["NOT PROCESSABLE", "WITHDRAWN"])
        #expect(show.world.state.payments[show.payment]?.statuses.last?.detail == "Date déplacée")
        #expect(show.world.state.paymentProgress(of: try show.world.booking(show.booking)) == .toValidate)
        try show.open()
        show.world.advance(to: begin - .hours(72))
        #expect(show.world.state.transfers.count == 0)
        #expect(show.world.refusal(show.cancellation(by: .user(show.young))) == nil)
        show.world.advance(by: .seconds(1))
        #expect(
            show.world.refusal(show.cancellation(by: .user(show.young))) == .cancellationWindowPast(hours: 72))
        show.world.advance(to: instant("2019-02-15T00:00:00Z"))
        #expect(show.world.state.transfers.records.map(\.amount) == [cents(12_00)])
        #expect(show.world.state.transfers.records.map(\.paymentIDs) == [[Identifier(2)]])
        #expect(show.world.refusal(show.cancellation(by: .user(show.shop.user))) == .bookingPaid)
        show.world.advance(by: .days(60))
        #expect(show.world.state.transfers.count == 1)
        #expect(show.world.state.violations.isEmpty)
    }

    @Test("what is over after the move too, or was validated, keeps its payment")
    func kept() throws {
        var show = try NoShow()
        try show.move(instant("2018-12-11T19:00:00Z"))
        #expect(show.statuses == ["NOT PROCESSABLE"])
        try show.world.validate(show.booking, by: show.shop)
        try show.move(instant("2019-02-10T19:00:00Z"))
        #expect(show.statuses == ["NOT PROCESSABLE"])
        try show.open()
        show.world.advance(to: instant("2019-01-01T00:00:00Z"))
        #expect(show.statuses == ["NOT PROCESSABLE", "PENDING", "SENT"])
        #expect(show.world.state.payments.count == 1)
    }

    @Test("guide G22: the list is there as long as somebody may still come late")
    func list() throws {
        var show = try NoShow()
        let date = try #require(show.world.state.occurrences[Identifier(1)])
        let booking = try show.world.booking(show.booking)
        #expect(show.world.state.attendance(of: date, at: show.world.now) == .expected([booking]))
        try show.open()
        show.world.advance(to: instant("2019-01-01T00:00:00Z"))
        #expect(show.world.state.transfers.count == 1)
        #expect(show.world.state.attendance(of: date, at: show.world.now) == .over)
    }

    @Test("a free seat is never paid, and can be cancelled though its payment of nothing was made out")
    func free() throws {
        var show = try NoShow(isPaid: true, price: 0)
        #expect(show.statuses == ["PENDING"])
        let date = try #require(show.world.state.occurrences[Identifier(1)])
        #expect(show.world.state.attendance(of: date, at: show.world.now) == .over, "nothing is to come")
        #expect(show.world.refusal(show.cancellation(by: .user(show.shop.user))) == nil)
        try show.move(instant("2019-02-10T19:00:00Z"))
        try show.world.perform(show.cancellation(by: .user(show.young)))
        #expect(show.statuses == ["PENDING", "WITHDRAWN"])
        #expect(show.world.state.violations.isEmpty)
    }

    @Test("contract §9.2: what was taken back no longer counts towards the structure's ceiling")
    func ceiling() throws {
        var show = try NoShow(price: 400_00)
        // 57 times 400 EUR more are 23,200 EUR with the first one, 22,800 EUR without it.
        let stock = try show.world.date(show.shop, begin: show.world.now + .days(90), price: 400_00)
        let others = try (0..<57).map { _ in try show.world.book(try show.world.young(), stock) }
        #expect(show.world.state.reimbursement(of: others[0])?.rule == .physicalOffers)
        try show.world.perform(show.cancellation(by: .user(show.shop.user)))
        for id in others { try show.world.validate(id, by: show.shop) }
        try show.open()
        show.world.advance(by: .days(30))
        #expect(show.world.state.transfers.records.map(\.amount) == [cents(57 * 400_00)])
    }

    @Test("a history of before, in which a payment stayed with a show put off, gives the state that it gave")
    func before() throws {
        let show = try NoShow()
        var old = show.world
        var date = try #require(old.state.occurrences[Identifier(1)])
        date.begin = instant("2019-02-10T19:00:00Z")
        date.end = date.begin + .hours(2)
        old.happen(.occurrenceUpdated(date))
        #expect(try old.booking(show.booking).paymentID == show.payment)
        #expect(old.state.payments[show.payment]?.statuses.count == 1)
        #expect(old.state.violations.isEmpty)
        // From there on it is as good as any other: it can be called off, and its credit returns.
        try old.perform(.cancelBooking(by: .user(show.young), show.booking))
        #expect(try old.user(show.young).spent == .zero)
        #expect(old.state.violations.isEmpty)
    }
}
