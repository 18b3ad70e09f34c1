// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import TestSupport
import Testing

@testable import PlatformDomain

@Suite("Settling what is due")
struct SettleTests {
    @Test("there is always a next thing due: the 1st and the 15th at 00:00 UTC, for ever")
    func batches() {
        var world = World()
        var seen: [String] = []
        for _ in 0..<4 {
            guard let next = world.state.nextDue else { break }
            seen.append(next.at.iso8601)
            #expect(world.advance(to: next.at).map(\.what) == [.paymentBatch])
        }
        #expect(
            seen == [
                "2018-12-15T00:00:00Z", "2019-01-01T00:00:00Z", "2019-01-15T00:00:00Z", "2019-02-01T00:00:00Z",
            ])
    }

    @Test("a platform that begins on a batch's own instant waits for the next one")
    func beginningOnABatch() {
        let world = World(at: instant("2019-01-15T00:00:00Z"))
        #expect(world.state.nextDue?.at == instant("2019-02-01T00:00:00Z"))
    }

    @Test("what is due is settled by instant, then by the order in which it was entered")
    func order() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, price: 1_00)
        let late = try world.date(shop, begin: world.now + .days(5), price: 1_00)
        let first = try world.book(young, stock)
        let second = try world.book(young, stock)
        let show = try world.book(young, late)
        let settled = world.advance(by: .days(30))
        #expect(
            settled.map(\.what) == [
                .bookingRecap(late), .bookingPayable(show), .pickUpExpired(first), .pickUpExpired(second),
                .paymentBatch, .paymentBatch,
            ])
        #expect(settled.map(\.at) == settled.map(\.at).sorted())
    }

    @Test("many small steps and one large one come to the same state")
    func stepsDoNotMatter() throws {
        var large = World()
        let shop = try large.shop()
        for index in 0..<10 {
            let young = try large.young()
            _ = try large.book(young, try large.thing(shop))
            _ = try large.book(young, try large.date(shop, begin: large.now + .days(Int64(index))))
        }
        var small = large
        large.advance(by: .days(90))
        for _ in 0..<90 * 4 { small.advance(by: .hours(6)) }
        #expect(small.state == large.state)
    }

    @Test("a limit stops after so many things, and the rest follows")
    func limit() throws {
        var world = World()
        let shop = try world.shop()
        for _ in 0..<3 { _ = try world.book(try world.young(), try world.thing(shop)) }
        var random = SeededRandom(seed: 3)
        var state = world.state
        let end = world.now + .days(8)
        #expect(state.settle(until: end, drawing: &random, limit: 2).count == 2)
        #expect(state.now == world.now + .days(7))
        #expect(state.settle(until: end, drawing: &random, limit: 2).count == 1)
        #expect(state.now == end)
    }

    @Test("time never goes back, and an instant past the last writable one is the last writable one")
    func bounds() {
        var world = World(at: instant("9999-11-20T00:00:00Z"))
        world.advance(to: instant("2018-12-03T10:00:00Z"))
        #expect(world.state.now == instant("9999-11-20T00:00:00Z"))
        let settled = world.advance(to: Instant(microseconds: .max))
        #expect(settled.map(\.what) == [.paymentBatch, .paymentBatch])
        #expect(world.state.now == .latest)
        #expect(world.state.nextDue?.at == nil)
    }

    @Test("a date that is moved is due anew: later, or no longer payable, or at once")
    func movedDates() throws {
        var world = World()
        let shop = try world.shop()
        let begin = instant("2018-12-06T20:00:00Z")
        let booking = try world.book(try world.young(), try world.date(shop, begin: begin))
        func move(_ begin: Instant) -> Command {
            .updateOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(2))
        }
        try world.perform(move(begin + .days(3)))
        #expect(world.advance(to: begin + .days(1)).isEmpty)
        try world.perform(move(begin))
        #expect(world.state.nextDue?.at == world.now)
        // The clock need not move for what is late already.
        #expect(world.advance(to: world.now).map(\.what) == [.bookingRecap(Identifier(1)), .bookingPayable(booking)])
        // Moved to after the batch: what was payable only because the date was over is payable later.
        try world.perform(move(instant("2018-12-20T20:00:00Z")))
        world.advance(to: instant("2018-12-16T00:00:00Z"))
        #expect(world.state.payments.count == 0)
        world.advance(to: instant("2019-01-02T00:00:00Z"))
        #expect(world.state.payments.count == 1)
    }

    @Test("a booking of a date that is past already is payable at once")
    func lateBooking() throws {
        var world = World()
        let shop = try world.shop()
        let stock = try world.date(shop, begin: world.now - .days(2))
        let booking = try world.book(try world.young(), stock)
        #expect(try world.state.payableWithoutVisit(world.booking(booking)) == world.now)
        #expect(world.advance(to: world.now).map(\.what) == [.bookingRecap(stock), .bookingPayable(booking)])
    }

    @Test("a venue whose payments found their account is looked at by no later batch")
    func nothingLeftToRetry() throws {
        var world = World()
        let shop = try world.shop(isPaid: false)
        let booking = try world.book(try world.young(), try world.thing(shop))
        let token = try world.booking(booking).token
        try world.perform(
            .validateCountermark(by: .user(shop.user), CountermarkQuery(token: token, email: nil, offerID: nil)))
        world.advance(to: instant("2018-12-16T00:00:00Z"))
        #expect(world.state.unprocessable.count == 1)
        try world.enterBankDetails("FR7630001007941234567890185", for: shop)
        try world.fileRIB(.offerer(shop.offerer), for: shop)
        try world.perform(.acceptOffererBankDetails(shop.offerer))
        world.advance(to: instant("2019-01-02T00:00:00Z"))
        #expect(world.state.unprocessable.count == 0)
        #expect(world.state.payable.count == 0)
        #expect(world.state.transfers.count == 1)
    }

    @Test("what is told of a date's bookings is right after bookings and cancellations on several stocks")
    func runningBookings() throws {
        var world = World()
        let shop = try world.shop()
        let begin = world.now + .days(10)
        let stock = try world.date(shop, begin: begin, price: 0)
        let draft = StockDraft(
            owner: .occurrence(Identifier(1)), price: Euros(cents: 0), available: nil, limit: .none)
        try world.perform(.createStock(by: .user(shop.user), draft))
        let other = Identifier<Stock>(Int64(world.state.stocks.count))
        let young = try world.young()
        var running: [Identifier<Booking>] = []
        for number in 0..<30 {
            let booking = try world.book(young, number % 2 == 0 ? stock : other)
            if number % 5 == 0 {
                try world.perform(.cancelBooking(by: .user(young), booking))
            } else {
                running.append(booking)
            }
        }
        let date = Identifier<Occurrence>(1)
        #expect(world.state.runningBookingCount(of: date) == Int64(running.count))
        let newest = world.state.newestRunningBookings(of: date, limit: 7, looks: 1_000)
        #expect(newest.map(\.id) == running.suffix(7))
        let few = world.state.newestRunningBookings(of: date, limit: 7, looks: 2)
        #expect(few.map(\.id) == running.suffix(4))
    }

    @Test("each due thing says what it is in French and in English")
    func words() {
        for what in [
            DueWhat.pickUpExpired(Identifier(7)), .bookingPayable(Identifier(7)), .bookingRecap(Identifier(7)),
        ] {
            #expect(what.french.contains("7") && what.english.contains("7"))
        }
        #expect(DueWhat.paymentBatch.french == "remboursement de la quinzaine")
    }

    @Test("what is observed is each event after it was applied, and replays to the same state")
    func observing() throws {
        var world = World()
        let shop = try world.shop()
        let booking = try world.book(try world.young(), try world.thing(shop))
        var state = world.state
        var random = SeededRandom(seed: 9)
        var wasCancelled: [Bool] = []
        state.settle(until: world.now + .days(7), drawing: &random) { event, after in
            if case .bookingCancelled = event { wasCancelled.append(after.bookings[booking]?.isCancelled ?? false) }
        }
        #expect(wasCancelled == [true])
    }
}
