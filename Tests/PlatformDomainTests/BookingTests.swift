// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Booking")
struct BookingTests {
    /// What a booking of `stock` by `user` is refused for.
    private func refusal(
        _ world: World, _ user: Identifier<User>, _ stock: Identifier<Stock>, quantity: Int = 1,
        recommendation: Identifier<Recommendation>? = nil
    ) -> Refusal? {
        world.refusal(.book(by: user, stock: stock, quantity: quantity, recommendation: recommendation))
    }

    @Test("contract §7.1: each row precedes the next, from the first to the last", arguments: Profile.allCases)
    func orderOfEvaluation(profile: Profile) throws {
        // A stock that every row refuses; then one reason after the other is taken away.
        var world = World(profile)
        let shop = try world.shop()
        var details = VenueDetails()
        details.comment = "Sans SIRET"
        details.address = "2 rue du Test"
        details.postalCode = "75001"
        details.city = "Paris"
        let venue = VenueDraft(offererID: shop.offerer, name: "Autre", isVirtual: false, details: details)
        try world.perform(.createVenue(by: .user(shop.user), venue))
        let unvalidated = Shop(
            user: shop.user, offerer: shop.offerer, venue: Identifier(Int64(world.state.venues.count)),
            virtual: shop.virtual)
        let young = try world.young()
        let stock = try world.thing(unvalidated, price: 0, available: 2)
        let bookLimit = world.now + .hours(1)
        var changes = StockChanges()
        changes.limit = .at(bookLimit)
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        let missing = Identifier<Recommendation>(9)

        // Rows 6, 7, 8, 9 for a professional.
        try world.perform(.setOfferActive(by: .user(shop.user), Identifier(1), false))
        world.advance(by: .hours(2))
        #expect(refusal(world, shop.user, Identifier(99)) == .unknown(.stock))
        #expect(refusal(world, shop.user, stock, recommendation: missing) == .cannotBookFreeOffers)
        #expect(refusal(world, young, stock, recommendation: missing) == .offerWithdrawn)
        try world.perform(.setOfferActive(by: .user(shop.user), Identifier(1), true))
        #expect(refusal(world, young, stock, recommendation: missing) == .bookingLimitPast)
        changes.limit = .none
        changes.price = cents(100_01)
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        #expect(refusal(world, young, stock, recommendation: missing) == .venueNotValidated)
        let token = try #require(world.state.venues[unvalidated.venue]?.validationToken)
        try world.perform(.validateVenue(token: token))
        // Rows 11, 13, 14, 15.
        #expect(refusal(world, young, stock, recommendation: missing) == .physicalCeiling(cents(100_00)))
        changes.price = cents(30_00)
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        #expect(refusal(world, young, stock, quantity: 3, recommendation: missing) == .unknown(.recommendation))
        #expect(refusal(world, young, stock, quantity: 3) == .soldOut)
        #expect(refusal(world, shop.user, stock, quantity: 3) == .soldOut)
        #expect(refusal(world, shop.user, stock) == .insufficientFunds)
        #expect(refusal(world, young, stock, quantity: 2) == nil)
        // Row 5 precedes all of them.
        try world.perform(.setOfferActive(by: .user(shop.user), Identifier(1), false))
        try world.perform(.deleteStock(by: .user(shop.user), stock))
        #expect(refusal(world, young, stock) == .stockDeleted)
    }

    @Test("contract §7.1 row 8: the booking limit itself is still in time")
    func limitIsInclusive() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let limit = world.now + .days(1)
        let stock = try world.date(shop, begin: world.now + .days(2), limit: .at(limit))
        world.advance(to: limit)
        #expect(refusal(world, young, stock) == nil)
        world.advance(by: .seconds(1))
        #expect(refusal(world, young, stock) == .bookingLimitPast)
    }

    @Test("contract §7.1 row 7: an inactive structure and a date taken out are withdrawn")
    func withdrawn() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop)
        var changes = OffererChanges()
        changes.isActive = false
        try world.perform(.updateOfferer(by: .user(shop.user), shop.offerer, changes))
        #expect(refusal(world, young, stock) == .offerWithdrawn)
    }

    @Test("contract §7.1: ceilings are inclusive, counted over what is not cancelled; dates know the wallet alone")
    func ceilings() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let book = try world.thing(shop, price: 60_00)
        let cheap = try world.thing(shop, price: 40_00)
        let cent = try world.thing(shop, price: 1)
        let first = try world.book(young, book)
        _ = try world.book(young, cheap)
        #expect(refusal(world, young, cent) == .physicalCeiling(cents(100_00)))
        try world.perform(.cancelBooking(by: .user(young), first))
        #expect(refusal(world, young, cent) == nil)

        let game = try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr/?t={token}", price: 200_00)
        #expect(refusal(world, young, game, quantity: 2) == .digitalCeiling(cents(200_00)))
        _ = try world.book(young, game)
        let song = try world.thing(shop, type: "ThingType.MUSIQUE", url: "https://son.fr", price: 50)
        #expect(refusal(world, young, song) == .digitalCeiling(cents(200_00)))

        let show = try world.date(shop, begin: world.now + .days(20), price: 259_00)
        _ = try world.book(young, show)  // 40 + 200 + 259 = 499
        #expect(try world.user(young).wallet == .zero)
        #expect(refusal(world, young, cent) == .insufficientFunds)
        let expenses = try #require(world.state.expenses(of: young))
        #expect(expenses.all.max == cents(500_00))
        #expect(expenses.all.actual == cents(499_00))
        #expect(expenses.physical.actual == cents(40_00))
        #expect(expenses.digital.actual == cents(200_00))
    }

    @Test("a thing that becomes digital counts towards the other ceiling")
    func ceilingOfAChangedThing() throws {
        var world = World(.observed)
        let shop = try world.shop()
        let young = try world.young()
        var details = ProductDetails()
        details.name = "Film"
        details.type = "ThingType.AUDIOVISUEL"
        let draft = ProductDraft(kind: .thing, details: details)
        try world.perform(.createProduct(by: .user(shop.user), draft, at: shop.virtual))
        let stock = try world.stock(shop, .offer(Identifier(1)), price: 80_00)
        _ = try world.book(young, stock)
        details.url = "https://vod.fr"
        try world.perform(.updateProduct(by: .user(shop.user), Identifier(1), details))
        let expenses = try #require(world.state.expenses(of: young))
        #expect(expenses.physical.actual == .zero)
        #expect(expenses.digital.actual == cents(80_00))
    }

    @Test("guide G2: a professional can book neither what costs nothing nor what costs something")
    func professionals() throws {
        var world = World()
        let shop = try world.shop()
        let free = try world.thing(shop, price: 0)
        let dear = try world.thing(shop, price: 1)
        #expect(refusal(world, shop.user, free) == .cannotBookFreeOffers)
        #expect(refusal(world, shop.user, dear) == .insufficientFunds)
    }

    @Test("contract §4.4, guide G6: the credit at once is 499, or 499.99 in observed")
    func credit() throws {
        for (profile, credit) in [(Profile.documented, 499_00), (.observed, 499_99)] as [(Profile, Int64)] {
            var world = World(profile)
            let young = try world.young()
            #expect(try world.user(young).wallet == cents(credit))
        }
    }

    @Test("a stock is never oversold, and a cancelled place is free again; the price is frozen when booking")
    func stockCounts() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, price: 10_00, available: 2)
        let first = try world.book(young, stock)
        _ = try world.book(young, stock)
        #expect(refusal(world, young, stock) == .soldOut)
        try world.perform(.cancelBooking(by: .user(young), first))
        var changes = StockChanges()
        changes.price = cents(12_00)
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        let third = try world.book(young, stock)
        #expect(try world.booking(third).amount == cents(12_00))
        #expect(try world.user(young).spent == cents(22_00))
        #expect(try world.stock(stock).bookingRows == 3)
    }

    @Test("numbers beyond what can be counted are refused and never trap")
    func hugeNumbers() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, price: 99_999_999_99)
        #expect(refusal(world, young, stock, quantity: .max) == .invalidAmount)
        #expect(refusal(world, young, stock, quantity: 0) == .invalidAmount)
        #expect(refusal(world, young, stock, quantity: Int(Int32.max)) == .physicalCeiling(cents(100_00)))
        let draft = StockDraft(owner: .offer(Identifier(1)), price: cents(-1), available: nil, limit: .none)
        #expect(world.refusal(.createStock(by: .user(shop.user), draft)) == .invalidAmount)
    }
}
