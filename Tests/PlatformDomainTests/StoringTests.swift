// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DomainHistories
import PlatformDomain
import TestSupport
import Testing

@Suite("What is kept of a platform")
struct StoringTests {
    @Test("is equal to what was, and goes on in the same way", arguments: 0..<60)
    func roundTrip(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(7_000 + seed))
        for _ in 0..<60 { history.step() }
        try administer(&history)
        let state = history.state
        var restored = try Self.restored(state)
        #expect(restored == state)

        var original = state
        var random = SeededRandom(seed: 3)
        let settled = original.settle(until: state.now + .days(400), drawing: &random)
        random = SeededRandom(seed: 3)
        #expect(restored.settle(until: state.now + .days(400), drawing: &random) == settled)
        #expect(restored == original)
        #expect(original.violations.isEmpty)
    }

    @Test("every event of a history can be read again", arguments: 0..<40)
    func events(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(8_000 + seed))
        for _ in 0..<60 { history.step() }
        try administer(&history)
        for event in history.audit.log { #expect(try Event(event.stored) == event) }
    }

    /// The histories do not come by these.
    @Test("so can those that histories do not come by")
    func rareEvents() throws {
        let user = Identifier<User>(3)
        let reset = PasswordReset(token: "jeton", validUntil: World.beginning)
        let world = try populated()
        let booking = try #require(world.state.bookings[Identifier(1)])
        let rare: [Event] = [
            .userValidated(user), .passwordResetRequested(user, reset), .passwordChanged(user, passwordHash: "hash"),
            .sessionClosed(Identifier(1)), .offererValidated(Identifier(1)), .userOffererValidated(Identifier(1)),
            .administratorNamed(Identifier(1), email: "a@b.fr", nil),
            .administratorNamed(Identifier(1), email: "a@b.fr", Identifier(2)), .venueValidated(Identifier(1)),
            .countermarkValidated(booking.id, by: nil, at: World.beginning), .timeReached(.latest),
            .publicV1(.bookingEmailChanged(Identifier(1), nil)),
            .publicV1(.bookingEmailChanged(Identifier(1), "a@b.fr")), .publicV1(.noticeBegun(Identifier(1))),
            .publicV1(.waitingCallsDropped), .publicV1(.cinemaOrderDone(Identifier(1), nil)),
            .bookingCancelled(booking.id, .offerer, at: World.beginning),
        ]
        for event in rare { #expect(try Event(event.stored) == event) }
        #expect(throws: StoredError.self) { try Event(StoredEvent(kind: "nothing", fields: [])) }
        #expect(throws: StoredError.self) { try Event(StoredEvent(kind: "userValidated", fields: [])) }
    }

    @Test("has a column for every property of every record")
    func columns() throws {
        let world = try populated()
        let state = world.state
        check(state.users)
        check(state.sessions)
        check(state.offerers)
        check(state.userOfferers)
        check(state.venues)
        check(state.products)
        check(state.offers)
        check(state.occurrences)
        check(state.stocks)
        check(state.mediations)
        check(state.recommendations)
        check(state.bookings)
        check(state.payments)
        check(state.transfers)
        check(state.providers)
        check(state.venueLinks)
        check(state.publishedOffers)
        check(state.priceCategories)
        check(state.publishedStocks)
        check(state.bookingTerms)
        check(state.notices)
        check(state.addresses)
        check(state.eanOrders)
        check(state.cinemaOrders)
    }

    @Test("has a part for every property of the state, or makes it anew")
    func parts() {
        let known: Set = ["rules", "indexes", "now", "nextBatch"]
        let state = PlatformState(profile: .documented, at: World.beginning)
        let properties = Set(Mirror(reflecting: state).children.compactMap(\.label))
        let parts = Set(PlatformState.parts.map(\.name))
        #expect(parts.subtracting(["head"]) == properties.subtracting(known))
        let indexes = Mirror(reflecting: state).children.first { $0.label == "indexes" }
        let publicV1 = indexes.flatMap { Mirror(reflecting: $0.value).children.first { $0.label == "publicV1" } }
        #expect(publicV1.map { Mirror(reflecting: $0.value).children.count } == 15)
        #expect(
            indexes.map { Mirror(reflecting: $0.value).children.count } == 22,
            "a new index is made anew in StateBuilder, and counted here")
    }

    @Test("is refused when its numbers have gaps, or a field is of another kind")
    func damage() throws {
        let state = try populated().state
        let users = try #require(PlatformState.parts.first { $0.name == "users" })
        var rows = users.rows(state)(0)
        rows.removeFirst()
        var builder = StateBuilder(profile: .documented)
        #expect(throws: StoredError("users 1: its id is 2")) { try builder.append(rows, to: users) }
        rows = users.rows(state)(0)
        rows[0][1] = .integer(7)
        builder = StateBuilder(profile: .documented)
        #expect(throws: StoredError("users 1: email is integer(7), which is no String")) {
            try builder.append(rows, to: users)
        }
    }

    @Test("shares the chunks that did not change since a copy was taken")
    func sharing() throws {
        var world = try populated()
        let before = world.state
        let user = try #require(before.users[Identifier(1)])
        _ = try world.attempt(.openSession(user.id)).get()
        for part in PlatformState.parts
        where !["head", "sessions", "payable", "unprocessable", "reimbursable", "revenue", "heldUntil"].contains(
            part.name)
        {
            for chunk in 0..<part.chunkCount(before) {
                #expect(part.shares(world.state, before, chunk), "\(part.name)")
            }
        }
        let sessions = try #require(PlatformState.parts.first { $0.name == "sessions" })
        #expect(!sessions.shares(world.state, before, 0))
    }

    /// A state written part by part and read again.
    static func restored(_ state: PlatformState) throws -> PlatformState {
        var builder = StateBuilder(profile: state.rules.profile)
        for part in PlatformState.parts {
            let rows = part.rows(state)
            for chunk in 0..<part.chunkCount(state) { try builder.append(rows(chunk), to: part) }
        }
        return builder.finish()
    }

    /// Lets happen what histories of bookings do without.
    private func administer(_ world: inout RandomHistory) throws {
        let user = try #require(world.state.users[Identifier(1)])
        _ = try world.attempt(.openSession(user.id)).get()
        _ = try world.attempt(.closeSession(Identifier(1))).get()
        _ = try world.attempt(.openSession(user.id)).get()
        _ = try world.attempt(.requestPasswordReset(email: user.email)).get()
        _ = try world.attempt(.nameAdministrator(Identifier(1), email: user.email)).get()
        var changes = UserChanges()
        changes.publicName = "Un autre nom"
        _ = try world.attempt(.updateUser(user.id, changes)).get()
        let draft = OffererDraft(name: "Neuve", siren: "123456789", address: nil, postalCode: "75001", city: "Paris")
        _ = try world.attempt(.createOfferer(by: .user(user.id), draft)).get()
        world.attempt(
            .publicV1(
                .offers(.addAddress(AddressDraft(street: "1 rue des Lilas", city: "Paris", postalCode: "75001")))))
        if let link = world.state.venueLinks[Identifier(1)] {
            let order = EANOrderDraft(ean: "2000000000000", price: Euros(cents: 8_10), quantity: 3)
            world.attempt(
                .publicV1(
                    .offers(.orderArticles(by: link.providerID, at: OfferPlace(venueID: link.venueID), [order]))))
        }
        if let link = world.state.venueLinks[Identifier(1)] {
            let film = CinemaOrderDraft(
                film: "visa:1",
                prices: [CinemaPrice(label: "Plein tarif", price: Euros(cents: 9_00), idAtProvider: "P")],
                sessions: [
                    CinemaSession(
                        begin: world.state.now + .days(3), features: ["VO"], idAtProvider: "S", price: "P",
                        quantity: nil)
                ])
            world.attempt(
                .publicV1(.offers(.orderSessions(by: link.providerID, at: link.venueID, [film]))))
        }
        _ = try world.attempt(
            .createMediation(by: .team, Identifier(1), credit: "Photo", thumbCount: 1, dominantColor: 0xFF_00_00)
        ).get()
        for offer in world.state.offers.records { world.attempt(.recommendOffer(to: user.id, offer.id)) }
    }

    /// The first history by which there is a record of every kind.
    private func populated() throws -> RandomHistory {
        for seed in 1..<200 as Range<UInt64> {
            var history = try RandomHistory(seed: seed)
            for _ in 0..<60 { history.step() }
            try administer(&history)
            history.advance(by: .days(60))
            let state = history.state
            if state.bookingTerms.count > 0, state.priceCategories.count > 0, state.recommendations.count > 0,
                state.transfers.count > 0, state.occurrences.count > 0, state.addresses.count > 0,
                state.eanOrders.count > 0, state.notices.count > 0, state.cinemaOrders.count > 0
            {
                return history
            }
        }
        throw StoredError("no history has it all")
    }

    private func check<Record: StoredRecord>(_ table: Table<Record>) {
        let record = table.records.first { _ in true }
        guard let record else {
            Issue.record("there is no \(Record.self) to look at")
            return
        }
        var columns: [String] = []
        for column in Record.columns {
            let name = String(column.name.prefix { $0 != "_" })
            if columns.last != name { columns.append(name) }
        }
        #expect(columns == Mirror(reflecting: record).children.compactMap(\.label), "\(Record.self)")
    }
}
