// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Payments")
struct PaymentTests {
    @Test("guide G32: a validated booking is paid with the next fortnight's transfer, to the cent and once")
    func validated() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let book = try world.book(young, try world.thing(shop, price: 12_34))
        let show = try world.book(young, try world.date(shop, begin: world.now + .days(3), price: 8_05), quantity: 2)
        try world.validate(book, by: shop)
        try world.validate(show, by: shop)
        let settled = world.advance(to: instant("2018-12-15T00:00:00Z"))
        #expect(settled.map(\.what) == [.bookingRecap(Identifier(2)), .paymentBatch])
        let transfer = try #require(world.state.transfers(of: shop.offerer).first)
        #expect(transfer.amount == cents(28_44))
        #expect(transfer.executedAt == instant("2018-12-15T00:00:00Z"))
        #expect(transfer.label == "pass Culture Pro - remboursement 2nde quinzaine 12-2018")
        #expect(transfer.bankDetails.iban == world.state.offerers[shop.offerer]?.bankDetails?.iban)
        let payment = try #require(world.state.payments[Identifier(1)])
        #expect(payment.rule == .physicalOffers)
        #expect(payment.statuses.map(\.state) == [.pending, .sent])
        // Twice gives no second payment: by hand, and by the calendar.
        #expect(try world.paysNothing())
        world.advance(by: .days(365))
        #expect(world.state.payments.count == 2)
        #expect(world.state.transfers.count == 1)
    }

    @Test("contract §9.3: the label of the first fortnight is that of days 1 to 14")
    func label() throws {
        var world = World()
        let shop = try world.shop()
        let booking = try world.book(try world.young(), try world.thing(shop))
        try world.validate(booking, by: shop)
        world.advance(to: instant("2018-12-14T23:59:59Z"))
        try world.perform(.runPayments)
        let label = try #require(world.state.payments[Identifier(1)]).label
        #expect(label == "pass Culture Pro - remboursement 1ère quinzaine 12-2018")
    }

    @Test("guide G32: to the venue's account, failing that to the structure's; one transfer for each account")
    func accounts() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let atVenue = try world.book(young, try world.thing(shop, price: 5_00))
        let game = try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr", price: 7_00)
        try world.perform(.setOfferEligible(Identifier(2), true))
        let online = try world.book(young, game)
        var changes = VenueChanges()
        changes.bankDetails = .some(BankDetailsDraft(iban: "FR7610107001011234567890129", bic: "BDFEFR2LCCB"))
        try world.perform(.updateVenue(by: .user(shop.user), shop.venue, changes))
        try world.fileRIB(.venue(shop.venue), for: shop)
        try world.perform(.acceptVenueBankDetails(shop.venue))
        try world.validate(atVenue, by: shop)
        try world.validate(online, by: shop)
        world.advance(by: .days(15))
        let transfers = world.state.transfers(of: shop.offerer)
        #expect(transfers.map(\.bankDetails.iban) == ["FR7610107001011234567890129", "FR7630001007941234567890185"])
        #expect(transfers.map(\.amount) == [cents(5_00), cents(7_00)])
        #expect(world.state.reimbursement(of: online)?.rule == .eligibleDigitalThings)
    }

    @Test("two structures that share an account get one transfer, as in the service")
    func sharedAccount() throws {
        var world = World()
        let shops = [try world.shop(), try world.shop()]
        let young = try world.young()
        for shop in shops {
            try world.enterBankDetails("FR7610107001011234567890129", for: shop)
            try world.fileRIB(.offerer(shop.offerer), for: shop)
            try world.perform(.acceptOffererBankDetails(shop.offerer))
            let booking = try world.book(young, try world.thing(shop, price: 5_00))
            try world.validate(booking, by: shop)
        }
        world.advance(by: .days(15))
        #expect(world.state.transfers.records.map(\.amount) == [cents(10_00)])
    }

    @Test("guide G30: no transfer before the team accepted the bank details; then the payment is retried once")
    func acceptance() throws {
        var world = World()
        let shop = try world.shop(isPaid: false)
        let booking = try world.book(try world.young(), try world.thing(shop))
        try world.validate(booking, by: shop)
        world.advance(to: instant("2018-12-15T00:00:00Z"))
        let id = Identifier<Payment>(1)
        #expect(world.state.payments[id]?.statuses.map(\.detail) == ["IBAN et BIC manquants sur l'offreur"])
        #expect(world.state.payments[id]?.statuses.map(\.state) == [.notProcessable])
        try world.enterBankDetails("FR7630001007941234567890185", for: shop)
        world.advance(to: instant("2019-01-01T00:00:00Z"))
        #expect(world.state.transfers.count == 0)
        try world.fileRIB(.offerer(shop.offerer), for: shop)
        try world.perform(.acceptOffererBankDetails(shop.offerer))
        world.advance(to: instant("2019-01-15T00:00:00Z"))
        let payment = try #require(world.state.payments[id])
        #expect(payment.statuses.map(\.state) == [.notProcessable, .pending, .sent])
        #expect(payment.label == "pass Culture Pro - remboursement 2nde quinzaine 01-2019")
        #expect(world.state.transfers.records.map(\.amount) == [cents(10_00)])
        world.advance(by: .days(100))
        #expect(world.state.transfers.count == 1)
        #expect(world.state.payments.count == 1)
    }

    @Test("guide G30: bank details that change await acceptance anew; in observed they count at once")
    func changedDetails() throws {
        var world = World()
        let shop = try world.shop()
        #expect(world.state.offerers[shop.offerer]?.bankDetails?.isAccepted == true)
        try world.enterBankDetails("FR7630001007941234567890185", for: shop)
        try world.enterBankDetails("FR7610107001011234567890129", for: shop)
        #expect(world.state.offerers[shop.offerer]?.bankDetails?.isAccepted == false)
        // Entered again, they are what they were: not accepted, then accepted.
        try world.enterBankDetails("FR7610107001011234567890129", for: shop)
        #expect(world.state.offerers[shop.offerer]?.bankDetails?.isAccepted == false)
        try world.fileRIB(.offerer(shop.offerer), for: shop)
        try world.perform(.acceptOffererBankDetails(shop.offerer))
        try world.enterBankDetails("FR7610107001011234567890129", for: shop)
        #expect(world.state.offerers[shop.offerer]?.bankDetails?.isAccepted == true)
        var observed = World(.observed)
        let other = try observed.shop(isPaid: false)
        try observed.enterBankDetails("FR7610107001011234567890129", for: other)
        #expect(observed.state.offerers[other.offerer]?.bankDetails?.isAccepted == true)
    }

    @Test("guide G26: an eligible digital offer is paid at its price, another 0; in observed every one 0")
    func digital() throws {
        for (profile, isEligible, amount) in [
            (.documented, true, 10_00), (.documented, false, 0), (.observed, true, 0),
        ] as [(Profile, Bool, Int64)] {
            var world = World(profile)
            let shop = try world.shop()
            let stock = try world.thing(shop, type: "ThingType.PRESSE_ABO", url: "https://journal.fr")
            try world.perform(.setOfferEligible(Identifier(1), isEligible))
            let booking = try world.book(try world.young(), stock)
            world.advance(by: .days(60))
            #expect(world.state.payments.count == 0, "a digital booking that is not validated is never paid")
            try world.validate(booking, by: shop)
            world.advance(by: .days(15))
            #expect(world.state.payments.records.map(\.amount) == [cents(amount)])
            #expect(world.state.transfers.count == (amount > 0 ? 1 : 0))
            #expect(
                world.state.reimbursement(of: booking)?.rule == (amount > 0 ? .eligibleDigitalThings : .digitalThings))
        }
    }

    @Test("contract §9.2: 23,000 EUR exactly are paid; the booking that crosses gets nothing, and so does what follows")
    func ceiling() throws {
        var world = World()
        let shop = try world.shop()
        // 46 times 499 EUR are 22,954 EUR: 46 EUR are left.
        let dear = try world.date(shop, begin: world.now + .days(30), price: 499_00)
        let rest = try world.date(shop, begin: world.now + .days(30), price: 46_00)
        let cent = try world.date(shop, begin: world.now + .days(30), price: 1)
        for _ in 0..<46 { try world.validate(try world.book(try world.young(), dear), by: shop) }
        let young = try world.young()
        try world.validate(try world.book(young, rest), by: shop)
        world.advance(by: .days(15))
        #expect(world.state.transfers.records.map(\.amount) == [cents(23_000_00)])
        let crossing = try world.book(young, cent)
        #expect(world.state.reimbursement(of: crossing)?.rule == .maximum)
        try world.validate(crossing, by: shop)
        world.advance(by: .days(30))
        let last = try #require(world.state.payments[Identifier(48)])
        #expect(last.rule == .maximum)
        #expect(last.amount == .zero)
        #expect(last.statuses.map(\.state) == [.pending])
        #expect(world.state.transfers.count == 1)
    }

    @Test("contract §9.2: the booking that crosses the ceiling within one batch gets nothing, entirely")
    func crossingWithinABatch() throws {
        var world = World()
        let shop = try world.shop()
        let dear = try world.date(shop, begin: world.now + .days(30), price: 499_00)
        for _ in 0..<48 { try world.validate(try world.book(try world.young(), dear), by: shop) }
        world.advance(by: .days(15))
        #expect(world.state.transfers.records.map(\.amount) == [cents(46 * 499_00)])
        #expect(world.state.payments.records.filter { $0.rule == .maximum }.map(\.bookingID.number) == [47, 48])
    }

    @Test("contract §9.2: digital offers that are not reimbursed do not count towards the ceiling")
    func digitalOffersDoNotCount() throws {
        var world = World()
        let shop = try world.shop()
        let game = try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr", price: 200_00)
        let show = try world.date(shop, begin: world.now + .days(60), price: 1_00)
        for _ in 0..<116 { try world.validate(try world.book(try world.young(), game), by: shop) }
        let young = try world.young()
        try world.validate(try world.book(young, show), by: shop)
        world.advance(by: .days(15))
        try world.validate(try world.book(young, show), by: shop)
        world.advance(by: .days(15))
        #expect(world.state.transfers.records.map(\.amount) == [cents(1_00), cents(1_00)])
    }

    @Test("contract §9.2, guide G26: an eligible digital offer is paid beyond the ceiling, and takes nothing of it")
    func eligibleDigitalOffersBesideTheCeiling() throws {
        var world = World()
        let shop = try world.shop()
        let game = try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr", price: 20_00)
        try world.perform(.setOfferEligible(Identifier(1), true))
        try world.validate(try world.book(try world.young(), game), by: shop)
        world.advance(by: .days(15))
        // Neither what was paid before nor what is paid along takes anything of it.
        let dear = try world.date(shop, begin: world.now + .days(30), price: 460_00)
        try world.validate(try world.book(try world.young(), game), by: shop)
        for _ in 0..<50 { try world.validate(try world.book(try world.young(), dear), by: shop) }
        world.advance(by: .days(15))
        try world.validate(try world.book(try world.young(), game), by: shop)
        world.advance(by: .days(15))
        #expect(
            world.state.transfers.records.map(\.amount) == [cents(20_00), cents(23_020_00), cents(20_00)])
    }

    @Test("guide G22, G24, G25: a date that nobody came to is paid all the same, once it is over")
    func noShow() throws {
        var world = World()
        let shop = try world.shop()
        let begin = instant("2018-12-10T20:00:00Z")
        let booking = try world.book(try world.young(), try world.date(shop, begin: begin))
        world.advance(to: begin + .hours(2) - .seconds(1))
        #expect(try world.paysNothing())
        let settled = world.advance(by: .seconds(1))
        #expect(settled.map(\.what) == [.bookingPayable(booking)])
        world.advance(to: instant("2018-12-15T00:00:00Z"))
        #expect(world.state.transfers.records.map(\.amount) == [cents(10_00)])
        #expect(try !world.booking(booking).isUsed)
    }

    @Test("contract §9.1: in observed it is 48 h after the begin")
    func observedNoShow() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let begin = instant("2018-12-10T20:00:00Z")
        let booking = try world.book(try world.young(), try world.date(shop, begin: begin))
        let settled = world.advance(to: instant("2018-12-14T00:00:00Z"))
        #expect(settled.map(\.what) == [.bookingRecap(Identifier(1)), .bookingPayable(booking)])
        #expect(settled.map(\.at) == [begin, begin + .hours(48)])
    }

    @Test("contract §9.1: in observed a batch by hand pays what began more than 48 h ago, no sooner")
    func observedBatchByHand() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let begin = instant("2018-12-10T20:00:00Z")
        _ = try world.book(try world.young(), try world.date(shop, begin: begin))
        for (span, payments) in [(Span.hours(48), 0), (Span(microseconds: 1), 1)] {
            world.advance(to: max(world.now, begin))
            world.advance(by: span)
            try world.perform(.runPayments)
            #expect(world.state.payments.count == payments)
        }
    }

    @Test("a booking that becomes payable and is cancelled before the batch is not paid (observed)")
    func cancelledBeforeTheBatch() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        let begin = instant("2018-12-06T20:00:00Z")
        let booking = try world.book(young, try world.date(shop, begin: begin))
        world.advance(to: instant("2018-12-12T00:00:00Z"))
        try world.perform(.cancelBooking(by: .user(young), booking))
        world.advance(by: .days(60))
        #expect(world.state.payments.count == 0)
    }
}
