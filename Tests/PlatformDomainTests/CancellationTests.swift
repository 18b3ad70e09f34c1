// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Cancelling and expiring")
struct CancellationTests {
    @Test("contract §7.4: used, then rights, then already cancelled")
    func order() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stranger = try world.young()
        let stock = try world.thing(shop)
        let used = try world.book(young, stock)
        try world.validate(used, by: shop)
        #expect(world.refusal(.cancelBooking(by: .user(stranger), Identifier(9))) == .unknown(.booking))
        #expect(world.refusal(.cancelBooking(by: .user(stranger), used)) == .bookingUsed)
        let booking = try world.book(young, stock)
        #expect(world.refusal(.cancelBooking(by: .user(stranger), booking)) == .notYourBooking)
        #expect(world.refusal(.cancelBooking(by: .anonymous, booking)) == .notSignedIn)
        let events = try world.perform(.cancelBooking(by: .user(shop.user), booking))
        #expect(events == [.bookingCancelled(booking, .offerer, at: world.now)])
        #expect(try world.perform(.cancelBooking(by: .user(young), booking)).isEmpty)
        #expect(try world.user(young).spent == cents(10_00))
    }

    @Test("guide G22, G24, G25: a date can be cancelled until 72 h before its begin; the structure always can")
    func window() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let begin = world.now + .days(10)
        let booking = try world.book(young, try world.date(shop, begin: begin))
        let cancel = Command.cancelBooking(by: .user(young), booking)
        world.advance(to: begin - .hours(72))
        #expect(world.refusal(cancel) == nil)
        world.advance(by: .seconds(1))
        #expect(world.refusal(cancel) == .cancellationWindowPast(hours: 72))
        #expect(world.refusal(.cancelBooking(by: .user(shop.user), booking)) == nil)
        #expect(world.refusal(.cancelBooking(by: .team, booking)) == nil)
    }

    @Test("contract §8: in observed a date can be cancelled until it is validated, but not once it is paid")
    func observedWindow() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        let begin = world.now + .days(10)
        let booking = try world.book(young, try world.date(shop, begin: begin, limit: .unspecified))
        let cancel = Command.cancelBooking(by: .user(young), booking)
        world.advance(to: begin + .hours(47))
        #expect(world.refusal(cancel) == nil)
        world.advance(by: .days(30))
        #expect(world.refusal(cancel) == .bookingPaid)
        #expect(world.refusal(.cancelBooking(by: .user(shop.user), booking)) == .bookingPaid)
    }

    @Test(
        "guide G25: of a course that was booked before bookings knew its dates, the sessions are those made until then")
    func bookedBefore() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let begin = world.now + .days(20)
        let stock = try world.date(shop, begin: begin, type: "EventType.PRATIQUE_ARTISTIQUE")
        let earlier = begin - .days(4)
        func add(_ begin: Instant) throws {
            try world.perform(
                .createOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(2)))
        }
        try add(earlier)
        world.advance(by: .days(1))
        var ahead = world
        let id = try ahead.book(young, stock)
        var old = try ahead.booking(id)
        old.datesBefore = nil
        world.happen(.bookingCreated(old))
        world.advance(by: .days(1))
        try add(world.now + .days(2))
        #expect(world.state.cancellationLimit(of: old) == earlier - .hours(72))
        let new = try world.book(young, stock)
        #expect(world.state.cancellationLimit(of: try world.booking(new)) == world.now - .days(1))
    }

    @Test("guide G23: a book that nobody fetches within 7 days is cancelled and the credit returns")
    func pickUp() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let fetched = try world.book(young, try world.thing(shop))
        let stock = try world.thing(shop, available: 1)
        let booking = try world.book(young, stock)
        world.advance(by: .days(7) - .seconds(1))
        try world.validate(fetched, by: shop)
        #expect(try world.user(young).spent == cents(20_00))
        let settled = world.advance(by: .seconds(1))
        #expect(settled.map(\.what) == [.pickUpExpired(booking)])
        #expect(settled[0].at == world.now)
        #expect(
            settled[0].events == [.bookingCancelled(booking, .notFetched, at: world.now), .stockNotRestored(booking)])
        #expect(try world.booking(booking).isCancelled)
        #expect(try world.user(young).spent == cents(10_00))
        let query = try world.countermark(booking)
        #expect(world.refusal(.validateCountermark(by: .user(shop.user), query)) == .cancelled)
    }

    @Test("guide G23: the bookshop chooses whether unfetched books go back on sale")
    func reselling() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let kept = try world.thing(shop, available: 1)
        let resold = try world.thing(shop, available: 1, resells: true)
        _ = try world.book(young, kept)
        _ = try world.book(young, resold)
        world.advance(by: .days(7))
        #expect(try world.stock(kept).remaining == 0)
        #expect(world.refusal(.book(by: young, stock: kept, quantity: 1, recommendation: nil)) == .soldOut)
        #expect(try world.stock(resold).remaining == 1)
        var changes = StockChanges()
        changes.resellsUnfetched = true
        try world.perform(.updateStock(by: .user(shop.user), kept, changes))
        #expect(try world.stock(kept).remaining == 1)
    }

    @Test("guide G23 speaks of books: another physical thing can be cancelled for a week and never expires")
    func otherThings() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let disc = try world.book(young, try world.thing(shop, type: "ThingType.MUSIQUE"))
        let game = try world.book(young, try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr"))
        world.advance(by: .days(7))
        #expect(world.refusal(.cancelBooking(by: .user(young), disc)) == nil)
        world.advance(by: .seconds(1))
        #expect(world.refusal(.cancelBooking(by: .user(young), disc)) == .cancellationWeekPast)
        #expect(world.refusal(.cancelBooking(by: .user(young), game)) == nil)
        world.advance(by: .days(300))
        #expect(try !world.booking(disc).isCancelled)
        #expect(world.refusal(.cancelBooking(by: .user(young), game)) == nil)
    }

    @Test("contract §8: in observed a book never expires")
    func observedBooks() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        let booking = try world.book(young, try world.thing(shop))
        world.advance(by: .days(400))
        #expect(world.refusal(.cancelBooking(by: .user(young), booking)) == nil)
    }

    @Test(
        "taking out a date cancels its bookings, never the paid; validated ones in observed alone",
        arguments: Profile.allCases)
    func deletion(profile: Profile) throws {
        var world = World(profile)
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.date(shop, begin: world.now + .days(40))
        let paid = try world.book(young, stock)
        try world.validate(paid, by: shop)
        world.advance(by: .days(20))
        let used = try world.book(young, stock)
        try world.validate(used, by: shop)
        let open = try world.book(young, stock)
        let cancelled = try world.book(young, stock)
        try world.perform(.cancelBooking(by: .user(young), cancelled))
        let events = try world.perform(.deleteOccurrence(by: .user(shop.user), Identifier(1)))
        let expected: [Event] =
            [.occurrenceDeleted(Identifier(1)), .stockDeleted(stock)]
            + (profile == .observed ? [used, open] : [open]).map {
                .bookingCancelled($0, .occurrenceDeleted, at: world.now)
            }
        #expect(events == expected)
        #expect(try world.perform(.deleteOccurrence(by: .user(shop.user), Identifier(1))).isEmpty)
        world.advance(by: .days(60))
        #expect(try !world.booking(paid).isCancelled)
        #expect(try world.booking(used).isCancelled == (profile == .observed))
        #expect(world.state.payments.count == (profile == .observed ? 1 : 2))
    }

    @Test("taking out a stock cancels its bookings and returns the credit")
    func stockDeletion() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop)
        let booking = try world.book(young, stock)
        let events = try world.perform(.deleteStock(by: .user(shop.user), stock))
        #expect(events == [.stockDeleted(stock), .bookingCancelled(booking, .stockDeleted, at: world.now)])
        #expect(try world.user(young).spent == .zero)
    }
}
