// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

/// What was read from outside is looked at before it is let in: what is paid, and what falls due.
@Suite("What is wrong with a state that was read")
struct ViolationTests {
    /// A field that leads nowhere: of the last row that has one, or of the last row.
    struct Astray: Sendable, CustomTestStringConvertible {
        let part: String
        let field: String
        var value = StoredValue.integer(99)
        var isOfLast = false
        let sentence: String
        var testDescription: String { "\(part).\(field)" }
    }

    static let astray = [
        Astray(
            part: "bookings", field: "paymentID", isOfLast: true, sentence: "the payment of Booking 3 leads nowhere"),
        Astray(
            part: "bookings", field: "paymentID", value: .integer(1), isOfLast: true,
            sentence: "the payment of Booking 3 leads nowhere"),
        Astray(part: "payments", field: "transferID", sentence: "the transfer of Payment 1 leads nowhere"),
        Astray(part: "stocks", field: "offerID", sentence: "the offer of Stock 2 leads nowhere"),
        Astray(part: "products", field: "offererID", sentence: "the structure of Product 3 leads nowhere"),
        Astray(part: "mediations", field: "authorID", sentence: "the author of Mediation 1 leads nowhere"),
        Astray(
            part: "batches", field: "transferIDs", value: .list([.integer(99)]),
            sentence: "a transfer of PaymentBatch 1 leads nowhere"),
        Astray(
            part: "batches", field: "created", value: .list([.integer(99)]),
            sentence: "a payment of PaymentBatch 1 leads nowhere"),
        Astray(
            part: "reimbursable", field: "offerer",
            sentence: "Offerer 99, to which something was reimbursed, leads nowhere"),
        Astray(part: "due", field: "booking", sentence: "Booking 99, of which something is due, leads nowhere"),
        Astray(part: "due", field: "stock", sentence: "Stock 99, of which something is due, leads nowhere"),
    ]

    /// A booking that was paid, one of a book and one of a date that nobody used yet, and a teaser.
    private func populated() throws -> PlatformState {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let paid = try world.book(young, try world.thing(shop))
        try world.validate(paid, by: shop)
        try world.perform(.runPayments)
        _ = try world.book(young, try world.thing(shop))
        _ = try world.book(young, try world.date(shop, begin: world.now + .days(7)))
        try world.perform(.createMediation(by: .user(shop.user), Identifier(1), credit: nil, thumbCount: 1))
        return world.state
    }

    /// The state as it is read again after a part's rows were changed.
    private func read(
        _ state: PlatformState, changing name: String, _ change: (inout [[StoredValue]], [String]) throws -> Void
    ) throws -> PlatformState {
        var builder = StateBuilder(profile: state.rules.profile)
        for part in PlatformState.parts {
            var rows: [[StoredValue]] = []
            for chunk in 0..<part.chunkCount(state) { rows += part.rows(state)(chunk) }
            if part.name == name { try change(&rows, part.fields.map(\.name)) }
            try builder.append(rows, to: part)
        }
        return builder.finish()
    }

    @Test("a reference that leads nowhere is told by its record", arguments: astray)
    func references(astray: Astray) throws {
        let state = try populated()
        #expect(state.violations == [])
        let broken = try read(state, changing: astray.part) { rows, fields in
            let column = try #require(fields.firstIndex(of: astray.field))
            let row = try #require(rows.indices.last { astray.isOfLast || rows[$0][column] != .null })
            rows[row][column] = astray.value
        }
        #expect(broken.violations.contains(astray.sentence), "\(broken.violations)")
    }

    @Test("a payment that leads nowhere is told before what does not add up because of it")
    func order() throws {
        let broken = try read(try populated(), changing: "bookings") { rows, fields in
            let column = try #require(fields.firstIndex(of: "paymentID"))
            let row = try #require(rows.indices.first { rows[$0][column] != .null })
            rows[row][column] = .integer(99)
        }
        #expect(broken.violations.count > 1 && broken.violations.first == "the payment of Booking 1 leads nowhere")
    }

    @Test("the fortnight's payments are always to come")
    func batch() throws {
        let broken = try read(try populated(), changing: "due") { rows, fields in
            let column = try #require(fields.firstIndex(of: "what"))
            rows.removeAll { $0[column] == .text("paymentBatch") }
        }
        #expect(broken.violations == ["no fortnight's payments are due"])
    }

    @Test(
        "nothing is wrong after runs by hand and by the calendar, nor where time ends",
        arguments: [World.beginning, instant("9999-12-14T23:59:59Z"), instant("9999-12-31T10:00:00Z")])
    func right(begin: Instant) throws {
        for profile in Profile.allCases {
            var world = World(profile, at: begin)
            try world.perform(.runPayments)
            #expect(try StoringTests.restored(world.state).violations == [])
            world.advance(to: min(begin + .days(40), .latest))
            try world.perform(.runPayments)
            #expect(try StoringTests.restored(world.state).violations == [])
        }
    }
}
