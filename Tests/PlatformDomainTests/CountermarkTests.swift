// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import TestSupport
import Testing

@Suite("Countermarks: the decision tables")
struct CountermarkTests {
    @Test("contract §2.1: checking, row by row", arguments: Profile.allCases)
    func checking(profile: Profile) throws {
        var world = World(profile)
        let shop = try world.shop()
        let other = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop)
        let booking = try world.book(young, stock)
        let alone = try world.countermark(booking)
        let open = try world.countermark(booking, isOpen: true)
        func check(_ query: CountermarkQuery, _ actor: Actor) -> Result<CountermarkAnswer, Refusal> {
            Result { () throws(Refusal) in try world.state.checkCountermark(query, by: actor) }
        }
        let unknown = CountermarkQuery(token: "ZZZZZZ", email: nil, offerID: nil)

        // Row 2 comes before row 3, and before whether the countermark exists.
        #expect(check(unknown, .refused(.wrongPassword)) == .failure(.signInRefused(.wrongPassword)))
        // Row 3 comes before row 4.
        #expect(check(unknown, .anonymous) == .failure(.missingParameters(email: true, offerID: false)))
        // Row 4: unknown, of another letter case, of another user, of another offer.
        #expect(check(unknown, .user(shop.user)) == .failure(.unknownCountermark))
        for (token, email, offer) in [
            (alone.token.lowercased(), nil, nil), (alone.token + " ", nil, nil),
            (alone.token, "Jeune1@exemple.fr", nil),
            (alone.token, open.email, Identifier<Offer>(99)),
        ] as [(String, String?, Identifier<Offer>?)] {
            let query = CountermarkQuery(token: token, email: email, offerID: offer)
            #expect(check(query, .user(shop.user)) == .failure(.unknownCountermark))
        }
        // Rows 7 and 8.
        #expect(check(alone, .user(shop.user)) == .success(.full(try world.booking(booking))))
        #expect(check(alone, .team) == .success(.full(try world.booking(booking))))
        #expect(check(open, .anonymous) == .success(.confirmed))
        #expect(check(alone, .user(young)) == .success(.confirmed))
        #expect(check(alone, .user(other.user)) == .success(.confirmed))
        // Rows 5 and 6: whoever asks.
        try world.validate(booking, by: shop)
        #expect(check(alone, .user(shop.user)) == .failure(.alreadyValidated))
        #expect(check(open, .anonymous) == .failure(.alreadyValidated))
        let second = try world.book(young, stock)
        try world.perform(.cancelBooking(by: .user(young), second))
        #expect(check(try world.countermark(second), .user(shop.user)) == .failure(.cancelled))
    }

    @Test("contract §2.2: validating, row by row", arguments: Profile.allCases)
    func validating(profile: Profile) throws {
        var world = World(profile)
        let shop = try world.shop()
        let other = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop)
        let booking = try world.book(young, stock)
        let alone = try world.countermark(booking)
        let open = try world.countermark(booking, isOpen: true)
        func refusal(_ query: CountermarkQuery, _ actor: Actor) -> Refusal? {
            world.refusal(.validateCountermark(by: actor, query))
        }
        let unknown = CountermarkQuery(token: "ZZZZZZ", email: nil, offerID: nil)
        let wrongEmail = CountermarkQuery(token: alone.token, email: "x@exemple.fr", offerID: nil)

        // Row 2 comes first: before the log-in (3), the rights (4a) and what is missing (4b).
        #expect(refusal(unknown, .refused(.wrongPassword)) == .unknownCountermark)
        #expect(refusal(unknown, .anonymous) == .unknownCountermark)
        #expect(refusal(wrongEmail, .user(other.user)) == .unknownCountermark)
        // Row 3.
        #expect(refusal(alone, .refused(.notValidated)) == .signInRefused(.notValidated))
        // Rows 4a and 4b.
        #expect(refusal(alone, .user(other.user)) == .noRights)
        #expect(refusal(open, .user(young)) == .noRights)
        #expect(refusal(alone, .anonymous) == .missingParameters(email: true, offerID: true))
        let noOffer = CountermarkQuery(token: open.token, email: open.email, offerID: nil)
        let noEmail = CountermarkQuery(token: open.token, email: "", offerID: open.offerID)
        #expect(refusal(noOffer, .anonymous) == .missingParameters(email: false, offerID: true))
        #expect(refusal(noEmail, .anonymous) == .missingParameters(email: true, offerID: false))
        // Row 7, once; then row 5, which rows 4a and 4b still precede.
        #expect(refusal(alone, .user(shop.user)) == nil)
        #expect(refusal(alone, .team) == nil)
        try world.perform(.validateCountermark(by: .anonymous, open))
        #expect(try world.booking(booking).dateUsed == world.now)
        #expect(refusal(open, .anonymous) == .alreadyValidated)
        #expect(refusal(alone, .user(other.user)) == .noRights)
        #expect(refusal(alone, .anonymous) == .missingParameters(email: true, offerID: true))
        // Row 6.
        let second = try world.book(young, stock)
        try world.perform(.cancelBooking(by: .user(young), second))
        #expect(refusal(try world.countermark(second), .user(shop.user)) == .cancelled)
    }

    @Test("contract §2.2, check 17: a validated booking cancelled with its date stays 'already validated' in observed")
    func usedAndCancelled() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let stock = try world.date(shop, begin: world.now + .days(10))
        let booking = try world.book(try world.young(), stock)
        try world.validate(booking, by: shop)
        try world.perform(.deleteOccurrence(by: .user(shop.user), Identifier(1)))
        #expect(try world.booking(booking).isCancelled)
        let query = try world.countermark(booking)
        #expect(world.refusal(.validateCountermark(by: .user(shop.user), query)) == .alreadyValidated)
    }

    @Test("contract §2.3: of a booking both validated and cancelled, the documents name the cancellation first")
    func documentedOrder() throws {
        for (profile, expected) in [(.documented, .cancelled), (.observed, .alreadyValidated)] as [(Profile, Refusal)] {
            var world = World(profile)
            let shop = try world.shop()
            let booking = try world.book(try world.young(), try world.thing(shop))
            try world.validate(booking, by: shop)
            let query = try world.countermark(booking)
            // No command of the documented profile cancels what was validated: only an imported history can.
            var state = world.state
            state.evolve(.bookingCancelled(booking, .stockDeleted, at: world.now))
            var random = SeededRandom(seed: 1)
            #expect(throws: expected) {
                try state.decide(.validateCountermark(by: .user(shop.user), query), at: world.now, drawing: &random)
            }
        }
    }

    @Test("contract §1.1: an offer of number 0 and an empty address filter nothing")
    func emptyFilters() throws {
        var world = World()
        let shop = try world.shop()
        let booking = try world.book(try world.young(), try world.thing(shop))
        let query = CountermarkQuery(token: try world.booking(booking).token, email: "", offerID: Identifier(0))
        #expect(world.refusal(.validateCountermark(by: .user(shop.user), query)) == nil)
    }

    @Test("guide G22: a countermark can be validated after the show, before the fortnight's payment and after it")
    func validatingAfterTheShow() throws {
        var world = World()
        let shop = try world.shop()
        let stock = try world.date(shop, begin: instant("2018-12-10T20:00:00Z"))
        let booking = try world.book(try world.young(), stock)
        world.advance(to: instant("2019-02-01T00:00:00Z"))
        #expect(try world.booking(booking).paymentID != nil)
        try world.validate(booking, by: shop)
        #expect(try world.booking(booking).isUsed)
        world.advance(by: .days(30))
        #expect(world.state.payments.count == 1)
    }

    @Test("contract §3: three bytes from 1 to 255, spelt as identifiers; never one that a booking had")
    func generator() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        let free = try world.thing(shop, price: 0)
        let odd = Set("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        let even = Set("AE9MQUY4")
        var tokens: Set<String> = []
        for _ in 0..<2_000 {
            let booking = try world.book(young, free)
            let token = try world.booking(booking).token
            let characters = Array(token)
            try #require(characters.count == 6)
            for pair in 0..<3 {
                #expect(odd.contains(characters[2 * pair]) && even.contains(characters[2 * pair + 1]))
                #expect(characters[2 * pair] != "A" || characters[2 * pair + 1] != "A")
            }
            tokens.insert(token)
        }
        #expect(tokens.count == 2_000)
    }

    @Test("contract §3: a countermark drawn twice is drawn again")
    func collision() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, price: 1_00)
        let booking = try world.book(young, stock)
        let first = try world.booking(booking)
        // A generator whose first three draws are those of the first booking.
        var random = Recorded(words: [])
        random.words = Recorded.words(of: first.token)
        let command = Command.book(by: young, stock: stock, quantity: 1, recommendation: nil)
        let events = try world.state.decide(command, at: world.now, drawing: &random)
        guard case .bookingCreated(let second)? = events.first else { throw NotFound() }
        #expect(second.token != first.token)
        #expect(random.drawn > 3)
    }
}

/// A generator that first draws given words, then counts up.
struct Recorded: RandomNumberGenerator {
    var words: [UInt64]
    var drawn = 0

    mutating func next() -> UInt64 {
        drawn += 1
        return words.isEmpty ? UInt64(drawn) &* 0x1234_5678_9abc_def1 : words.removeFirst()
    }

    /// Words from which a countermark's three bytes are drawn, found by trying.
    static func words(of token: String) -> [UInt64] {
        let alphabet = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567")
        let characters = Array(token)
        return (0..<3).compactMap { pair in
            guard let high = alphabet.firstIndex(of: characters[2 * pair]),
                let low = alphabet.firstIndex(of: characters[2 * pair + 1])
            else { return nil }
            let byte = UInt8(high << 3 | low >> 2)
            return (0..<10_000).lazy.map { UInt64($0) &* 0x0101_0101_0101_0101 &* 0x9e37_79b9 }.first { word in
                var single = Recorded(words: [word])
                return UInt8.random(in: 1...255, using: &single) == byte && single.drawn == 1
            }
        }
    }
}
