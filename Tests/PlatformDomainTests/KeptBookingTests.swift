// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

/// What becomes of bookings whose validation was taken back: today §2.3.
@Suite struct KeptBookingTests {
    @Test("a validation taken back is due again: what took place is used anew, what is too old is cancelled")
    func keptAgain() throws {
        var stage = try Stage()
        let film = try stage.booking(try stage.product())
        let concert = try stage.booking(try stage.event(in: .hours(10)))
        try stage.use(film)
        try stage.use(concert)
        for booking in [film, concert] {
            try stage.world.perform(.publicV1(.keepCountermark(by: stage.provider, booking.token)))
            #expect(stage.world.state.bookings[booking.id]?.isUsed == false)
        }
        stage.world.advance(by: .hours(58))
        #expect(stage.world.state.bookings[concert.id]?.isUsed == true)
        stage.world.advance(by: .days(30))
        #expect(stage.world.state.bookings[film.id]?.isCancelled == true)
        #expect(stage.world.state.users[film.userID]?.wallet == PublicV1Rules.credit)
    }

    @Test("a validation taken back when its time is over stays so for a day, and for another one if it is again")
    func keptLate() throws {
        var stage = try Stage()
        let concert = try stage.booking(try stage.event(in: .hours(10)))
        let book = try stage.booking(try stage.product("LIVRE_PAPIER"))
        stage.world.advance(by: .days(9))
        #expect(stage.world.state.bookings[concert.id]?.isUsed == true)
        try stage.use(book)
        stage.world.advance(by: .days(2))
        let provider = stage.provider
        func keep(_ booking: Booking) -> Command { .publicV1(.keepCountermark(by: provider, booking.token)) }
        for booking in [concert, book] { try stage.world.perform(keep(booking)) }
        stage.world.advance(by: .hours(23))
        // The cashier corrects the slip, and slips once more.
        try stage.use(book)
        try stage.world.perform(keep(book))
        stage.world.advance(by: .hours(1) - Span(microseconds: 1))
        #expect(stage.world.state.bookings[concert.id]?.isUsed == false)
        stage.world.advance(by: Span(microseconds: 1))
        #expect(stage.world.state.bookings[concert.id]?.isUsed == true)
        #expect(stage.world.state.bookings[book.id]?.isCancelled == false, "the first day is over, the second is not")
        stage.world.advance(by: .hours(23) - Span(microseconds: 1))
        #expect(stage.world.state.bookings[book.id]?.isCancelled == false)
        stage.world.advance(by: Span(microseconds: 1))
        #expect(stage.world.state.bookings[book.id]?.isCancelled == true)
    }

    @Test("a booking that is held and does not exist is a violation")
    func heldNowhere() throws {
        var world = World()
        world.happen(.publicV1(.bookingKept(Identifier(7), at: world.now)))
        #expect(world.state.violations == ["Booking 7, which is held, leads nowhere"])
    }

    @Test("how long a booking is held is kept with the state")
    func heldIsKept() throws {
        var stage = try Stage()
        let book = try stage.booking(try stage.product("LIVRE_PAPIER"))
        try stage.use(book)
        stage.world.advance(by: .days(11))
        try stage.world.perform(.publicV1(.keepCountermark(by: stage.provider, book.token)))
        #expect(try StoringTests.restored(stage.world.state) == stage.world.state)
        #expect(stage.world.state.violations == [])
    }

    @Test("today's booking of nothing is settled with its batch: no transfer leaves for it, and its validation stays")
    func nothingIsSettled() throws {
        var stage = try Stage()
        let free = try stage.booking(try stage.product(cents: 0))
        try stage.use(free)
        let keep = Command.publicV1(.keepCountermark(by: stage.provider, free.token))
        #expect(stage.world.refusal(keep) == nil)
        stage.world.advance(to: instant("2018-12-15T00:00:00Z"))
        let booking = try #require(stage.world.state.bookings[free.id])
        #expect(stage.world.state.isPaid(booking) && stage.world.state.transfers.count == 0)
        #expect(stage.world.refusal(keep) == .publicV1(.reimbursed))
        #expect(stage.world.state.violations == [])
    }

    @Test("a used booking cannot be paid after its validation was taken back")
    func keptIsNotPaid() throws {
        var stage = try Stage()
        let booking = try stage.booking(try stage.product())
        try stage.use(booking)
        try stage.world.perform(.publicV1(.keepCountermark(by: stage.provider, booking.token)))
        #expect(try stage.world.paysNothing())
        #expect(stage.world.refusal(.publicV1(.reimburse(booking.id))) == .publicV1(.notUsed))
    }
}
