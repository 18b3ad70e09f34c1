// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import PlatformDomain

@Suite("Recapitulating a date's bookings")
struct RecapTests {
    private func recaps(_ settled: [Settled]) -> [Instant] {
        settled.filter { if case .bookingRecap = $0.what { true } else { false } }.map(\.at)
    }

    @Test("once the date has begun and can no longer be booked, and only once")
    func due() throws {
        var world = World()
        let shop = try world.shop()
        let begin = world.now + .days(5)
        let stock = try world.date(shop, begin: begin)
        #expect(recaps(world.advance(to: begin - .seconds(1))) == [])
        #expect(try world.stock(stock).recapSent == nil)
        #expect(recaps(world.advance(to: begin)) == [begin])
        #expect(try world.stock(stock).recapSent == begin)
        var changes = StockChanges()
        changes.available = 7
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        let later = begin + .days(30)
        try world.perform(
            .updateOccurrence(by: .user(shop.user), Identifier(1), begin: later, end: later + .hours(1)))
        #expect(recaps(world.advance(by: .days(60))) == [])
    }

    @Test("a date that is moved is recapitulated then, once; a thing and what was taken out never")
    func moved() throws {
        var world = World()
        let shop = try world.shop()
        let begin = world.now + .days(5)
        _ = try world.date(shop, begin: begin)
        let gone = try world.date(shop, begin: begin)
        _ = try world.date(shop, begin: begin)
        _ = try world.thing(shop)
        try world.perform(.deleteStock(by: .user(shop.user), gone))
        try world.perform(.deleteOccurrence(by: .user(shop.user), Identifier(3)))
        for days in [9, 2, 7] as [Int64] {
            let begin = world.now + .days(days)
            try world.perform(
                .updateOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(1)))
        }
        let moved = world.now + .days(7)
        #expect(recaps(world.advance(by: .days(30))) == [moved])
    }

    @Test("a booking limit after the begin is waited for: a date moved to before it")
    func limit() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let limit = world.now + .days(10)
        _ = try world.date(shop, begin: world.now + .days(20), limit: .at(limit))
        let begin = world.now + .days(3)
        try world.perform(
            .updateOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(1)))
        #expect(recaps(world.advance(by: .days(30))) == [limit])
    }

    @Test("each price of a date is recapitulated by itself, with its own newest bookings")
    func prices() throws {
        var world = World()
        let shop = try world.shop()
        let begin = world.now + .days(5)
        let stock = try world.date(shop, begin: begin, price: 1_00)
        let other = try world.stock(shop, .occurrence(Identifier(1)), price: 2_00)
        let young = try world.young()
        var own: [Identifier<Booking>] = []
        for number in 0..<6 {
            let booking = try world.book(young, number % 2 == 0 ? stock : other)
            if number % 2 == 0 { own.append(booking) }
        }
        try world.perform(.cancelBooking(by: .user(young), own[2]))
        #expect(world.state.newestRunningBookings(of: stock, limit: 5, looks: 10).map(\.id) == [own[0], own[1]])
        #expect(world.state.newestRunningBookings(of: stock, limit: 1, looks: 10).map(\.id) == [own[1]])
        #expect(world.state.newestRunningBookings(of: stock, limit: 5, looks: 2).map(\.id) == [own[1]])
        #expect(recaps(world.advance(to: begin)) == [begin, begin])
    }
}
