// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import PlatformDomain

@Suite("Batches of payments")
struct PaymentBatchTests {
    @Test("every run is kept, those that found nothing included; a transfer's identifier is a random UUID of version 4")
    func kept() throws {
        var world = World()
        let shop = try world.shop()
        let booking = try world.book(try world.young(), try world.thing(shop))
        try world.validate(booking, by: shop)
        world.advance(to: instant("2019-01-02T00:00:00Z"))
        let batches = Array(world.state.batches.records)
        #expect(batches.map(\.at) == [instant("2018-12-15T00:00:00Z"), instant("2019-01-01T00:00:00Z")])
        #expect(batches.map(\.created.count) == [1, 0])
        #expect(batches.map(\.transferIDs) == [[Identifier(1)], []])
        #expect(batches[0].messageID == "passCulture-SCT-20181215-000000")
        #expect(batches[0].executionDate.iso8601 == "2018-12-22")
        let id = Array(try found(world.state.transfers[Identifier(1)]).endToEndID)
        #expect(id.count == 32 && id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(id[12] == "4" && "89ab".contains(id[16]))
    }

    @Test(
        "a date over at the very instant of a batch is in it, whenever it was booked; payable only after an instant, it waits for the next",
        arguments: [
            (Profile.documented, "2018-12-14T22:00:00Z", ["2018-12-15T00:00:00Z"]),
            (.observed, "2018-12-13T00:00:00Z", ["2019-01-01T00:00:00Z"]),
            (.observed, "2018-12-12T23:59:59Z", ["2018-12-15T00:00:00Z"]),
        ])
    func dueAtTheBatch(profile: Profile, begin: String, paid: [String]) throws {
        var world = World(profile, at: instant("2018-11-28T00:00:00Z"))
        let shop = try world.shop()
        let stock = try world.date(shop, begin: instant(begin))
        // One is entered before the batch of the 15th, the other after it.
        let early = try world.book(try world.young(), stock)
        world.advance(to: instant("2018-12-02T00:00:00Z"))
        let late = try world.book(try world.young(), stock)
        world.advance(to: instant("2019-01-02T00:00:00Z"))
        for booking in [early, late] {
            let payments = world.state.payments.records.filter { $0.bookingID == booking }
            #expect(payments.compactMap { $0.statuses.first?.date.iso8601 } == paid)
        }
    }

    @Test("contract §9.2: payments are made structure by structure, the oldest booking of each first")
    func order() throws {
        var world = World()
        let shops = [try world.shop(), try world.shop()]
        let young = try world.young()
        let stocks = [try world.thing(shops[0], price: 1_00), try world.thing(shops[1], price: 1_00)]
        for index in [1, 0, 1, 0] {
            try world.validate(try world.book(young, stocks[index]), by: shops[index])
        }
        try world.perform(.runPayments)
        #expect(world.state.payments.records.map(\.bookingID.number) == [2, 4, 1, 3])
    }

    @Test("a structure without SIREN stops nobody else's payments: its own wait, and say why")
    func withoutSiren() throws {
        var world = World()
        let nameless = try world.shop()
        let shop = try world.shop()
        var offerer = try found(world.state.offerers[nameless.offerer])
        offerer.siren = nil
        world.happen(.offererUpdated(offerer))
        let young = try world.young()
        try world.validate(try world.book(young, try world.thing(nameless)), by: nameless)
        try world.validate(try world.book(young, try world.thing(shop)), by: shop)
        try world.perform(.runPayments)
        #expect(world.state.transfers.records.map(\.offererID) == [shop.offerer])
        let waiting = try found(world.state.payments[Identifier(1)])
        #expect(waiting.statuses.map(\.state) == [.notProcessable])
        #expect(waiting.statuses.map(\.detail) == ["SIREN manquant sur l'offreur"])
        offerer.siren = "100000009"
        world.happen(.offererUpdated(offerer))
        world.advance(by: .days(15))
        #expect(
            world.state.payments[Identifier(1)]?.statuses.map(\.state) == [.notProcessable, .pending, .sent])
    }

    @Test("contract §9.5: one transfer goes to each account, in whatever spelling structures entered it")
    func spellings() throws {
        var world = World()
        let young = try world.young()
        let shops = [try world.shop(), try world.shop(), try world.shop()]
        for (shop, iban) in zip(shops, ["FR7630001007941234567890185", "fr76 3000 1007 9412 3456 7890 185", nil]) {
            if let iban {
                try world.enterBankDetails(iban, for: shop)
                try world.fileRIB(.offerer(shop.offerer), for: shop)
                try world.perform(.acceptOffererBankDetails(shop.offerer))
            }
            try world.validate(try world.book(young, try world.thing(shop, price: 2_00)), by: shop)
        }
        try world.perform(.runPayments)
        #expect(world.state.transfers.records.map(\.paymentIDs.count) == [2, 1])
        #expect(world.state.transfers.records.map(\.amount) == [cents(4_00), cents(2_00)])
    }

    @Test("a payment of nothing goes with the transfer to its account; alone it makes none, and stays pending")
    func nothingOwed() throws {
        var world = World()
        let shops = [try world.shop(), try world.shop()]
        let young = try world.young()
        let stocks = [
            try world.thing(shops[0], price: 0), try world.thing(shops[0], price: 3_00),
            try world.thing(shops[1], price: 0),
        ]
        for (index, stock) in stocks.enumerated() {
            try world.validate(try world.book(young, stock), by: shops[index / 2])
        }
        try world.perform(.runPayments)
        #expect(world.state.transfers.records.map(\.paymentIDs.count) == [2])
        #expect(world.state.transfers.records.map(\.amount) == [cents(3_00)])
        #expect(
            world.state.payments.records.map { $0.statuses.map(\.state) } == [
                [.pending, .sent], [.pending, .sent], [.pending],
            ])
    }

    @Test("what a batch says of the balances leaves out what happened after it, also at its very instant")
    func balances() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, price: 10_00)
        let used = try world.book(young, stock)
        let kept = try world.book(young, stock)
        let cancelled = try world.book(young, stock)
        try world.validate(used, by: shop)
        try world.perform(.cancelBooking(by: .user(young), cancelled))
        try world.perform(.runPayments)
        let batch = try found(world.state.batches[Identifier(1)])
        let before = world.state.balances(at: batch)
        #expect(before.map(\.userID) == [young])
        #expect(before.map(\.theoretical) == [cents(479_99)])
        #expect(before.map(\.real) == [cents(489_99)])
        try world.validate(kept, by: shop)
        let later = try world.book(young, stock)
        _ = try world.young()
        #expect(world.state.balances(at: batch) == before)
        try world.perform(.cancelBooking(by: .user(young), later))
        #expect(world.state.balances(at: batch) == before)
        try world.perform(.runPayments)
        let next = world.state.balances(at: try found(world.state.batches[Identifier(2)]))
        #expect(next.map(\.theoretical) == [cents(479_99), cents(499_99)])
        #expect(next.map(\.real) == [cents(479_99), cents(499_99)])
    }
}
